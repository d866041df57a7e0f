"""Known: what pages point to, remembered from build to build by the hash of their HTML.

Gives   Known: of(), the Targets of a page; keep(), for the next build
Keeps   a bundle in .cache/links/ for the code, selectolax and Python that read pages: JSON, each
        pointer once
Stops   nothing: what cannot be read is looked up in the page
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from plugins.checks import link_targets
from plugins.checks.link_targets import Pointer, Targets
from plugins.core.cache.memo import Bundle
from plugins.core.cache.store import key
from plugins.core.system.processes import spread

FOLDER = "links"


class Known:
    """The targets of pages that were read before, and of those that are read now."""

    def __init__(self) -> None:
        self.bundle = Bundle(FOLDER, depends(), packed, unpacked)
        self.keep = self.bundle.keep

    def of(self, files: Sequence[Path]) -> list[Targets]:
        """What pages point to, from the cache or from their HTML."""
        digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
        pages = zip(digests, files, strict=True)
        new = {digest: file for digest, file in pages if self.bundle.get(digest) is None}
        one = cache(Pointer)  # most stand on many pages
        for digest, (pointers, ids) in zip(new, spread(read, list(new.values())), strict=True):
            self.bundle.put(digest, Targets([one(*pointer) for pointer in pointers], set(ids)))
        return [self.bundle.now[digest] for digest in digests]


def read(file: Path) -> tuple[list[tuple[str, str, bool]], list[str]]:
    """What the page in a file points to, as plain data: pointers, and ids."""
    found = link_targets.targets(file.read_bytes().decode())
    return [(one.tag, one.link, one.loaded) for one in found.pointers], sorted(found.ids)


def depends() -> str:
    """What decides, beside its HTML, what a page is found to point to."""
    code = (Path(__file__), Path(str(link_targets.__file__)))
    return key(*code, version("selectolax"), sys.version)


def packed(pages: Mapping[str, Targets]) -> bytes:
    """As JSON: every pointer once, and for each page which of them it has, in its order."""
    numbers: dict[Pointer, int] = {}
    rows = {
        digest: [
            [numbers.setdefault(one, len(numbers)) for one in page.pointers],
            sorted(page.ids),
        ]
        for digest, page in pages.items()
    }
    whole = {"pointers": [(one.tag, one.link, one.loaded) for one in numbers], "pages": rows}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> dict[str, Targets]:
    """The pages of an entry."""
    whole = json.loads(content)
    pointers = [Pointer(*one) for one in whole["pointers"]]
    return {
        digest: Targets([pointers[number] for number in numbers], set(ids))
        for digest, (numbers, ids) in whole["pages"].items()
    }
