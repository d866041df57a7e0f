"""Hours: when the practice is open, as schema.org says it.

Gives   weekly(): days of the same hours together; special(): special days from today on, and each
        season as it is now, or comes next
Why     schema.org cannot say "by appointment": such a day is left out, as one that nobody knows
Units   local times like 09:00. Midnight is 23:59 after a whole day, else 00:00, which as a
        closing time before the opening means the next day's; 00:00 to 00:00 is closed all day
Source  schema.org OpeningHoursSpecification; Google: LocalBusiness, "business hours"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from plugins.core.model.opening_days import to_come, today
from plugins.core.model.schema_org import Node, node
from plugins.core.model.site import Site
from plugins.core.schema.days_of_year import next_days
from plugins.core.schema.hours import LAST_MINUTE, Hours, Span, Week

MIDNIGHT = time()
CLOSED = {"opens": "00:00", "closes": "00:00"}


def weekly(hours: Week | None, **valid: str) -> list[Node]:
    """valid: from which day to which, for hours of a season."""
    days: dict[tuple[Span, ...], list[str]] = {}
    for day, spans in hours.known() if hours else ():
        if spans.known:
            days.setdefault(spans.spans, []).append(day.capitalize())
    return [
        node("OpeningHoursSpecification", dayOfWeek=names, **valid, **times)
        for spans, names in days.items()
        for times in opens_and_closes(spans)
    ]


def special(site: Site, hours: Hours | None) -> list[Node]:
    """What overrides the hours of the practice, or of one of its places."""
    days = [
        node("OpeningHoursSpecification", **valid(one.first, one.last), **times)
        for one in to_come(site)
        if one.hours.known
        for times in opens_and_closes(one.hours.spans)
    ]
    return [*days, *seasons(site, hours)]


def seasons(site: Site, hours: Hours | None) -> Iterator[Node]:
    for season in hours.seasons if hours else ():
        yield from weekly(season, **valid(*next_days(season.starts, season.ends, today(site))))


def valid(first: date, last: date) -> dict[str, str]:
    return {"validFrom": first.isoformat(), "validThrough": last.isoformat()}


def opens_and_closes(spans: tuple[Span, ...]) -> Iterator[dict[str, str]]:
    """A pair of times for each span of a day; a day that is closed has one too."""
    if not spans:
        yield CLOSED
    for span in spans:
        all_day = span.opens == MIDNIGHT and span.closes == LAST_MINUTE
        closes = span.closes if all_day else span.until
        yield {"opens": f"{span.opens:%H:%M}", "closes": f"{closes:%H:%M}"}
