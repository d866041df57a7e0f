"""Calendar: an event, as a file that calendars read.

Gives   file(): /news/<slug>/event.ics
Units   an entry is stamped with the day from which its note shows: the same in every build
"""

from __future__ import annotations

from plugins.core.model.calendars import Entry, calendar
from plugins.core.model.pages import File
from plugins.core.model.site import Site
from plugins.news.events import Event
from plugins.news.feed import day


def file(event: Event, site: Site) -> File:
    note, practice = event.document, site.practice
    address = practice.address
    here = ", ".join((practice.name, *address.lines)) if address else ""
    entry = Entry(
        name=f"event-{note.slug}",
        address=note.address,
        stamp=day(note, site),
        title=note.title,
        text=f"{note.summary}\n{practice.name}, {practice.telephone}\n{site.url}{note.address}",
        begins=event.starts,
        ends=event.last,
        where=event.where or here,
    )
    return File(event.calendar, calendar(entry, site, "News"))
