"""Typeface: the serif of the headings, published with its licence, and what stands in for it.

Reads   the cut of plugins.core.face
Gives   /assets/fraunces.<hash>.woff2 and the licence beside it; typeface.url and
        typeface.css, the @font-face rules, to every template
Stops   nothing: without it headings are set in the machine's own serif
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from plugins.core import face
from plugins.core.flow import Feature, join
from plugins.core.hashed import ASSETS, hashed
from plugins.core.pages import File, Page
from plugins.core.site import Site
from plugins.typeface import fallback


@dataclass(frozen=True)
class Typeface:
    """The file of the typeface, the rule that says where it is, the rules of its stand-ins."""

    file: File
    face: str
    css: str

    @property
    def url(self) -> str:
        return self.file.address


@cache
def typeface(letters: frozenset[str] = frozenset()) -> Typeface:
    """The typeface of a site that shows these characters."""
    file = hashed(ASSETS, "fraunces.woff2", face.woff2(letters))
    return Typeface(file, fallback.face(file.address), fallback.rules(face.metrics()))


def files(site: Site, _pages: Iterable[Page]) -> Iterator[File]:
    yield typeface(site.letters).file
    yield hashed(ASSETS, "fraunces-licence.txt", face.licence())


def page_values(site: Site, _page: Page) -> dict[str, Any]:
    return {"typeface": typeface(site.letters)}


FEATURE = Feature("typeface", files=files, page_values=page_values)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
