"""Hours: when the practice is open, as schema.org says it.

Gives   weekly(): days of the same hours together; special(): special days from today on
Why     schema.org cannot say "by appointment": such a day is left out, as one that nobody knows
Units   local times like 09:00. Midnight is 23:59 after a whole day, else 00:00, which as a
        closing time before the opening means the next day's; 00:00 to 00:00 is closed all day
Source  schema.org OpeningHoursSpecification; Google: LocalBusiness, "business hours"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from plugins.core.model.schema_org import Node, node
from plugins.core.model.site import Site
from plugins.core.schema.hours import LAST_MINUTE, Hours, Span, SpecialDay

MIDNIGHT = time()
CLOSED = {"opens": "00:00", "closes": "00:00"}


def weekly(hours: Hours | None) -> list[Node]:
    days: dict[tuple[Span, ...], list[str]] = {}
    for day, spans in hours.known() if hours else ():
        if spans.known:
            days.setdefault(spans.spans, []).append(day.capitalize())
    return [
        node("OpeningHoursSpecification", dayOfWeek=names, **times)
        for spans, names in days.items()
        for times in opens_and_closes(spans)
    ]


def special(site: Site) -> list[Node]:
    return [
        node("OpeningHoursSpecification", validFrom=day, validThrough=day, **times)
        for one in to_come(site)
        for day in [one.date.day.isoformat()]
        if one.hours.known
        for times in opens_and_closes(one.hours.spans)
    ]


def to_come(site: Site) -> list[SpecialDay]:
    """The special days that are not over, by the practice's clock."""
    today = site.now.astimezone(site.practice.time_zone).date()
    return [one for one in site.practice.special_days if one.date.day >= today]


def opens_and_closes(spans: tuple[Span, ...]) -> Iterator[dict[str, str]]:
    """A pair of times for each span of a day; a day that is closed has one too."""
    if not spans:
        yield CLOSED
    for span in spans:
        all_day = span.opens == MIDNIGHT and span.closes == LAST_MINUTE
        closes = span.closes if all_day else span.until
        yield {"opens": f"{span.opens:%H:%M}", "closes": f"{closes:%H:%M}"}
