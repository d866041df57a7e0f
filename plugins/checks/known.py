"""Known: what pages point to, remembered from build to build by the hash of their HTML.

Gives   Known: of(), the Targets of a page; keep(), for the next build
Keeps   one entry in .cache/links/ for the code, selectolax and Python that read pages: JSON, each
        pointer once. One file, not one a page: a thousand are slower to open than to read anew.
        Pages that are gone stay until there are more of them than of those that are there
Stops   nothing: what cannot be read is looked up in the page
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import astuple
from importlib.metadata import version
from pathlib import Path

from plugins.checks import targets
from plugins.checks.targets import Pointer, Targets
from plugins.core import cache

FOLDER = "links"
SPARE = 100  # pages that are gone and may stay, beside as many as there are


class Known:
    """The targets of pages that were read before, and of those that are read now."""

    def __init__(self) -> None:
        self.path = cache.ROOT / FOLDER / depends()
        self.before = stored(cache.read(self.path))
        self.now: dict[str, Targets] = {}
        self.new = False

    def of(self, html: bytes) -> Targets:
        """What a page points to, from the cache or from its HTML."""
        digest = hashlib.sha256(html).hexdigest()
        found = self.now.get(digest) or self.before.pop(digest, None)
        if found is None:
            found = targets.targets(html.decode())
            self.new = True
        self.now[digest] = found
        return found

    def keep(self) -> None:
        """Store what this build knows, if it learned something; the oldest go first."""
        if self.new:
            room = len(self.now) + SPARE
            older = list(self.before.items())[-room:]
            cache.put(self.path, packed({**dict(older), **self.now}))


def depends() -> str:
    """What decides, beside its HTML, what a page is found to point to."""
    code = (Path(__file__), Path(str(targets.__file__)))
    return cache.key(*code, version("selectolax"), sys.version)


def packed(pages: dict[str, Targets]) -> bytes:
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


def stored(content: bytes | None) -> dict[str, Targets]:
    """The pages of an entry; none when there is none."""
    if content is None:
        return {}
    whole = json.loads(content)
    pointers = [Pointer(*one) for one in whole["pointers"]]
    return {
        digest: Targets([pointers[number] for number in numbers], set(ids))
        for digest, (numbers, ids) in whole["pages"].items()
    }
