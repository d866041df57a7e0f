"""Finished pages: what a browser finds in each, read once for all checks of them.

Reads   HTML, as browsers will get it
Gives   read_page(): what one page points to, what can be pointed to in it, and its code;
        finished_pages(): of every page of a folder; cached_pages(): of files
Cache   .cache/finished_pages/, by the hash of each page's HTML: JSON, each pointer and code once
Source  lexbor, which reads HTML as browsers do; BeautifulSoup took twenty times as long
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from plugins.core.cache.memo import Memo
from plugins.core.cache.package_versions import version
from plugins.core.model import inline_code, page_code
from plugins.core.model.page_code import INLINE, Code, Plain, code_in
from plugins.core.model.site import Site, once_per_site
from plugins.core.system.processes import parallel_map

POINTERS = {"href": ("a", "link", "area"), "src": ("img", "script", "source"), "action": ("form",)}
POINTING = {"srcset", *POINTERS}
# What a browser loads at once; <link> only for these relations.
LOADED = ("img", "script", "source")
RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
CODE = (sys.modules[__name__], page_code, inline_code)
LIBRARIES = ("selectolax", "markupsafe")


@dataclass(frozen=True)
class Pointer:
    """What points to another file. loaded: browsers fetch it without being asked."""

    tag: str
    link: str
    loaded: bool

    @property
    def plain(self) -> Plain:
        return self.tag, self.link, self.loaded


@dataclass
class FinishedPage:
    """What one page points to, in its order, what can be pointed to in it, and its code."""

    pointers: list[Pointer] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    code: list[Code] = field(default_factory=list)


def read_page(html: str) -> FinishedPage:
    page = FinishedPage()
    for node in LexborHTMLParser(html).css("*"):
        tag, attributes = node.tag or "", node.attributes
        if attributes or tag in INLINE:
            page.code += code_in(tag, attributes, node)
        if identity := attributes.get("id"):
            page.ids.add(identity)
        if not POINTING.isdisjoint(attributes):
            page.pointers += pointers(tag, attributes)
    return page


def pointers(tag: str, attributes: Mapping[str, str | None]) -> list[Pointer]:
    """What an element points to."""
    loaded = tag in LOADED or not RELATIONS.isdisjoint((attributes.get("rel") or "").split())
    found = [
        Pointer(tag, value, loaded)
        for attribute, tags in POINTERS.items()
        if tag in tags and (value := attributes.get(attribute))
    ]
    for candidate in (attributes.get("srcset") or "").split(","):
        if address := candidate.strip().partition(" ")[0]:
            found.append(Pointer("img", address, True))
    return found


@once_per_site
def finished_pages(_site: Site, folder: Path) -> dict[str, FinishedPage]:
    """What is in each page below a folder, by its name, like "/about/index.html"."""
    files = sorted(folder.rglob("*.html"))
    names = ["/" + file.relative_to(folder).as_posix() for file in files]
    return dict(zip(names, cached_pages(files), strict=True))


def cached_pages(files: Sequence[Path]) -> list[FinishedPage]:
    """What is in the page of each file, from the cache or from its HTML."""
    code = (Path(str(module.__file__)) for module in CODE)
    libraries = map(version, LIBRARIES)
    memo = Memo("finished_pages", *code, *libraries, pack=packed, unpack=unpacked)
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    pages = zip(digests, files, strict=True)
    new = {digest: file for digest, file in pages if memo.get(digest) is None}
    pointer, known = cache(Pointer), cache(Code.of)  # most stand on many pages
    rows = parallel_map(read_file, list(new.values()))
    for digest, (pointers, ids, codes) in zip(new, rows, strict=True):
        found = [pointer(*values) for values in pointers], set(ids), [known(*one) for one in codes]
        memo.put(digest, FinishedPage(*found))
    memo.save()
    return [page for digest in digests if (page := memo.get(digest))]


def read_file(file: Path) -> tuple[list[Plain], list[str], list[Plain]]:
    """What is in the page of a file, as plain data: pointers, ids, code."""
    # Browsers take each kind of line end for the same one, and so does read_text().
    page = read_page(file.read_text("utf-8"))
    return [one.plain for one in page.pointers], sorted(page.ids), [one.plain for one in page.code]


def packed(pages: Mapping[str, FinishedPage]) -> bytes:
    """As JSON: every pointer and code once, and for each page the numbers of its own, in order."""
    pointers: dict[Plain, int] = {}
    codes: dict[Plain, int] = {}
    rows = {
        digest: [
            [pointers.setdefault(one.plain, len(pointers)) for one in page.pointers],
            sorted(page.ids),
            [codes.setdefault(one.plain, len(codes)) for one in page.code],
        ]
        for digest, page in pages.items()
    }
    content = {"pointers": [*pointers], "codes": [*codes], "pages": rows}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> dict[str, FinishedPage]:
    """The pages of an entry."""
    data = json.loads(content)
    pointers = [Pointer(*values) for values in data["pointers"]]
    codes = [Code.of(*values) for values in data["codes"]]
    return {
        digest: FinishedPage(
            [pointers[number] for number in numbers], set(ids), [codes[number] for number in found]
        )
        for digest, (numbers, ids, found) in data["pages"].items()
    }
