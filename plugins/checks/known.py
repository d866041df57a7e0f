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
from collections.abc import Mapping
from dataclasses import astuple
from importlib.metadata import version
from pathlib import Path

from plugins.checks import targets
from plugins.checks.targets import Pointer, Targets
from plugins.core.bundle import Bundle
from plugins.core.cache import key

FOLDER = "links"


class Known:
    """The targets of pages that were read before, and of those that are read now."""

    def __init__(self) -> None:
        self.bundle = Bundle(FOLDER, depends(), packed, unpacked)
        self.keep = self.bundle.keep

    def of(self, html: bytes) -> Targets:
        """What a page points to, from the cache or from its HTML."""
        digest = hashlib.sha256(html).hexdigest()
        found = self.bundle.get(digest)
        if found is None:
            found = targets.targets(html.decode())
            self.bundle.put(digest, found)
        return found


def depends() -> str:
    """What decides, beside its HTML, what a page is found to point to."""
    code = (Path(__file__), Path(str(targets.__file__)))
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
    whole = {"pointers": [astuple(one) for one in numbers], "pages": rows}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> dict[str, Targets]:
    """The pages of an entry."""
    whole = json.loads(content)
    pointers = [Pointer(*one) for one in whole["pointers"]]
    return {
        digest: Targets([pointers[number] for number in numbers], set(ids))
        for digest, (numbers, ids) in whole["pages"].items()
    }
