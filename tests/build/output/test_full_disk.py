"""A disk that is full: the site stays as it was, and the words say what to do."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.build.conftest import MARK, Project
from tests.sites import tree, write

Mount = Callable[[str], None]
FULL_DISK = """\
disk/output
  Found   a full disk
  Needed  room for the new site beside the old one
  To fix  delete files that nobody needs, then build again

Nothing was changed: the site is as it was."""


@pytest.fixture
def small(full: Project) -> Iterator[Mount]:
    """Puts the project's output on a disk of a size like "64k"."""
    disk = full.folder / "disk"
    disk.mkdir()
    full.out = "disk/output"

    def mount(size: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
        if os.geteuid() or not shutil.which("mount"):
            pytest.skip("a small disk can be attached by root on Linux alone")
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("this system lets nobody attach a small disk")
        write(full.output, {"index.html": MARK, "kept.txt": "kept"})

    yield mount
    subprocess.run(["umount", str(disk)], check=False, capture_output=True)


def refused(project: Project) -> str:
    before = tree(project.output)
    outcome = project.build()
    assert (outcome.code, tree(project.output)) == (2, before)
    assert [path.name for path in Path(project.folder, "disk").iterdir()] != []
    return outcome.text


def test_a_disk_that_fills_up_while_pages_are_written_is_told(full: Project, small: Mount) -> None:
    """Not a fault of the generator: something that whoever reads it can mend."""
    small("64k")
    assert refused(full) == FULL_DISK


def test_a_disk_that_fills_up_while_a_picture_is_copied_is_told(
    full: Project, small: Mount
) -> None:
    """Plain Pelican publishes the half of the picture that fits, with exit code 0."""
    noise = Image.effect_noise((1200, 900), 200)
    noise.save(full.content / "images/stones.png")
    small("700k")
    assert refused(full) == FULL_DISK


def test_a_disk_that_fails_after_the_exchange_does_not_fail_the_build(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new site is there; without a record the next build is a whole one."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    write(full.output, {"index.html": MARK, "kept.txt": "kept"})
    monkeypatch.setattr("plugins.build.incremental.record.write", fail)
    assert (full.build().code, (full.output / "kept.txt").exists()) == (0, False)
