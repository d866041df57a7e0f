"""Typeface: that of the headings, published with its licence, and what stands in for it.

Reads   brand.typeface in content/practice.yaml; the cuts of plugins.core.design.font
Gives   /assets/fraunces.<hash>.woff2, or that of another typeface, and the licence beside it;
        typeface.url and typeface.css, the @font-face rules, to every template
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
        name = self.site.practice.brand.face
        cut = font.woff2(self.site.letters, name)
        return fingerprinted(ASSETS, f"{font.CUTS[name].slug}.woff2", cut)

    @cached_property
    def face(self) -> str:
        return fallback.face(self.file.address)

    @cached_property
    def css(self) -> str:
        name = self.site.practice.brand.face
        return fallback.rules(font.metrics(name), sans=font.CUTS[name].sans)

    @property
    def url(self) -> str:
        return self.file.address


@once_per_site
def typeface(site: Site) -> Typeface:
    return Typeface(site)


def files(site: Site, _pages: Iterable[Page]) -> Iterator[File]:
    yield typeface(site).file
    name = site.practice.brand.face
    yield fingerprinted(ASSETS, f"{font.CUTS[name].slug}-licence.txt", font.licence(name))


def page_values(site: Site, _page: Page) -> dict[str, Any]:
    return {"typeface": typeface(site)}


def stored(site: Site) -> Iterator[Stored]:
    """That the typeface has been fetched, by theme/js/late_typeface.js."""
    yield Stored("localStorage", "serif", str(site.words.browser_storage.typeface))


FEATURE = Feature("typeface", files=files, page_values=page_values, stored=stored)
