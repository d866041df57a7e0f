"""Languages: which pages are the same in other languages.

Gives   in_each_language(): the pages of each language, each with its translations and with the
        links to the other languages; unchanged where there is one language
Source  Google: "Tell Google about localized versions of your page": each lists all, itself, too
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.core.model.pages import Page, Translation
from plugins.core.model.site import Site

Pages = tuple[Page, ...]


def in_each_language(sites: Sequence[Site], pages: Sequence[Pages]) -> list[Pages]:
    """pages: those of each site, in the same order."""
    if len(sites) == 1:
        return list(pages)
    known = [{page.local_address: page for page in own} for own in pages]
    return [
        tuple(with_languages(page, place, sites, known) for page in own)
        for place, own in enumerate(pages)
    ]


def with_languages(
    page: Page, place: int, sites: Sequence[Site], known: Sequence[dict[str, Page]]
) -> Page:
    """A page with its translations. place: which of the sites it belongs to."""
    same = [own.get(page.local_address) for own in known]
    alternates = [
        translation(site, other.address)
        for site, other in zip(sites, same, strict=True)
        if other and other.listed and not other.starter
    ]
    elsewhere = [
        translation(site, other.address if other and other.listed else site.at("/"))
        for number, (site, other) in enumerate(zip(sites, same, strict=True))
        if number != place
    ]
    listed = page.listed and not page.starter and len(alternates) > 1
    return replace(
        page, translations=tuple(alternates) if listed else (), languages=tuple(elsewhere)
    )


def translation(site: Site, address: str) -> Translation:
    """A page of a site, as pages in other languages name it."""
    words = site.words
    return Translation(site.practice.language, words.base.language, address, words.locale.tag)
