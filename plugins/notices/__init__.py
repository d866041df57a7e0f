"""Notices: what visitors must know for a while, above everything else: closed today, new hours.

Reads   content/notices/*.md; the zone from content/practice.yaml
Gives   notices to every template: those that run or are to come, the one that ends first before the
        others
Units   starts and ends are aware datetimes in UTC, the end exclusive
Stops   the build with one Problem for each field that cannot be read, a notice without a text, and
        an end before its start
Why     the clock of the offers shows and hides them in the browser, so no build is needed in time;
        plugins.practice reads those of level closed, and does not say "open now" meanwhile
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup

from plugins.core.dates.pieces import Piece
from plugins.core.feature import Due, Feature
from plugins.core.model.documents import Document, Kind
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem
from plugins.notices.model import Notice as Facts

KIND = Kind("notices", Facts)


@dataclass(frozen=True)
class Notice:
    """A notice with the time in which it shows."""

    text: Markup
    running: Piece


def period(document: Document, site: Site) -> tuple[datetime | None, datetime]:
    found = document.facts.period(site.practice.time_zone)
    return found.starts, found.ends


@once_per_site
def not_over(site: Site) -> list[Document]:
    """The notices that run or are to come, the one that ends first before the others."""
    found = [one for one in site.all(KIND.folder) if period(one, site)[1] > site.now]
    return sorted(found, key=lambda one: (period(one, site)[1], one.slug))


@once_per_site
def values(site: Site) -> dict[str, Any]:
    notices = [Notice(one.prose, Piece.of(*period(one, site), site.now)) for one in not_over(site)]
    return {"notices": notices}


def site_problems(site: Site) -> Iterator[Problem]:
    for document in site.all(KIND.folder):
        yield from document.without_text("what visitors are to know, in a sentence")
        if period(document, site)[1] <= site.now:
            found = "a notice that has ended"
            needed = "nothing, if that is right: it shows nowhere"
            fix = "delete the file, or write a later end"
            yield document.problem("ends", found, needed, fix, level="warning")


def due_builds(site: Site) -> Iterator[Due]:
    """Starts and ends to come, for visitors without JavaScript."""
    for document in not_over(site):
        starts, ends = period(document, site)
        if starts and starts > site.now:
            yield Due(starts, document.source, f"the notice {document.slug} starts", document.slug)
        yield Due(ends, document.source, f"the notice {document.slug} ends")


FEATURE = Feature(
    "notices",
    kinds=(KIND,),
    site_problems=site_problems,
    page_values=lambda site, _page: values(site),
    due_builds=due_builds,
)
