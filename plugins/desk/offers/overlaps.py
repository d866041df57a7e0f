"""Meetings: when no offer runs, and which shows when several do.

Gives   gaps() and overlaps(): sentences about the time from now on
Units   an offer that names its pages counts on those alone
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from plugins.core.dates.local_time import LAST
from plugins.core.model.site import Site
from plugins.core.problems import listed, quoted
from plugins.desk.offers.date_text import span_in_words
from plugins.desk.offers.listing import Listed
from plugins.offers.model import EVERYWHERE

Stretch = tuple[datetime, datetime | None, tuple[Listed, ...]]


def stretches(offers: Sequence[Listed], now: datetime) -> Iterator[Stretch]:
    """The time from now on, cut where other offers run; those that run, best first."""
    limits = {limit for one in offers for limit in (one.period.starts, one.period.ends) if limit}
    edges: list[datetime | None] = [now, *sorted(one for one in limits if now < one < LAST), None]
    before: Stretch | None = None
    for starts, ends in pairwise(edges):
        assert starts  # noqa: S101  (None is the last edge)
        run = tuple(one for one in offers if one.period.contains(starts))
        run = tuple(sorted(run, key=lambda one: one.place))
        if before and before[2] == run:
            before = (before[0], ends, run)
            continue
        if before:
            yield before
        before = (starts, ends, run)
    if before:
        yield before


def gaps(offers: Sequence[Listed], site: Site) -> Iterator[str]:
    for starts, ends, run in stretches(offers, site.now):
        if not any(one.facts.pages == EVERYWHERE for one in run):
            span = span_in_words(starts, ends, site.now, site.practice.time_zone)
            pages = sorted({page for one in run for page in one.facts.pages})
            except_on = f", except on {listed(pages, 'and')}" if pages else ""
            yield f"No offer runs {span}{except_on}."


def overlaps(offers: Sequence[Listed], site: Site) -> Iterator[str]:
    """Everywhere, then on the pages that have offers of their own."""
    zone = site.practice.time_zone
    own = {page for one in offers if one.facts.pages != EVERYWHERE for page in one.facts.pages}
    for page in ("", *sorted(own)):
        here = [one for one in offers if shows(one, page)]
        for starts, ends, run in stretches(here, site.now):
            if len(run) > 1 and (not page or any(one.facts.pages != EVERYWHERE for one in run)):
                first, *others = (quoted(one.title) for one in run)
                wait = f"{listed(others, 'and')} {'wait' if len(others) > 1 else 'waits'}"
                span = span_in_words(starts, ends, site.now, zone)
                where = f"On {page}, {span}" if page else span[0].upper() + span[1:]
                yield f"{where}: {first} shows, {wait}."


def shows(one: Listed, page: str) -> bool:
    return one.facts.pages == EVERYWHERE or page in one.facts.pages
