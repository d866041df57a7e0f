"""A build function that needs no Pelican: copies content/*.html to output/, at once.

Content decides what it does besides: problems.txt are the problems that it finds; wait.txt makes it
write "started" and wait until wait.txt is gone; hang.txt makes it hang; die.txt and die-once.txt
make it die. VERSION is replaced in the pages, and by the tests in this file.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

VERSION = "first"


@dataclass(frozen=True)
class Outcome:
    """As plugins.build.api has it."""

    code: int
    text: str
    pages: int
    seconds: float
    changed: bool = True
    partly: bool = False


def build(
    *,
    settings: str,
    content: str,
    output: str,
    overrides: Mapping[str, object] | None = None,
    saved: str = "",  # noqa: ARG001  (it builds everything)
) -> Outcome:
    assert Path(settings).is_file()
    folder = Path(content)
    misbehave(folder)
    problems = folder / "problems.txt"
    if problems.exists():
        return Outcome(2, problems.read_text(), 0, 0.01)
    words = {"VERSION": VERSION, "PROCESS": str(os.getpid()), **(overrides or {})}
    pages = sorted(folder.glob("*.html"))
    texts = {page.name: replaced(page.read_text(), words) for page in pages}
    if wait(folder):
        time.sleep(0.01)
    for name, text in texts.items():
        write(Path(output, name), text)
    warning = folder / "warning.txt"
    return Outcome(0, warning.read_text() if warning.exists() else "", len(pages), 0.42)


def misbehave(folder: Path) -> None:
    once = folder / "die-once.txt"
    if once.exists() or (folder / "die.txt").exists():
        once.unlink(missing_ok=True)
        os.kill(os.getpid(), signal.SIGKILL)
    if (folder / "hang.txt").exists():
        subprocess.run([sys.executable, "-c", "import time; time.sleep(600)"], check=True)


def wait(folder: Path) -> bool:
    """Say that the content was read, and wait until the test lets the build go on."""
    if not (folder / "wait.txt").exists():
        return False
    Path("started").touch()
    while (folder / "wait.txt").exists():
        time.sleep(0.005)
    return True


def replaced(text: str, words: Mapping[str, object]) -> str:
    for word, value in words.items():
        text = text.replace(word, str(value))
    return text


def write(path: Path, text: str) -> None:
    """Whole or not at all, as a build does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(text)
    beside.replace(path)
