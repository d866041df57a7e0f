"""A builder that needs no Pelican: copies content/*.html to output/, at once.

Content decides what it does besides: problems.txt are the problems that it finds; "teh" in a page
is a problem with a repair, and "quite" a warning; later.html waits until June 1; wait.txt makes it
write "started" and wait until wait.txt is gone; hang.txt makes it hang; die.txt and die-once.txt
make it die. VERSION is replaced in the pages, and by the tests in this file.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.build.report.outcome import Outcome, Waiting
from plugins.core.problems import Problem, Repair
from plugins.core.reading.source_files import display_path

VERSION = "first"


class Builder:
    """As plugins.build.api has it."""

    def __init__(
        self,
        *,
        settings: str,
        content: str,
        output: str,
        overrides: Mapping[str, object] | None = None,
    ) -> None:
        assert Path(settings).is_file()
        self.content, self.output, self.overrides = Path(content), output, overrides or {}

    def build(self, saved: str = "") -> Outcome:  # noqa: ARG002  (it builds everything)
        misbehave(self.content)
        problems = self.content / "problems.txt"
        if problems.exists():
            return Outcome(2, message=problems.read_text(), seconds=0.01)
        slips = list(slips_in(self.content))
        if any(slip.level == "error" for slip in slips):
            return Outcome(2, tuple(slips), seconds=0.01)
        words = {"VERSION": VERSION, "PROCESS": str(os.getpid()), **self.overrides}
        pages = sorted(self.content.glob("*.html"))
        texts = {page.name: replaced(page.read_text(), words) for page in pages}
        if wait(self.content):
            time.sleep(0.01)
        for name, text in texts.items():
            write(Path(self.output, name), text)
        warning = self.content / "warning.txt"
        text = warning.read_text() if warning.exists() else ""
        later = self.content / "later.html"
        waiting = (Waiting("Later", display_path(later), "June 1"),) if later.exists() else ()
        return Outcome(
            problems=tuple(slips), message=text, pages=len(pages), waiting=waiting, seconds=0.42
        )


def slips_in(content: Path) -> Iterator[Problem]:
    for path in sorted(content.glob("*.html")):
        for number, line in enumerate(path.read_text().split("\n"), start=1):
            where = (display_path(path), number)
            if (column := line.find("teh")) >= 0:
                repair = Repair("replace", *where, column, "teh", "the")
                yield Problem(*where, found='"teh"', needed="a word", repair=repair)
            if "quite" in line:
                yield Problem(*where, found='"quite"', fix="leave it out", level="warning")


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
