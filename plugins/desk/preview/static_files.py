"""Files: an address to a file of output/, as a plain file host finds it.

Reads   output/, by name, anew for each request: a build puts another folder in its place
Gives   the bytes and their media type; or the address to ask for instead; or None
Stops   nothing: what is not there, leads out of output/ or cannot be a name is None
Source  /x/ is x/index.html; /x is sent on to /x/ when that exists (nginx, Cloudflare, Netlify)
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from plugins.core.model.media_types import media_type

NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}


@dataclass(frozen=True)
class File:
    """What a file holds, and how to name that to the browser."""

    content: bytes
    media_type: str


@dataclass(frozen=True)
class Moved:
    """The address that the visitor should have asked for."""

    address: str


def look_up(output: Path, address: str) -> File | Moved | None:
    """What stands at `address`: a path from the first slash on, percent signs decoded."""
    *folders, last = address.split("/")[1:]
    names = [*folders, last] if last else folders
    if not all(map(is_name, names)):
        return None
    for _ in range(2):  # a build may exchange the folder between two steps
        try:
            return _look_up(output, names if last else [*names, "index.html"], address)
        except OSError as error:
            if error.errno not in NOT_THERE:
                raise
    return None


def is_name(text: str) -> bool:
    """Whether a part of an address can be the name of a file, on any system."""
    return text not in {"", ".", ".."} and not {"\0", "\\"} & set(text)


def _look_up(output: Path, names: list[str], address: str) -> File | Moved | None:
    root = Path(os.path.realpath(output, strict=True))
    path = Path(os.path.realpath(root.joinpath(*names), strict=True))
    if not path.is_relative_to(root):
        return None
    if path.is_dir():
        return Moved(address + "/") if (path / "index.html").is_file() else None
    return File(path.read_bytes(), media_type(names[-1]))
