"""Uploads: the pictures of an old site.

Reads   a copy of its folder wp-content/uploads, or what a browser saved beside its pages
Gives   Uploads: name(), what a picture is called in content/images/, where it can be taken; taken,
        the file behind each name
Stops   nothing: what is not below a folder, not a picture or too large has no name
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from filecmp import cmp
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.core.reading.source_files import slug_of

MARK = "/uploads/"
SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
TYPES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
LARGEST = 25_000_000


@dataclass
class Uploads:
    """folder: None when there is no copy; there: names of content/images/ with their files; saved:
    the folder with the saved pages."""

    folder: Path | None
    there: Mapping[str, Path] = field(default_factory=dict)
    saved: Path | None = None
    taken: dict[str, Path] = field(default_factory=dict)

    def name(self, address: str, beside: Path | None = None) -> str:
        """Of the picture at an address of the old site; "" where it cannot be taken. beside: the
        folder of the page that shows it, if that is a saved one."""
        root, file = self.file(address, beside)
        if not root or not file:
            return ""
        whole = file.relative_to(root)
        for stem in (whole.stem, whole.with_suffix("").as_posix()):
            name = f"{slug_of(stem)}{file.suffix.lower()}"
            if name in self.there or not slug_of(stem):
                continue
            # A browser saves a picture once for each page.
            if cmp(self.taken.setdefault(name, file), file, shallow=False):
                return name
        return ""

    def file(self, address: str, beside: Path | None) -> tuple[Path | None, Path | None]:
        """The folder that it is below, and the file in its largest version: WordPress names the
        others with their size."""
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:
            return None, None
        below = path.partition(MARK)[2]
        places = [(self.folder, self.folder, below)] if below else []
        places.append((self.saved, beside, path))
        for root, start, name in places:
            if root and start and name and "\0" not in name:
                for one in (SIZE.sub("", name), name):
                    file = (start / one).resolve()
                    if taken(file, root.resolve()):
                        return root.resolve(), file
        return None, None


def taken(file: Path, root: Path) -> bool:
    """Whether it is a picture below the folder, and not too large."""
    if not file.is_relative_to(root) or file.suffix.lower() not in TYPES:
        return False
    try:
        return file.is_file() and file.stat().st_size <= LARGEST
    except OSError:
        return False
