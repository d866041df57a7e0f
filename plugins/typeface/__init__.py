"""Typeface: the serif of the headings, published with its licence, and what stands in for it.

Reads   the cut of plugins.core.face
Gives   /theme/fonts/fraunces.<hash>.woff2 and the licence beside it; typeface.url and
        typeface.css, the @font-face rules, to every template
Stops   nothing: without it headings are set in the machine's own serif
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from plugins.core import face
from plugins.core.flow import Feature, join
from plugins.core.pages import File, Page
from plugins.core.site import Site
from plugins.typeface.fallback import rules

LICENCE = "/theme/fonts/fraunces.OFL.txt"


@dataclass(frozen=True)
class Typeface:
    """Where browsers fetch the typeface, and the rules that say so."""

    url: str
    css: str


@cache
def typeface(letters: frozenset[str] = frozenset()) -> Typeface:
    """The typeface of a site that shows these characters."""
    digest = hashlib.sha256(face.woff2(letters)).hexdigest()[:10]
    url = f"/theme/fonts/fraunces.{digest}.woff2"
    return Typeface(url, rules(url, face.metrics()))


def files(site: Site, _pages: Iterable[Page]) -> Iterator[File]:
    yield File(typeface(site.letters).url, face.woff2(site.letters))
    yield File(LICENCE, face.licence())


def page_values(site: Site, _page: Page) -> dict[str, Any]:
    return {"typeface": typeface(site.letters)}


FEATURE = Feature("typeface", files=files, page_values=page_values)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
