"""Calendars: files that calendars read, of one entry each.

Gives   Entry; calendar(): the file of an entry, its lines ending as the standard demands
Units   a date is a whole day, the last one included; an instant is aware and in UTC. An entry is
        stamped with an instant from content, so that a file is the same until its content changes
Source  RFC 5545; the icalendar library escapes and folds
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key
from plugins.core.model.site import Site

if TYPE_CHECKING:
    from icalendar import Alarm, Event

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """One entry. ends: its last day, or the instant of its end; None is unknown.

    name   what it is among the entries of this site, the same for ever
    alarm  how long before it a reminder comes, less than nothing; None for no reminder
    busy   whether who has the entry can do nothing else meanwhile
    """

    name: str
    address: str
    stamp: datetime
    title: str
    text: str
    begins: date
    ends: date | None = None
    where: str = ""
    alarm: timedelta | None = None
    busy: bool = True


def calendar(entry: Entry, site: Site, feature: str) -> str:
    """feature: what made it, for programs that read many."""
    language = site.practice.language.split("-")[0].upper()
    maker = f"-//Handbill//{feature}//{language}"
    name = key(repr(entry), site.url, maker, version("icalendar"), Path(__file__))
    return cached("calendars", f"{name}.ics", lambda: written(entry, site.url, maker)).decode()


def written(entry: Entry, url: str, maker: str) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415  (slow to load, not needed while .cache is there)

    made = Calendar()
    made.add("prodid", maker)
    made.add("version", "2.0")
    made.add_component(event(entry, url))
    return bytes(made.to_ical())


def event(entry: Entry, url: str) -> Event:
    from icalendar import Event  # noqa: PLC0415

    host = urlsplit(url).hostname or "handbill"
    made = Event()
    made.add("uid", f"{entry.name}@{host}")
    made.add("dtstamp", entry.stamp)
    made.add("summary", entry.title)
    made.add("description", entry.text)
    if entry.where:
        made.add("location", entry.where)
    made.add("url", url + entry.address)
    made.add("dtstart", entry.begins)
    if not isinstance(entry.begins, datetime):
        made.add("dtend", (entry.ends or entry.begins) + DAY)
    elif entry.ends:
        made.add("dtend", entry.ends)
    if not entry.busy:
        made.add("transp", "TRANSPARENT")
    if entry.alarm is not None:
        made.add_component(reminder(entry.alarm, entry.title))
    return made


def reminder(trigger: timedelta, title: str) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", trigger)
    made.add("description", title)
    return made
