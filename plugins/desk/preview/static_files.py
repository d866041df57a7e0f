"""Static files: finds the file of an address in output/, as a static file host does.

Reads   output/, by name, again for each request: a build replaces the folder
Gives   the bytes and their media type, or the address to redirect to, or None
Stops   nothing: None for a missing file, an invalid name, a path that leads out of output/
Source  /x/ is x/index.html; /x redirects to /x/ when that exists (nginx, Cloudflare, Netlify)
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from plugins.core.model.media_types import media_type

MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}


@dataclass(frozen=True)
class File:
    """A file's content and its media type."""

    content: bytes
    media_type: str


@dataclass(frozen=True)
class Redirect:
    """The address with the missing slash."""

    address: str


def find(output: Path, address: str) -> File | Redirect | None:
    """The file at `address`, a path that starts with a slash, percent signs decoded."""
    *folders, last = address.split("/")[1:]
    names = [*folders, last] if last else folders
    if not all(map(is_name, names)):
        return None
    for _ in range(2):  # a build may replace the folder between two steps
        try:
            return read_file(output, names if last else [*names, "index.html"], address)
        except OSError as error:
            if error.errno not in MISSING:
                raise
    return None


def is_name(text: str) -> bool:
    """Whether a part of an address is a valid file name on any system."""
    return text not in {"", ".", ".."} and not {"\0", "\\"} & set(text)


def read_file(output: Path, names: list[str], address: str) -> File | Redirect | None:
    root = Path(os.path.realpath(output, strict=True))
    path = Path(os.path.realpath(root.joinpath(*names), strict=True))
    if not path.is_relative_to(root):
        return None
    if path.is_dir():
        return Redirect(address + "/") if (path / "index.html").is_file() else None
    return File(path.read_bytes(), media_type(names[-1]))
