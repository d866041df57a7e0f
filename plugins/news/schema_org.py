"""schema.org: what search engines read of a note.

Gives   structured_data(): a BlogPosting on its page, and the Event of which it tells
Units   datePublished is a day, which is all that is known; the end of an event is its last day, or
        an instant in ISO 8601 with the practice's distance from UTC
Source  schema.org; Google: Article, Event
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from plugins.core.model.pages import Page
from plugins.core.model.schema_org import (
    Node,
    node,
    page_id,
    picture_of,
    postal_address,
    practice,
)
from plugins.core.model.site import Site
from plugins.news.events import Event, event


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    if not page.article:
        return
    address, note = page_id(site, page), page.values["document"]
    about = event(note, site)
    yield node(
        "BlogPosting",
        id=f"{address}#note",
        headline=page.title,
        description=page.summary,
        datePublished=note.facts.date.day.isoformat(),
        image=picture_of(site, page),
        author=practice(site),
        publisher=practice(site),
        mainEntityOfPage={"@id": address},
        about={"@id": f"{address}#event"} if about else None,
    )
    if about:
        yield event_node(site, page, about)


def event_node(site: Site, page: Page, known: Event) -> Node:
    address = page_id(site, page)
    return node(
        "Event",
        id=f"{address}#event",
        name=page.title,
        description=page.summary,
        url=address,
        startDate=local(known.starts, site),
        endDate=local(known.last, site) if known.last else "",
        location=place(site, known),
        image=picture_of(site, page),
        organizer=practice(site),
        eventStatus="https://schema.org/EventScheduled",
        eventAttendanceMode="https://schema.org/OfflineEventAttendanceMode",
    )


def local(moment: date, site: Site) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(site.practice.time_zone).isoformat()
    return moment.isoformat()


def place(site: Site, known: Event) -> Node | None:
    """Where it is; the practice, unless the note says another place."""
    if known.where:
        return node("Place", name=known.where, address=known.where)
    here = postal_address(site.practice.address)
    return node("Place", name=site.practice.name, address=here) if here else None
