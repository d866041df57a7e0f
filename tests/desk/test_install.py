"""What somebody sees while Handbill installs what it needs, and when it cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.desk.install import main
from tests.sites import ROOT

LOCK = "pelican==4.12.0 \\\n    --hash=sha256:00\nmarkdown==3.11 \\\n    --hash=sha256:00\n"
NO_NETWORK = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)': /simple/
ERROR: Could not find a version that satisfies the requirement pelican==4.12.0 (from versions: none)
ERROR: No matching distribution found for pelican==4.12.0
"""
NO_VERSION = """\
ERROR: Could not find a version that satisfies the requirement pelican==4.12.0 (from versions: 4.1)
ERROR: No matching distribution found for pelican==4.12.0
"""
NO_ROOM = """\
ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device
"""
PYTHON = ".".join(map(str, sys.version_info[:2]))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a lock file, and a virtual environment whose pip does as a test says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEBUG", raising=False)
    Path("requirements.txt").write_text(LOCK)
    Path(".venv/bin").mkdir(parents=True)
    Path(".venv/bin/pip").touch()
    return Path(".venv")


def pip(folder: Path, words: str, code: int) -> None:
    python = folder / "bin/python"
    python.write_text(f"#!/bin/sh\ncat <<'END'\n{words}END\nexit {code}\n")
    python.chmod(0o755)


def test_an_installation_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What pip says is for developers; they find it in a file."""
    pip(folder, "Collecting pelican==4.12.0\nSuccessfully installed pelican\n", 0)
    assert main(Path("requirements.txt"), folder / "site") == 0
    line = "Installing what the site needs into .venv (once, about a minute)\n"
    assert capsys.readouterr().out == line
    assert (folder / "site").exists()
    assert "Successfully installed" in (folder / "install.log").read_text()


def test_what_the_tests_need_includes_what_the_site_needs(folder: Path) -> None:
    """make html after make test installs nothing."""
    pip(folder, "", 0)
    main(Path("requirements.txt"), folder / "dev")
    assert {path.name for path in folder.iterdir()} >= {"site", "dev"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            NO_NETWORK,
            """\
  Found   no answer from the server that has the packages
  Needed  a connection to the internet, until everything is installed
  To fix  check the connection, then type the same command again
""",
        ),
        (
            NO_VERSION,
            f"""\
  Found   no version of pelican==4.12.0 for this computer and this Python ({PYTHON})
  Needed  a version of Python that all packages of requirements.txt are made for
  To fix  install another version, such as Python 3.13, then type: make PYTHON=python3.13 ...
""",
        ),
        (
            NO_ROOM,
            """\
  Found   a disk without room for it
  Needed  about 1 GB
  To fix  delete what you no longer need, then type the same command again
""",
        ),
    ],
)
def test_an_installation_that_fails_says_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    """It is the first that somebody sees of Handbill."""
    pip(folder, words, 1)
    assert main(Path("requirements.txt"), folder / "site") == 2
    _, told = capsys.readouterr().out.split("\n", 1)
    head, end = "What the site needs could not be installed into .venv.\n", ".venv/install.log.\n"
    assert told == f"{head}{said}What pip said is in {end}"
    assert not (folder / "site").exists()


def test_it_runs_before_anything_is_installed(tmp_path: Path) -> None:
    """So it may import nothing but the standard library."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "plugins/desk/install.py"), "x", "nowhere/site"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
        env={"PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert "ModuleNotFoundError" not in done.stderr
