"""Uploads: the pictures of an old site, from a copy of its folder wp-content/uploads.

Gives   Uploads: name(), what a picture is called in content/images/, where it can be taken; taken,
        the file behind each name
Stops   nothing: what is not below the folder, not a picture or too large has no name
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.core.reading.source_files import slug_of

MARK = "/uploads/"
SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
TYPES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
LARGEST = 25_000_000


@dataclass
class Uploads:
    """folder: None when there is no copy; there: names of content/images/ with their files."""

    folder: Path | None
    there: Mapping[str, Path]
    taken: dict[str, Path] = field(default_factory=dict)

    def name(self, address: str) -> str:
        """Of the picture at an address of the old site; "" where it cannot be taken."""
        file = self.file(address)
        if not self.folder or not file:
            return ""
        whole = file.relative_to(self.folder.resolve())
        for stem in (whole.stem, whole.with_suffix("").as_posix()):
            name = f"{slug_of(stem)}{file.suffix.lower()}"
            if name in self.there or not slug_of(stem):
                continue
            if self.taken.setdefault(name, file) == file:
                return name
        return ""

    def file(self, address: str) -> Path | None:
        """The largest version: WordPress names the others with their size."""
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:
            return None
        below = path.partition(MARK)[2]
        if not self.folder or not below or "\0" in below:
            return None
        folder = self.folder.resolve()
        for name in (SIZE.sub("", below), below):
            file = (folder / name).resolve()
            if not file.is_relative_to(folder) or file.suffix.lower() not in TYPES:
                continue
            if file.is_file() and file.stat().st_size <= LARGEST:
                return file
        return None
