"""Pages of offers: one each, which says what is true before its start, until its end, and after.

Gives   pages(): listed, so indexed, while the offer runs at the build's instant
Why     search results and cards live on after a page has changed, so what goes there names no
        day and no end, and nothing of an offer that has not begun
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.site import Page, Site
from plugins.offers.standing import Standing, gaps, stand, standing

# What tells when: in doubt, the title is left out of cards.
DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tonight|tomorrow|until|through)\b"
    r"|\b(?:ends|ending|expires|last)\b|\b(?:this|next) (?:week|month|year)|\d[/-]\d|\b20\d\d\b",
    re.IGNORECASE,
)


def pages(site: Site) -> Iterator[Page]:
    for document in site.all("offers"):
        offer = stand(document, site)
        running = offer.running.now
        values = {"document": document, "offer": offer, **beside(offer, site)}
        page = Page.of(document, values, site.overview("offers"), listed=running)
        yield replace(page, title=title(offer, site), summary=summary(site))


def title(offer: Standing, site: Site) -> str:
    """The headline, once it has begun, if it names no day."""
    told = offer.begun.now and not DATED.search(offer.facts.headline)
    return offer.facts.headline if told else f"An offer of {site.practice.name}"


def summary(site: Site) -> str:
    return f"An offer of {site.practice.name}: what it is, who it is for, and how to use it."


def beside(offer: Standing, site: Site) -> dict[str, Any]:
    """The other offers, for when this one has ended, and the time in which none of them runs."""
    others = tuple(one for one in standing(site) if one.address != offer.address)
    return {"others": others, "without_others": gaps(others, site.now)}
