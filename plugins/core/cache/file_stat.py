"""Stamps: whether files are still what they were, by what the system says of them, unread.

Gives   scan(): a stamp for each file below a folder; same(): whether two stamps of a file tell of
        the same content; total(): one number for all of them, which follows a change of one
Units   a stamp is size, times of content and of inode in nanoseconds, and inode, as text. A file
        that was written so shortly before the look that a second write could have the same times
        has the hash of its content behind that
Source  Git: racy-git, the same rule for its index
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

# Nanoseconds. Linux stamps files with a clock that goes on every 1 to 10 milliseconds.
TICK = 50_000_000
UNREAD = "0 0 0 0 -"  # a file that nothing is known of
LATER = 0.012  # seconds after which a file that is written has other times than those before
MODULUS = 1 << 128


def scan(folder: Path, wanted: Callable[[str], object] = lambda _name: True) -> dict[str, str]:
    """The stamps of all files below a folder, by their names in it; of what lies
    behind a link nothing is known.

    wanted: whether a name, of a file or a folder, counts
    """
    since = time.time_ns() - TICK
    return {name: stamp(entry, since) for name, entry in walk(os.fspath(folder), "", wanted)}


def walk(
    folder: str, prefix: str, wanted: Callable[[str], object]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if not wanted(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, f"{prefix}{entry.name}/", wanted)
        else:
            yield prefix + entry.name, entry


def stamp(entry: os.DirEntry[str] | Path, since: int) -> str:
    """The stamp of one file; with its hash when it was written after `since`."""
    try:
        seen = entry.stat(follow_symlinks=False)
    except OSError:
        return UNREAD
    if stat.S_ISLNK(seen.st_mode):
        return UNREAD  # what it leads to may change while it stays what it is
    plain = f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
    if max(seen.st_mtime_ns, seen.st_ctime_ns) < since:
        return plain
    # A device or a pipe is refused where sources are read, not opened here.
    content = digest(Path(entry)) if stat.S_ISREG(seen.st_mode) else ""
    return f"{plain} {content or '-'}"


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
    """Whether the file was written right before the look."""
    return stamp.count(" ") > 3


def plain(stamp: str) -> str:
    """What the system said, without the hash."""
    return " ".join(stamp.split(" ", 4)[:4])


def same(path: Path, before: str, now: str) -> bool:
    """Whether a file is what it was, with the stamps of then and of now."""
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
