"""Remarks: what is worth a look, offer by offer.

Gives   remarks(): a sentence each: ends within a week, has no end, no terms, has ended
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from plugins.core.model.site import Site
from plugins.core.problems import quoted
from plugins.desk.offers.date_text import in_days
from plugins.desk.offers.listing import Listed, days_until

SOON = timedelta(days=7)


def remarks(offers: Sequence[Listed], site: Site) -> Iterator[str]:
    current = [one for one in offers if one.state != "ended"]
    for one in current:
        if one.period.ends and one.period.ends - site.now <= SOON:
            yield f"{quoted(one.title)} ends {last_day(one.period.ends, site)}: {one.until}."
    for one in current:
        if one.facts.ends is None:
            fix = f'To give it one, write "ends: 2026-12-31" in {one.source}.'
            yield f"{quoted(one.title)} has no end. {fix}"
    for one in current:
        if not one.facts.terms:
            fix = f'To say who it is for, write "terms: ..." in {one.source}.'
            yield f"{quoted(one.title)} has no terms. {fix}"
    for one in offers:
        if one.state == "ended":
            yield f"{quoted(one.title)} has ended: {one.until}. Delete {one.source}?"


def last_day(ends: datetime, site: Site) -> str:
    """`today`, `tomorrow`, `in 3 days`: the last day on which it runs."""
    last = ends - timedelta(seconds=1)
    return in_days(days_until(last, site.now, site.practice.time_zone))
