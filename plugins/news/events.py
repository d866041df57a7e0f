"""Events: a note that tells when and where something is.

Gives   Event: a note with a start, its time in words, and since when it is over; event();
        worth_a_look(): a note that shows too late for its event
Units   instants are aware datetimes in UTC, the end exclusive. An event without an end is over with
        the day on which it starts
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.core.dates.local_time import LAST, start_of_day
from plugins.core.dates.moments import Moment, Period, last_moment
from plugins.core.dates.pieces import Piece
from plugins.core.i18n.words import Words
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.problems import Problem


@dataclass(frozen=True)
class Event:
    """when  its time in words; over  the piece of time after it
    starts, last  days, or instants when the hour is known; last may be unknown
    ends  the first instant after it
    """

    document: Document
    when: str
    starts: date
    last: date | None
    ends: datetime
    over: Piece

    @property
    def where(self) -> str:
        return self.document.facts.where or ""

    @property
    def calendar(self) -> str:
        """The address of its calendar file."""
        return f"{self.document.address}event.ics"


def event(note: Document, site: Site) -> Event | None:
    """What a note tells of; None for a note that tells of no event."""
    facts, zone = note.facts, site.practice.time_zone
    if not facts.starts:
        return None
    ends = facts.period(zone).ends or LAST
    over = Piece.of(ends, None, site.now)
    words = in_words(facts.starts, facts.ends, site.words, zone)
    return Event(note, words, *limits(facts.starts, facts.ends, zone), ends, over)


def limits(starts: Moment, ends: Moment | None, zone: ZoneInfo) -> tuple[date, date | None]:
    """Both as instants when the start has an hour, else as days."""
    if starts.instant is None:
        return starts.day, ends.day if ends else None
    if ends is None or ends.instant:
        return starts.instant, ends.instant if ends else None
    return starts.instant, start_of_day(ends.day + timedelta(days=1), zone)


def in_words(starts: Moment, ends: Moment | None, words: Words, zone: ZoneInfo) -> str:
    """`6 PM to 8 PM on Friday, June 14, 2030`, or what of it is known."""
    first, opens = starts.day, starts.instant.astimezone(zone).time() if starts.instant else None
    last, closes = first, None
    if ends:
        whole = ends.instant is None
        instant = ends.instant or start_of_day(ends.day + timedelta(days=1), zone)
        found, closes = last_moment(Period(None, instant, whole), zone)
        last = found or first
    if last > first:
        both = {"opens": point(first, opens, words), "closes": point(last, closes, words)}
        return str(words.opening_hours.span(**both))
    if opens is not None and closes is not None:
        hours = words.opening_hours.span(opens=words.time(opens), closes=words.time(closes))
        return str(words.dates.end(time=hours, date=words.date(first)))
    return point(first, opens, words)


def point(day: date, clock: time | None, words: Words) -> str:
    """`6 PM on Friday, June 14, 2030`, or the day alone."""
    said = words.date(day)
    return said if clock is None else str(words.dates.end(time=words.time(clock), date=said))


def worth_a_look(note: Document, site: Site) -> Iterator[Problem]:
    """A note whose readers come too late."""
    shows = start_of_day(note.facts.date.day, site.practice.time_zone)
    starts = note.facts.period(site.practice.time_zone).starts
    if starts and starts < shows:
        found = f"a note that shows from {note.facts.date.day} on, after its event has started"
        needed = "nothing, if the note looks back; else a day before the event"
        fix = "write the day from which visitors are to know of the event"
        yield note.problem("date", found, needed, fix, level="warning")
