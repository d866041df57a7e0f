"""Advice: what deserves attention, offer by offer.

Gives   ends_soon(): a sentence for each offer that ends within a week; advice(): these, and one for
        each that has no end or terms, or has ended
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from plugins.core.dates.moments import end_in_words, end_to_write
from plugins.core.model.site import Site
from plugins.core.problems import quoted
from plugins.desk.offers.date_text import days_until, in_days
from plugins.desk.offers.listing import ListedOffer

SOON = timedelta(days=7)


def ends_soon(offers: Sequence[ListedOffer], site: Site) -> Iterator[str]:
    zone = site.practice.time_zone
    for offer in offers:
        ends = offer.period.ends
        if offer.state != "ended" and ends and ends - site.now <= SOON:
            last_moment = ends - timedelta(seconds=1)
            day = in_days(days_until(last_moment, site.now, zone))
            yield f"{quoted(offer.title)} ends {day}: {end_in_words(offer.period, zone)}."


def advice(offers: Sequence[ListedOffer], site: Site) -> Iterator[str]:
    yield from ends_soon(offers, site)
    current = [offer for offer in offers if offer.state != "ended"]
    for offer in current:
        if offer.facts.ends is None:
            last = end_to_write(offer.period, site.now)
            fix = f'To give it one, write "ends: {last}" in {offer.source}.'
            yield f"{quoted(offer.title)} has no end. {fix}"
    for offer in current:
        if not offer.facts.terms:
            fix = f'To say who it is for, write "terms: ..." in {offer.source}.'
            yield f"{quoted(offer.title)} has no terms. {fix}"
    for offer in offers:
        if offer.state == "ended":
            end = end_in_words(offer.period, site.practice.time_zone)
            yield f"{quoted(offer.title)} has ended: {end}. Delete {offer.source}?"
