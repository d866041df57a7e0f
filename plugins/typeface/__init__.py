"""Typeface: the serif of the headings, published with its licence, and what stands in for it.

Reads   the cut of plugins.core.design.font
Gives   /assets/fraunces.<hash>.woff2 and the licence beside it; typeface.url and
        typeface.css, the @font-face rules, to every template
Stops   nothing: without it headings are set in the machine's own serif
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plugins.core.design import font
from plugins.core.feature import Feature
from plugins.core.model.browser_storage import Stored
from plugins.core.model.fingerprints import ASSETS, fingerprinted
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site, once_per_site
from plugins.typeface import fallback


@dataclass(frozen=True)
class Typeface:
    """The typeface in the letters of a site, cut when something asks for it: each example of the
    style guide is of a site of its own, and most show nothing of it.

    file  what browsers fetch; face: the rule that says where it is; css: those of its stand-ins
    """

    site: Site

    @cached_property
    def file(self) -> File:
        return fingerprinted(ASSETS, "fraunces.woff2", font.woff2(self.site.letters))

    @cached_property
    def face(self) -> str:
        return fallback.face(self.file.address)

    @cached_property
    def css(self) -> str:
        return fallback.rules(font.metrics())

    @property
    def url(self) -> str:
        return self.file.address


@once_per_site
def typeface(site: Site) -> Typeface:
    return Typeface(site)


def files(site: Site, _pages: Iterable[Page]) -> Iterator[File]:
    yield typeface(site).file
    yield fingerprinted(ASSETS, "fraunces-licence.txt", font.licence())


def page_values(site: Site, _page: Page) -> dict[str, Any]:
    return {"typeface": typeface(site)}


def stored(site: Site) -> Iterator[Stored]:
    """That the typeface has been fetched, by theme/js/late_typeface.js."""
    yield Stored("localStorage", "serif", str(site.words.browser_storage.typeface))


FEATURE = Feature("typeface", files=files, page_values=page_values, stored=stored)
