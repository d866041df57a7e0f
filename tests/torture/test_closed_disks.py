"""Disks that are full or may not be changed, under a whole build: real ones, no errors made up."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tools import FAULTS
from tests.torture.conftest import NewCopy
from tests.torture.copies import FIRST, References
from tests.torture.counts import tell, times
from tests.torture.rules import faults

pytestmark = pytest.mark.torture

ABOVE_RIGHTS = "-dac_override,-dac_read_search,-fowner,-sys_admin"
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
CLOSED = """\
output
  Found   a folder that your account may not change
  Needed  permission to change "output" and the folder around it
  To fix  ask whoever set up this computer, or choose another output folder

Nothing was changed: the site is as it was."""
UNWRITTEN = "build notes that cannot be written ("
ROOM = 4 * 1024 * 1024  # more than a build needs


def bound_by_rights() -> list[str]:
    """Words before a command, which rights then hold for, as for anybody but root."""
    FAULTS.ready()
    if os.geteuid():
        return []
    return ["setpriv", f"--bounding-set={ABOVE_RIGHTS}", f"--inh-caps={ABOVE_RIGHTS}"]


def read_only(place: Path) -> list[str]:
    """Words before a command, which can change nothing at a place."""
    FAULTS.ready()
    words = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else []), "sh", "-c"]
    words += [READ_ONLY, str(place)]
    if subprocess.run([*words, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody attach a folder read-only")
    return words


@pytest.fixture
def closed() -> Iterator[Callable[[Path], None]]:
    """Closes a folder to changes, and opens it again when the test is over."""
    places: list[Path] = []

    def close(place: Path) -> None:
        places.append(place)
        place.chmod(0o555)

    yield close
    for place in places:
        if place.exists():
            place.chmod(0o755)


# The folder that may not be changed, and what differs between the old site and the new one.
FOLDERS = [
    (place, version)
    for version in ("body", "fact")
    for place in ("output", "output/symptoms/stiff-neck", ".")
]


@pytest.mark.parametrize(("place", "version"), FOLDERS[: times(2, 6)])
def test_a_folder_without_rights_keeps_its_site(
    new_copy: NewCopy,
    references: References,
    closed: Callable[[Path], None],
    place: str,
    version: str,
) -> None:
    """Somebody uploaded, unpacked or built as another account before."""
    copy = new_copy(False)
    copy.hold(version)
    shutil.rmtree(copy.folder / ".output.building")
    old, new = (references.of(name, live=False) for name in (FIRST, version))
    rights = (copy.folder / place).stat().st_mode
    closed(copy.folder / place)
    done = copy.run([*bound_by_rights(), *copy.command()])
    (copy.output if done.returncode == 0 else copy.folder / place).chmod(rights)
    assert faults(done.returncode, done.stdout, copy.site(), old, new) == []
    if done.returncode:
        assert CLOSED in done.stdout
    assert copy.rebuilt(new) == ""


CACHES = [("fact", False), ("body", True), ("fact", True), ("body", False)]


@pytest.mark.parametrize(("version", "emptied"), CACHES[: times(1, 4)])
def test_caches_that_may_not_be_written_cost_time_alone(
    new_copy: NewCopy,
    references: References,
    closed: Callable[[Path], None],
    version: str,
    emptied: bool,
) -> None:
    """A host may carry them from build to build as it likes."""
    copy = new_copy(True)
    copy.hold(version)
    if emptied:
        shutil.rmtree(copy.cache)
        copy.cache.mkdir()
    for folder in (copy.cache, *copy.cache.rglob("*")):
        if folder.is_dir():
            closed(folder)
    done = copy.run([*bound_by_rights(), *copy.command()])
    assert done.returncode == 0, done.stdout
    assert copy.site() == references.of(version, live=True)
    assert f"{UNWRITTEN}permission denied)" in done.stdout


def test_caches_on_a_disk_that_can_only_be_read_cost_time_alone(
    new_copy: NewCopy, references: References
) -> None:
    """As a container has them when they come with its image."""
    copy = new_copy(True)
    copy.hold("fact")
    done = copy.run([*read_only(copy.cache), *copy.command()])
    assert done.returncode == 0, done.stdout
    assert copy.site() == references.of("fact", live=True)
    assert f"{UNWRITTEN}read-only file system)" in done.stdout


def test_a_project_on_a_disk_that_can_only_be_read_keeps_its_site(
    new_copy: NewCopy, references: References
) -> None:
    """Linux turns a disk read-only when it finds a fault."""
    copy = new_copy(True)
    copy.hold("body")
    done = copy.run([*read_only(copy.folder), *copy.command()])
    old, new = (references.of(name, live=True) for name in (FIRST, "body"))
    assert done.returncode == 2
    assert "Found   a disk that can only be read" in done.stdout
    assert faults(done.returncode, done.stdout, copy.site(), old, new) == []
    assert copy.site() == old
    assert copy.rebuilt(new) == ""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    FAULTS.ready()
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64m", "none", str(disk)]
    if os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this account may not attach a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=False, capture_output=True)


@pytest.mark.parametrize("version", ["fact", "body"][: times(1, 2)])
def test_a_disk_that_fills_up_keeps_the_old_site(
    references: References, disk: Path, request: pytest.FixtureRequest, version: str
) -> None:
    """Content, caches and site on one disk that has room for nothing, for a part, for all of it."""
    copy = references.copy(disk / "project", live=True)
    sites = {name: references.of(name, live=True) for name in (FIRST, version)}
    old, new, count, built = FIRST, version, times(3, 50), 0
    for number in range(count):
        copy.hold(new)
        shutil.rmtree(copy.cache / "images")
        with Filled(disk, ROOM * number // count):
            done = copy.pelican()
        found = faults(done.returncode, done.stdout, copy.site(), sites[old], sites[new])
        assert found == [], done.stdout
        built += not done.returncode
        assert copy.rebuilt(sites[new]) == ""
        old, new = new, old
    tell(request, f"{count} disks that fill up: {count - built} old sites, {built} new ones")
    assert count - built > 0


class Filled:
    """A disk with so many bytes left, rounded to pages, while the block runs."""

    def __init__(self, disk: Path, room: int) -> None:
        self.ballast, self.disk, self.room = disk / "ballast", disk, room

    def __enter__(self) -> None:
        free = shutil.disk_usage(self.disk).free
        with self.ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(free - self.room, 1))

    def __exit__(self, *_: object) -> None:
        self.ballast.unlink()
