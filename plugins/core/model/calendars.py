"""Calendars: files that calendars read, of one entry each.

Gives   Entry; calendar(): the file of an entry, its lines ending as the standard demands
Units   a date is a whole day, the last one included; an instant is aware and in UTC. An entry is
        stamped with an instant from content, so that a file is the same until its content changes
Source  RFC 5545; the icalendar library escapes and folds
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar, Event

from plugins.core.model.site import Site

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
    made = Calendar()
    language = site.practice.language.split("-")[0].upper()
    made.add("prodid", f"-//Handbill//{feature}//{language}")
    made.add("version", "2.0")
    made.add_component(event(entry, site))
    return str(made.to_ical().decode())


def event(entry: Entry, site: Site) -> Event:
    host = urlsplit(site.url).hostname or "handbill"
    made = Event()
    made.add("uid", f"{entry.name}@{host}")
    made.add("dtstamp", entry.stamp)
    made.add("summary", entry.title)
    made.add("description", entry.text)
    if entry.where:
        made.add("location", entry.where)
    made.add("url", site.url + entry.address)
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
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", trigger)
    made.add("description", title)
    return made
