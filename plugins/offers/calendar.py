"""Calendar: the end of an offer, as a file that calendars read.

Gives   /offers/<slug>/offer.ics for each offer with an end: its whole last day when the end is a
        date, else the instant; an alarm on the day before, at an hour when people are awake
Units   DTSTAMP is the offer's start, or the last commit of its file before that: never to come, and
        the same until the offer changes
Source  RFC 5545; the icalendar library escapes and folds
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from plugins.core.model.pages import File
from plugins.core.model.site import Site
from plugins.offers.schedule import Standing, dated, stand

DAY = timedelta(days=1)
# Between the two, an alarm wakes nobody.
MORNING, EVENING = timedelta(hours=9), timedelta(hours=22)


def files(site: Site) -> Iterator[File]:
    for document in site.all("offers"):
        offer = stand(document, site)
        if offer.until:
            yield File(f"{offer.address}offer.ics", calendar(offer, site))


def calendar(offer: Standing, site: Site) -> str:
    """The calendar of one event. Lines end as the standard demands."""
    made = Calendar()
    language = site.practice.language.split("-")[0].upper()
    made.add("prodid", f"-//Handbill//Offers//{language}")
    made.add("version", "2.0")
    made.add_component(event(offer, site))
    return str(made.to_ical().decode())


def event(offer: Standing, site: Site) -> Event:
    url = site.url + offer.address
    host = urlsplit(site.url).hostname or "handbill"
    made = Event()
    made.add("uid", f"offer-{offer.document.slug}@{host}")
    made.add("dtstamp", dated(offer, site))
    made.add("summary", title(offer, site))
    made.add("description", description(offer, site))
    made.add("url", url)
    begins = when(offer, site.practice.time_zone)
    made.add("dtstart", begins)
    if not isinstance(begins, datetime):
        made.add("dtend", begins + DAY)
    # Nobody is busy because an offer ends.
    made.add("transp", "TRANSPARENT")
    made.add_component(alarm(offer, site))
    return made


def when(offer: Standing, zone: ZoneInfo) -> date:
    """The last day, or the instant of the end."""
    ends = offer.period.ends
    if ends is None:
        raise ValueError(f"{offer.address} has no end")
    if offer.period.whole_day:
        return (ends - timedelta(seconds=1)).astimezone(zone).date()
    return ends


def alarm(offer: Standing, site: Site) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", trigger(offer, site.practice.time_zone))
    made.add("description", title(offer, site))
    return made


def trigger(offer: Standing, zone: ZoneInfo) -> timedelta:
    """How long before the entry the alarm rings: a day, or at 9 AM of the day before its last day
    when that would be at night."""
    begins = when(offer, zone)
    if not isinstance(begins, datetime):
        return MORNING - DAY
    ends = begins.astimezone(zone)
    awake = MORNING <= timedelta(hours=ends.hour) < EVENING
    last = (ends - timedelta(seconds=1)).date()
    ring = datetime.combine(last - DAY, time(), zone) + MORNING
    return -DAY if awake else ring.astimezone(UTC) - begins


def title(offer: Standing, site: Site) -> str:
    return str(site.words.offer_text.calendar_title(headline=offer.facts.headline))


def description(offer: Standing, site: Site) -> str:
    code, words = offer.facts.code, site.words
    line = f"{words.offer_text.calendar_code(code=code)}\n" if code else ""
    name, number = site.practice.name, site.practice.telephone
    return f"{line}{name}, {number}\n{site.url}{offer.address}"
