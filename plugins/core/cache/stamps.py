"""Stamps: whether a file is as it was, without reading it.

Gives   Stamp, a path with what changes whenever the file does; stamped()
Why     a time alone does not tell: copies keep it, programs set it back, and a fast one saves twice
        in the same tick. Nobody can set when a file's entry changed (ctime)
Source  stat(2); Git's "racy" index
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

Stamp = tuple[Path, int, int, int, int]


def stamped(paths: Iterable[Path]) -> tuple[Stamp, ...]:
    """The stamps of files, in the order of their paths as given. Raises OSError."""
    return tuple(stamp(path) for path in paths)


def stamp(path: Path) -> Stamp:
    found = path.stat()
    return path, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
