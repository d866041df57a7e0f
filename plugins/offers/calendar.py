"""Calendar: the end of an offer, as a file that calendars read.

Gives   /offers/<slug>/offer.ics for each offer with an end: its whole last day when the end is a
        date, else the instant; an alarm on the day before, at an hour when people are awake
Units   an entry is stamped with the offer's start, or the last commit of its file before that:
        never to come, and the same until the offer changes
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.core.model.calendars import DAY, Entry, calendar
from plugins.core.model.pages import File
from plugins.core.model.site import Site
from plugins.offers.schedule import ScheduledOffer, dated, scheduled

# Between the two, an alarm wakes nobody.
MORNING, EVENING = timedelta(hours=9), timedelta(hours=22)


def files(site: Site) -> Iterator[File]:
    for document in site.all("offers"):
        offer = scheduled(document, site)
        if offer.until:
            yield File(f"{offer.address}offer.ics", calendar(entry(offer, site), site, "Offers"))


def entry(offer: ScheduledOffer, site: Site) -> Entry:
    zone = site.practice.time_zone
    return Entry(
        name=f"offer-{offer.document.slug}",
        address=offer.address,
        stamp=dated(offer, site),
        title=str(site.words.offer_text.calendar_title(headline=offer.facts.headline)),
        text=description(offer, site),
        begins=when(offer, zone),
        alarm=trigger(offer, zone),
        busy=False,  # because an offer ends
    )


def when(offer: ScheduledOffer, zone: ZoneInfo) -> date:
    """The last day, or the instant of the end."""
    ends = offer.period.ends
    if ends is None:
        raise ValueError(f"{offer.address} has no end")
    if offer.period.whole_day:
        return (ends - timedelta(seconds=1)).astimezone(zone).date()
    return ends


def trigger(offer: ScheduledOffer, zone: ZoneInfo) -> timedelta:
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


def description(offer: ScheduledOffer, site: Site) -> str:
    code, words = offer.facts.code, site.words
    line = f"{words.offer_text.calendar_code(code=code)}\n" if code else ""
    name, number = site.practice.name, site.practice.telephone
    return f"{line}{name}, {number}\n{site.url}{offer.address}"
