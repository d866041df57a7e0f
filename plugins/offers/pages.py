"""Pages of offers: one each, which says what is true before its start, until its end, and after.

Gives   pages(): listed, so indexed, while the offer runs at the build's instant
Why     search results and cards live on after a page has changed, so what goes there names no
        day and no end, and nothing of an offer that has not begun
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from plugins.core.i18n.words import Words
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.offers.schedule import ScheduledOffer, gaps, scheduled, scheduled_offers


def pages(site: Site) -> Iterator[Page]:
    for document in site.all("offers"):
        offer = scheduled(document, site)
        running = offer.running.now
        values = {"document": document, "offer": offer, **beside(offer, site)}
        page = Page.of(document, values, site.overview("offers"), listed=running)
        yield replace(page, title=title(offer, site), summary=summary(site))


def title(offer: ScheduledOffer, site: Site) -> str:
    """The headline, once it has begun, if it names no day."""
    told = offer.begun.now and not dated(offer.facts.headline, site.words)
    return offer.facts.headline if told else site.words.offers.title(practice=site.practice.name)


def dated(text: str, words: Words) -> bool:
    """Whether a text tells when; in doubt it does."""
    months = words.locale.month_names
    short, full = any_of(month[:3] for month in months), any_of(months)
    said = any_of([*words.locale.day_names, *words.dates.when.split(", ")])
    forms = rf"\b{short}\w*\.? \d|\d\.? (?:\w\w )?{full}|\b{said}\b|\d[/-]\d|\b20\d\d\b"
    return bool(re.search(forms, text, re.IGNORECASE))


def any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


def summary(site: Site) -> str:
    return str(site.words.offers.summary(practice=site.practice.name))


def beside(offer: ScheduledOffer, site: Site) -> dict[str, Any]:
    """The other offers, for when this one has ended, and the time in which none of them runs."""
    others = tuple(one for one in scheduled_offers(site) if one.address != offer.address)
    return {"others": others, "without_others": gaps(others, site.now)}
