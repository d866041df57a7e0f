"""Link targets: what finished pages point to, and what can be pointed to in them.

Reads   HTML, as browsers will get it
Gives   targets() of one page; cached_targets() of files, for links.py
Cache   .cache/links/, by the hash of each page's HTML: JSON, each pointer once
Source  lexbor, which reads HTML as browsers do; BeautifulSoup took twenty times as long
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from plugins.core.cache.memo import Memo
from plugins.core.system.processes import parallel_map

POINTERS = {"href": ("a", "link", "area"), "src": ("img", "script", "source"), "action": ("form",)}
# What a browser loads at once; <link> only for these relations.
LOADED = ("img", "script", "source")
RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
POINTING = f":is({', '.join(f'[{name}]' for name in ('id', 'srcset', *POINTERS))})"


@dataclass(frozen=True)
class Pointer:
    """What points to another file. loaded: browsers fetch it without being asked."""

    tag: str
    link: str
    loaded: bool


@dataclass
class Targets:
    """What one page points to, in its order, and what can be pointed to in it."""

    pointers: list[Pointer] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def targets(html: str) -> Targets:
    """What a page points to."""
    page = Targets()
    for tag in LexborHTMLParser(html).css(POINTING):
        name, attributes = tag.tag or "", tag.attributes
        if identity := attributes.get("id"):
            page.ids.add(identity)
        loaded = name in LOADED or not RELATIONS.isdisjoint((attributes.get("rel") or "").split())
        for attribute, tags in POINTERS.items():
            if name in tags and (value := attributes.get(attribute)):
                page.pointers.append(Pointer(name, value, loaded))
        for candidate in (attributes.get("srcset") or "").split(","):
            if address := candidate.strip().partition(" ")[0]:
                page.pointers.append(Pointer("img", address, True))
    return page


def cached_targets(files: Sequence[Path]) -> list[Targets]:
    """What the page in each file points to, from the cache or from its HTML."""
    memo = Memo("links", Path(__file__), version("selectolax"), pack=packed, unpack=unpacked)
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    pages = zip(digests, files, strict=True)
    new = {digest: file for digest, file in pages if memo.get(digest) is None}
    pointer = cache(Pointer)  # most stand on many pages
    for digest, (pointers, ids) in zip(new, parallel_map(read, list(new.values())), strict=True):
        memo.put(digest, Targets([pointer(*values) for values in pointers], set(ids)))
    memo.save()
    return [page for digest in digests if (page := memo.get(digest))]


def read(file: Path) -> tuple[list[tuple[str, str, bool]], list[str]]:
    """What the page in a file points to, as plain data: pointers, and ids."""
    page = targets(file.read_bytes().decode())
    return [plain(pointer) for pointer in page.pointers], sorted(page.ids)


def plain(pointer: Pointer) -> tuple[str, str, bool]:
    return pointer.tag, pointer.link, pointer.loaded


def packed(pages: Mapping[str, Targets]) -> bytes:
    """As JSON: every pointer once, and for each page which of them it has, in its order."""
    numbers: dict[Pointer, int] = {}
    rows = {
        digest: [
            [numbers.setdefault(pointer, len(numbers)) for pointer in page.pointers],
            sorted(page.ids),
        ]
        for digest, page in pages.items()
    }
    content = {"pointers": [plain(pointer) for pointer in numbers], "pages": rows}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> dict[str, Targets]:
    """The pages of an entry."""
    data = json.loads(content)
    pointers = [Pointer(*values) for values in data["pointers"]]
    return {
        digest: Targets([pointers[number] for number in numbers], set(ids))
        for digest, (numbers, ids) in data["pages"].items()
    }
