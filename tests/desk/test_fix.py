"""make fix: carries out what messages ask for, shows it before, and can be taken back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BARE = ROOT / "tests/sites/bare"
ABOUT = "---\ntitel: About us\nsummary:Who we are.\n---\n\nSome text.\n"
MENDED = "---\ntitle: About us\nsummary: Who we are.\n---\n\nSome text.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(BARE, tmp_path / "content")
    page = tmp_path / "content/pages/About us.txt"
    page.write_text(ABOUT)
    return tmp_path / "content"


def fix(content: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    output = str(content.parent / "output")
    command = [sys.executable, "-m", "plugins.desk", "fix"]
    command += ["--content", str(content), "--output", output]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "YES": "", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_an_answer_it_only_shows_the_lines(content: Path) -> None:
    """Nobody has agreed to anything yet."""
    done = fix(content)
    assert done.returncode == 2
    assert f"{content}/pages/About us.txt becomes {content}/pages/about-us.md" in done.stdout
    assert "To make these changes, type: make fix YES=1" in done.stdout
    assert [path.name for path in (content / "pages").glob("[Aa]bout*")] == ["About us.txt"]


def test_one_command_mends_what_several_rounds_show(content: Path) -> None:
    """A file with a wrong name is read, and its slips found, once it has a right one."""
    done = fix(content, YES="1")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Changed 1 file: {content}/pages/about-us.md." in done.stdout
    assert (content / "pages/about-us.md").read_text() == MENDED
    assert not (content / "pages/About us.txt").exists()


def test_the_printed_command_takes_everything_back(tmp_path: Path) -> None:
    """Also in a file with edits that nobody has committed yet."""
    project = tmp_path / "project"
    for folder in ("plugins", "theme"):
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, project / folder, ignore=without)
    shutil.copy(ROOT / "pelicanconf.py", project)
    shutil.copytree(BARE, project / "content")
    page = project / "content/pages/About us.txt"
    page.write_text(ABOUT.replace("\n", "\r\n"), newline="")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.*")}
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk", "fix"],
        cwd=project,
        env={**os.environ, "YES": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    mended = project / "content/pages/about-us.md"
    assert mended.read_bytes() == MENDED.replace("\n", "\r\n").encode(), done
    last = next(line for line in done.stdout.splitlines() if "take it back" in line)
    subprocess.run(last.partition("type: ")[2].split(), cwd=project, check=True)
    assert {path: path.read_bytes() for path in (project / "content").rglob("*.*")} == before


def test_a_site_without_problems_is_left_as_it_is(content: Path) -> None:
    (content / "pages/About us.txt").unlink()
    done = fix(content, YES="1")
    assert (done.returncode, done.stdout) == (0, "There is nothing to fix.\n")
