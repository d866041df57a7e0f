"""Running: which offers run at the instant of the build, and where they show.

Gives   Running: an offer with its period and its end in words, for the templates
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.core.moments import Period, end_in_words
from plugins.core.site import Document, Page, Site
from plugins.offers.model import EVERYWHERE


@dataclass(frozen=True)
class Running:
    """An offer that runs now. until: "Thursday, December 31, 2026"; "" without an end."""

    document: Document
    period: Period
    until: str
    modalities: tuple[Document, ...]


def running(site: Site) -> tuple[Running, ...]:
    """The offers that run, highest priority first, then the one that ends first."""
    zone = site.practice.time_zone
    found = [
        Running(
            document,
            period,
            end_in_words(period, zone),
            site.get("modalities", document.facts.modalities),
        )
        for document in site.all("offers")
        if (period := document.facts.period(zone)).contains(site.now)
    ]
    return tuple(sorted(found, key=rank))


def rank(one: Running) -> tuple[int, bool, float, str]:
    ends = one.period.ends
    return (
        -one.document.facts.priority,
        ends is None,
        ends.timestamp() if ends else 0.0,
        one.document.slug,
    )


def on_page(offers: Iterable[Running], page: Page) -> tuple[Running, ...]:
    """The offers that are meant for a page."""
    return tuple(
        one
        for one in offers
        if one.document.facts.pages == EVERYWHERE or page.address in one.document.facts.pages
    )
