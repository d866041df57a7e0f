"""Overlaps: when no offer runs, and which one shows while several run.

Gives   gaps() and overlaps(): sentences about the time from now on
Units   an offer that names its pages counts on those alone
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, zip_longest
from operator import itemgetter

from plugins.core.dates.local_time import LAST
from plugins.core.model.site import Site
from plugins.core.problems import listed, quoted
from plugins.desk.offers.date_text import span_in_words
from plugins.desk.offers.listing import ListedOffer
from plugins.offers.model import EVERYWHERE

Stretch = tuple[datetime, datetime | None, tuple[ListedOffer, ...]]


def stretches(offers: Sequence[ListedOffer], now: datetime) -> Iterator[Stretch]:
    """The time from now on, cut wherever other offers run; those that run, best first."""
    limits = {limit for offer in offers for limit in (offer.period.starts, offer.period.ends)}
    edges = [now, *sorted(limit for limit in limits if limit and now < limit < LAST)]
    ranked = sorted(offers, key=lambda offer: offer.position)
    runs = [
        (edge, tuple(offer for offer in ranked if offer.period.contains(edge))) for edge in edges
    ]
    groups = [(next(group)[0], running) for running, group in groupby(runs, itemgetter(1))]
    ends = (starts for starts, _ in groups[1:])
    for (starts, running), end in zip_longest(groups, ends):
        yield starts, end, running


def gaps(offers: Sequence[ListedOffer], site: Site) -> Iterator[str]:
    for starts, ends, running in stretches(offers, site.now):
        if not any(offer.facts.pages == EVERYWHERE for offer in running):
            span = span_in_words(starts, ends, site.now, site.practice.time_zone)
            pages = sorted({page for offer in running for page in offer.facts.pages})
            except_on = f", except on {listed(pages, 'and')}" if pages else ""
            yield f"No offer runs {span}{except_on}."


def overlaps(offers: Sequence[ListedOffer], site: Site) -> Iterator[str]:
    """Overlaps everywhere, then on the pages that have offers of their own."""
    zone = site.practice.time_zone
    limited = [offer for offer in offers if offer.facts.pages != EVERYWHERE]
    for page in ("", *sorted({page for offer in limited for page in offer.facts.pages})):
        shown = [offer for offer in offers if shows(offer, page)]
        for starts, ends, running in stretches(shown, site.now):
            if len(running) > 1 and (not page or any(offer in limited for offer in running)):
                first, *others = (quoted(offer.title) for offer in running)
                wait = f"{listed(others, 'and')} {'wait' if len(others) > 1 else 'waits'}"
                span = span_in_words(starts, ends, site.now, zone)
                where = f"On {page}, {span}" if page else span[0].upper() + span[1:]
                yield f"{where}: {first} shows, {wait}."


def shows(offer: ListedOffer, page: str) -> bool:
    return offer.facts.pages == EVERYWHERE or page in offer.facts.pages
