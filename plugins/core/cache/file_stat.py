"""Whether a file has changed, from what stat() says of it: the content is read only in doubt.

Gives   FileStat and stat_of(): a file in the key of a cache of this process
        contents(): the hash of each file below a folder
        scan(): a stamp for each file below a folder, kept between builds; same(): whether two
        stamps of a file mean the same content; total(): one number for many stamps; packages(): the
        installed packages
Units   a stamp is size, mtime and ctime in nanoseconds, and inode, as text. A file written so
        recently that a second write could have the same times has the hash of its content as well
Why     mtime alone is not enough: copies keep it, programs set it back, and a fast program saves
        twice in one tick. Nobody can set ctime
Source  stat(2); Git's racy-git rule for its index
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

# Nanoseconds. The clock that Linux uses for files advances every 1 to 10 milliseconds.
TICK = 50_000_000
UNREAD = "0 0 0 0 -"  # a file that cannot be compared
LATER = 0.012  # seconds after which a write has a later time than all writes before
MODULUS = 1 << 128


FileStat = tuple[Path, int, int, int, int]


def stat_of(path: Path) -> FileStat:
    """A value that changes whenever the file does. Raises OSError."""
    stat_result = path.stat()
    times = stat_result.st_mtime_ns, stat_result.st_ctime_ns
    return path, stat_result.st_size, *times, stat_result.st_ino


def scan(folder: Path, include: Callable[[str], object] = lambda _name: True) -> dict[str, str]:
    """The stamps of all files below a folder, by their relative names; links are not followed.

    include: whether to look at a file or folder of this name
    """
    since = time.time_ns() - TICK
    return {name: stamp(entry, since) for name, entry in walk(os.fspath(folder), "", include)}


def walk(
    folder: str, prefix: str, include: Callable[[str], object]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if not include(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, f"{prefix}{entry.name}/", include)
        else:
            yield prefix + entry.name, entry


def stamp(entry: os.DirEntry[str] | Path, since: int) -> str:
    """The stamp of one file; with its hash when it was written after `since`."""
    try:
        result = entry.stat(follow_symlinks=False)
    except OSError:
        return UNREAD
    if stat.S_ISLNK(result.st_mode):
        return UNREAD  # its target may change while the link stays the same
    plain = f"{result.st_size} {result.st_mtime_ns} {result.st_ctime_ns} {result.st_ino}"
    if max(result.st_mtime_ns, result.st_ctime_ns) < since:
        return plain
    # source_files refuses devices and pipes: do not open them here.
    content = digest(Path(entry)) if stat.S_ISREG(result.st_mode) else ""
    return f"{plain} {content or '-'}"


def contents(folder: Path, include: Callable[[str], object]) -> dict[str, str]:
    """The hash of every file below a folder, by relative name; the same on another machine."""
    found = walk(os.fspath(folder), "", include)
    return {name: digest(Path(entry)) for name, entry in sorted(found) if entry.is_file()}


def of(path: Path) -> str:
    """The stamp of one file, now."""
    return stamp(path, time.time_ns() - TICK)


def digest(path: Path) -> str:
    """The hash of a file; "" when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def fresh(stamp: str) -> bool:
    """Whether the file was written right before its stamp was taken."""
    return stamp.count(" ") > 3


def plain(stamp: str) -> str:
    """The stamp without the hash."""
    return " ".join(stamp.split(" ", 4)[:4])


def same(path: Path, before: str, now: str) -> bool:
    """Whether a file has the same content; `before` and `now` are its stamps."""
    if before == now:
        return not before.endswith("-")
    if plain(before) != plain(now) or not fresh(before):
        return False
    return before.split(" ")[4] == digest(path)


def total(stamps: Mapping[str, str]) -> int:
    """One number for all files and their stamps."""
    return sum(share(name, one) for name, one in stamps.items()) % MODULUS


def share(name: str, stamp: str) -> int:
    """What a file adds to the total."""
    return int.from_bytes(hashlib.sha256(f"{name}\0{plain(stamp)}".encode()).digest()[:16], "big")


def packages() -> list[str]:
    """The packages that are installed, with their versions."""
    folders = [Path(one) for one in sys.path if one.endswith("-packages")]
    return sorted(one.name for folder in folders for one in folder.glob("*.dist-info"))
