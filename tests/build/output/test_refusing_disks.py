"""A build is all or nothing, also on a disk that is full, broken, closed, or lacks the exchange."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.output.builder import build, read_site, site, write_site
from tests.build.output.builds import (
    DELETE,
    MKDIR,
    NO_EXCHANGE,
    RENAME,
    TRACE,
    faulty,
    left_over,
    needs_strace,
    run,
    swept,
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site of version 1."""
    output = tmp_path / "output"
    output.mkdir()
    write_site(output, "1")
    return output


# A disk that refuses


@pytest.mark.parametrize(
    ("calls", "error", "found"),
    [
        (MKDIR, "ENOSPC", "a full disk"),
        (MKDIR, "EACCES", "a folder that your account may not change"),
        (MKDIR, "EROFS", "a disk that can only be read"),
        ("renameat2", "ENOSPC", "a full disk"),
        ("renameat2", "EIO", "a disk that reports a fault"),
        ("renameat2", "EACCES", "a folder that your account may not change"),
        ("renameat2", "EBUSY", "a place where a disk is attached"),
        ("renameat2", "EXDEV", "a folder on another disk than the folder around it"),
        ("flock", "ENOLCK", 'a refusal of the computer: "No locks available"'),
    ],
)
def test_a_refusal_of_the_disk_leaves_the_old_site(
    output: Path, calls: str, error: str, found: str
) -> None:
    """At the beginning of a build, or in the exchange at its end."""
    code, said = run(output, "2", under=faulty(f"{calls}:error={error}"))
    assert (code, said.splitlines()[:2]) == (2, ["output", f"  Found   {found}"])
    assert read_site(output) == site("1")
    assert swept(output) == []


@pytest.mark.parametrize("error", ["ENOSYS", "EINVAL", "EOPNOTSUPP"])
def test_a_disk_without_exchange_is_built_on(output: Path, error: str) -> None:
    """NFS, older ZFS, shared folders of virtual machines."""
    assert run(output, "2", under=faulty(f"renameat2:error={error}")) == (0, "")
    assert read_site(output) == site("2")
    assert left_over(output) == []


def test_a_second_step_that_fails_is_undone(output: Path) -> None:
    """The build says so, and the old site is in its place."""
    code, said = run(output, "2", under=faulty(NO_EXCHANGE, f"{RENAME}:error=EIO:when=2"))
    assert (code, said.splitlines()[1]) == (2, "  Found   a disk that reports a fault")
    assert read_site(output) == site("1")
    assert left_over(output) == []


def test_an_old_site_that_cannot_be_deleted_is_no_error(output: Path) -> None:
    """The new site is there; the rest can wait for the next build."""
    for version, left in [("2", 1), ("3", 2)]:
        assert run(output, version, under=faulty(f"{DELETE}:error=EIO")) == (0, "")
        assert read_site(output) == site(version)
        assert len(left_over(output)) == left
    assert swept(output) == []


@pytest.mark.parametrize("fault", ["close:error=EROFS", "flock:error=EIO:when=2"])
def test_a_lock_that_cannot_be_given_back_is_no_error(output: Path, fault: str) -> None:
    """It ends with the process; "nothing was changed" would be untrue."""
    build(output, "1")
    lock = output.parent / ".output.building/lock"
    assert run(output, "2", under=[*faulty(fault), "-P", str(lock)]) == (0, "")
    assert read_site(output) == site("2")
    assert left_over(output) == []


def test_a_durable_build_is_on_the_disk_before_the_exchange(output: Path, tmp_path: Path) -> None:
    """After a power cut, a renamed folder may else hold empty files."""
    needs_strace()
    log = tmp_path / "log"
    under = [*TRACE, "-o", str(log), "-y", "-e", "trace=fsync,syncfs,renameat2"]
    assert run(output, "2", "durable", under=under) == (0, "")
    stage, *later = re.findall(r"(\w+)\((?:\d+<(.*)>\))?", log.read_text())
    assert stage[0] == "syncfs"
    assert Path(stage[1]).match(f"{tmp_path}/.output.building/site-*")
    assert later == [("renameat2", ""), ("fsync", str(tmp_path))]


@pytest.mark.parametrize("call", ["syncfs", "fsync"])
def test_a_disk_that_cannot_keep_a_durable_build_keeps_the_old_site(
    output: Path, call: str
) -> None:
    """A disk may take every page, and even the exchange, and notice its fault only when it really
    writes them."""
    code, said = run(output, "2", "durable", under=faulty(f"{call}:error=EIO"))
    assert (code, said.splitlines()[1]) == (2, "  Found   a disk that reports a fault")
    assert read_site(output) == site("1")


# Real disks and accounts


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """pytest's own folders are closed to other accounts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_an_account_that_may_not_write_beside_output_is_told(open_folder: Path) -> None:
    """Another person, or the administrator, set the folder up."""
    output = open_folder / "output"
    build(output, "1")
    shutil.rmtree(open_folder / ".output.building")
    open_folder.chmod(0o555)
    assert run(output, "2", "nobody") == (
        2,
        """\
output
  Found   a folder that your account may not change
  Needed  permission to change "output" and the folder around it
  To fix  ask whoever set up this computer, or choose another output folder""",
    )
    assert read_site(output) == site("1")
    assert list(open_folder.iterdir()) == [output]


def test_an_output_that_is_closed_is_kept(open_folder: Path) -> None:
    """Somebody took the right to write away, and meant it."""
    output = open_folder / "output"
    build(output, "1")
    if os.geteuid() == 0:
        for path in (open_folder, *open_folder.rglob("*")):
            os.chown(path, 65534, 65534)
    output.chmod(0o555)
    code, said = run(output, "2", "nobody")
    assert (code, said.splitlines()[1]) == (
        2,
        "  Found   a folder that your account may not change",
    )
    assert read_site(output) == site("1")
    assert left_over(output) == []


class Disk:
    """A small disk, which only the commands started on it see under its name."""

    def __init__(self, place: Path, options: str) -> None:
        attach = f'mount -t tmpfs -o {options} none "$0" && echo attached && exec sleep 60'
        self.place = place
        self.holder = subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", attach, str(place)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.holder.stdout
        self.attached = self.holder.stdout.readline() == "attached\n"
        self.seen = Path(f"/proc/{self.holder.pid}/root{place}/output")

    def inside(self, folder: Path) -> list[str]:
        target = f"--target={self.holder.pid}"
        return ["nsenter", "--mount", target, "env", f"--chdir={folder}"]

    def command(self, *words: str) -> None:
        subprocess.run([*self.inside(self.place), *words], check=True)

    def build(self, version: str) -> tuple[int, str]:
        return run(self.place / "output", version, under=self.inside(self.place))


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Disk]:
    """A disk with a first site on it."""
    if not shutil.which("unshare") or not shutil.which("nsenter"):
        pytest.skip("no commands here to attach a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    disk = Disk(place, getattr(request, "param", "size=1m"))
    try:
        if not disk.attached:
            pytest.skip("this account may not attach a small disk")
        assert disk.build("1") == (0, "")
        yield disk
    finally:
        disk.holder.kill()
        disk.holder.communicate()


@pytest.mark.parametrize("disk", ["size=44k"], indirect=True)
def test_a_disk_that_fills_up_keeps_the_old_site(disk: Disk) -> None:
    """In words for staff; the room that the new pages took is free again."""
    disk.command("dd", "if=/dev/zero", "of=photos", "bs=4k", "count=3", "status=none")
    code, said = disk.build("2")
    assert (code, "  Found   a full disk\n" in said) == (2, True)
    assert read_site(disk.seen) == site("1")
    assert left_over(disk.seen) == []
    disk.command("rm", "photos")
    disk.command("mount", "-o", "remount,size=1m", str(disk.place))
    assert disk.build("2") == (0, "")
    assert read_site(disk.seen) == site("2")


@pytest.mark.parametrize("disk", [f"nr_inodes={len(site('')) + 4}"], indirect=True)
def test_a_full_disk_refuses_a_build_at_once(disk: Disk) -> None:
    """There is not even room for a folder."""
    assert disk.build("2") == (
        2,
        """\
output
  Found   a full disk
  Needed  room for the new site beside the old one
  To fix  delete files that nobody needs, then build again""",
    )
    assert read_site(disk.seen) == site("1")


def test_a_disk_that_can_only_be_read_keeps_the_old_site(disk: Disk) -> None:
    """Linux turns a disk read-only when it finds a fault."""
    disk.command("mount", "-o", "remount,ro", str(disk.place))
    assert disk.build("2") == (
        2,
        """\
output
  Found   a disk that can only be read
  Needed  a disk that can be changed
  To fix  choose another output folder, on another disk""",
    )
    assert read_site(disk.seen) == site("1")


def test_a_disk_is_no_output(disk: Disk) -> None:
    """It cannot be renamed; a folder on it can."""
    assert run(disk.place, "2", under=disk.inside(disk.place.parent)) == (
        2,
        """\
disk
  Found   a place where a disk is attached
  Needed  a folder that can be renamed
  To fix  choose a folder inside it as output folder, such as "disk/site\"""",
    )


def test_a_folder_attached_to_itself_is_no_output(disk: Disk) -> None:
    """A container shares folders like that; only the exchange notices."""
    disk.command("mount", "--bind", "output", "output")
    assert disk.build("2") == (
        2,
        """\
output
  Found   a place where a disk is attached
  Needed  a folder that can be renamed
  To fix  choose a folder inside it as output folder, such as "output/site\"""",
    )
    assert read_site(disk.seen) == site("1")
    assert left_over(disk.seen) == []
