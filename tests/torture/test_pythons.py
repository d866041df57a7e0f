"""Each version of Python that the project allows builds the same site, from the same lock file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import FULL, ROOT
from tests.torture.counts import tell
from tests.torture.editing.place import PARTS, Moment, Place

pytestmark = pytest.mark.long

VERSIONS = ("3.14", "3.13", "3.12", "3.11")
THIS = "{}.{}".format(*sys.version_info)
# Where pyenv and its like put versions that are not on the PATH.
ELSEWHERE = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv", "versions")


def others() -> Iterator[tuple[str, str]]:
    """The other versions on this machine, the newest first: the version, its command."""
    for version in VERSIONS:
        # First pyenv's own: its shim on the PATH ends at once when that version is not chosen.
        of_pyenv = map(str, sorted(ELSEWHERE.glob(f"{version}.*/bin/python{version}")))
        command = next(of_pyenv, None) or shutil.which(f"python{version}")
        if version != THIS and command:
            yield version, command


def installed(command: str, folder: Path) -> str:
    """A virtual environment with what the site needs, as the Makefile makes it: its command."""
    subprocess.run(
        [command, "plugins/desk/install.py", "requirements.txt", str(folder / "site")],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return str(folder / "bin/python")


def project(folder: Path, python: str) -> Place:
    """A copy of the project that holds the practice with every fact."""
    place = Place(folder, python=python)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(
                ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copyfile(ROOT / part, folder / part)
    shutil.copytree(FULL, folder / "content")
    return place


def built(folder: Path, python: str) -> dict[str, str]:
    """The hash of every file of the site to publish, and the words."""
    folder.mkdir()
    place, moment = project(folder, python), Moment(live=True, host="rsync")
    code, words = place.build(moment)
    assert code == 0, words
    # The command prints where it built to.
    return place.site(moment) | {"(words)": re.split("\nBuilt ", words)[0].strip()}


@pytest.mark.timeout(900)  # three installations
def test_every_python_builds_the_same_site(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """People build on what their machine has, GitHub on what the workflow names; and the wheels of
    a package differ from version to version."""
    pythons = list(others())
    if not pythons:
        pytest.skip("no other version of Python is on this machine")
    here = built(tmp_path / "here", sys.executable)
    assert len(here) > 100
    for version, command in pythons:
        python = installed(command, tmp_path / f"venv{version}")
        there = built(tmp_path / version, python)
        differ = {name for name in {*here, *there} if here.get(name) != there.get(name)}
        assert differ == set(), version
    names = ", ".join([THIS, *(version for version, _ in pythons)])
    tell(request, f"{len(here)} files of a site to publish, by Python {names}: 0 bytes differ")
