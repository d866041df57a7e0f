"""Moments: instants and periods as staff write them, in the practice's time zone.

Reads   `2026-12-31`, `2026-12-31 18:00`, `2026-12-31T18:00:30`, and with an offset `-07:00` or `Z`
Gives   aware datetimes in UTC; the end of a period is exclusive
Units   years 1970 to 9999; a date as a start is its first instant, as an end its last
Stops   MomentError with what was needed, when the text is no such moment or the clock skips it
Source  ISO 8601 for the forms, PEP 495 for skipped and repeated local times, IANA zones
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.core.dates.date_words import date_in_words, time_in_words, which
from plugins.core.dates.guesses import dates_in, left_over, readings, wrong_weekday
from plugins.core.dates.local_time import (
    LAST,
    after_gap,
    end_of_day,
    first_skipped,
    instant_of,
    skipped,
    start_of_day,
)
from plugins.core.problems import listed, quoted

FORM = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})"
    r"(?:[ T](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.0+)?(?P<offset>Z|[+-]\d{2}:\d{2})?)?",
    re.ASCII,
)
UTC_MIDNIGHT = re.compile(r".{10}[ T]00:00(?::00)?(?:\.0+)?(?:Z|[+-]00:00)")
NEEDED = "a date like 2026-12-31, or a date and time like 2026-12-31 18:00"
FORMAT = "write the year first, then the month, then the day: 2026-12-31"
FIRST_YEAR = 1970
DAY = len("2026-12-31")


class MomentError(ValueError):
    """The text is no moment: what is needed, what to do, and what to write when it is known."""

    def __init__(self, needed: str, fix: str = "", write: str = "") -> None:
        super().__init__(needed)
        self.needed, self.write = needed, write
        self.fix = fix or f"write {write}"


@dataclass(frozen=True)
class Moment:
    """A moment as written: a whole day, or an instant."""

    day: date
    instant: datetime | None = None


@dataclass(frozen=True)
class Period:
    """From `starts` to before `ends`, aware datetimes in UTC; None is without a limit.

    whole_day: the end was written as a date, so words name the day and no time.
    """

    starts: datetime | None = None
    ends: datetime | None = None
    whole_day: bool = True

    def contains(self, now: datetime) -> bool:
        return (self.starts is None or self.starts <= now) and not self.over(now)

    def over(self, now: datetime) -> bool:
        return self.ends is not None and self.ends <= now


def parse_moment(text: str, zone: ZoneInfo) -> Moment:
    """The moment that `text` names, local times in `zone`. Raises MomentError."""
    match = FORM.fullmatch(text.strip())
    if not match:
        raise mistyped(NEEDED, text, zone)
    try:
        day = date.fromisoformat(match["date"])
    except ValueError:
        raise mistyped("a day that the calendar has", text, zone) from None
    if day.year < FIRST_YEAR:
        raise MomentError(f"a year from {FIRST_YEAR} on", "correct the year")
    if match["time"] is None:
        return whole_day(day, zone)
    try:
        clock = time.fromisoformat(match["time"])
    except ValueError:
        raise mistyped("a time from 00:00 to 23:59", text, zone, "correct the time") from None
    local = datetime.combine(day, clock)
    if match["offset"]:
        return with_offset(local, match["offset"], zone)
    return Moment(day, in_zone(local, zone))


def mistyped(needed: str, text: str, zone: ZoneInfo, fix: str = "") -> MomentError:
    """The error for a text in another form: what to write, when it can mean one thing only."""
    words = [word for one in readings(text, zone) if (word := workable(one, zone))]
    if len(words) == 1 and words[0] != text.strip():
        return MomentError(needed, write=words[0])
    if len(words) > 1:
        both = ", or ".join(f"{one} for {which(one, zone)}" for one in words)
        return MomentError(needed, f"write {both}")
    return MomentError(needed, fix or not_understood(text, zone) or FORMAT)


def not_understood(text: str, zone: ZoneInfo) -> str:
    """What to do about a date that is clear, beside words that are not; empty for no such text."""
    if real := wrong_weekday(text):
        return f"that day is a {real.replace(',', ' in the calendar:')}; correct one of the two"
    several = dates_in(text)
    if len(several) > 1:
        others = listed([quoted(one) for one in several[1:]], "and")
        return f"write one date here, and {others} on a line, or in an entry, of its own"
    words = left_over(text, zone)
    fix = "write the day, or the day and a time in digits, like 2026-12-31 18:00"
    return f"{fix}; {quoted(words)} is not understood" if words else ""


def workable(reading: str, zone: ZoneInfo) -> str:
    """The reading, or what must be written in its place; empty when that is not known."""
    try:
        parse_moment(reading, zone)
    except MomentError as error:
        return error.write
    return reading


def whole_day(day: date, zone: ZoneInfo) -> Moment:
    """A day; refused where a clock that crossed the date line left it out."""
    if start_of_day(day, zone) == end_of_day(day, zone):
        raise MomentError(
            f"a day that exists: the clock in {zone.key} skips {date_in_words(day, zone)}",
            write=(day + timedelta(days=1)).isoformat(),
        )
    return Moment(day)


def with_offset(local: datetime, offset: str, zone: ZoneInfo) -> Moment:
    """A time with its distance from UTC; its day is the one that it is in `zone`."""
    try:
        there = datetime.fromisoformat(f"{local.isoformat()}{offset}")
        instant = there.astimezone(UTC)
        here = instant.astimezone(zone)
    except ValueError:
        raise MomentError(
            "a distance from UTC like -07:00",
            f"leave {offset} out: the time is then the practice's own",
        ) from None
    except OverflowError:
        return Moment(local.date(), LAST)
    return Moment(here.date(), instant)


def typed_moment(text: str, zone: ZoneInfo) -> Moment:
    """The moment that a person typed. Raises MomentError, also for a day as programs save it:
    midnight in Greenwich, which is on the day before in Denver."""
    moment = parse_moment(text, zone)
    here = moment.instant.astimezone(zone) if moment.instant else None
    if not here or not UTC_MIDNIGHT.fullmatch(text.strip()) or here.time() == time():
        return moment
    raise MomentError(
        f"a day, or a time by the practice's clock, which then shows {clock(here)} "
        f"on {date_in_words(here.date(), zone)}",
        f"write {text.strip()[:10]} for the day, or {here:%Y-%m-%d %H:%M} for that time",
    )


def typed_day(text: str, zone: ZoneInfo) -> Moment:
    """The day that a person typed. Raises MomentError, also for a time of day."""
    try:
        moment = parse_moment(text, zone)
    except MomentError as error:
        if len(error.write) > DAY:  # it has a time as well, which would be refused next
            typed_day(error.write, zone)
        raise
    if moment.instant is None:
        return moment
    written = text.strip()[:DAY]
    if re.match(r".{10}[ T]00:00(?!:0*[1-9])", text.strip()):
        raise MomentError("a day without a time", write=written)
    days = dict.fromkeys([written, moment.day.isoformat()])
    raise MomentError(
        "a day without a time",
        f'write {listed(list(days))} alone, and the time into "hours:" or the text',
    )


def in_zone(local: datetime, zone: ZoneInfo) -> datetime:
    """A local time as an instant; a repeated one means the first, a skipped one is refused."""
    if skipped(local, zone):
        after = after_gap(local, zone)
        later = " the next day" if after.date() > local.date() else ""
        raise MomentError(
            f"a time that exists: on {date_in_words(local.date(), zone)} the clock in {zone.key} "
            f"skips from {clock(first_skipped(local, zone))} to {clock(after)}{later}",
            write=f"{after.date()} {clock(after)}",
        )
    return instant_of(local, zone)


def clock(local: datetime) -> str:
    """`02:30`; with its seconds where a zone once changed by some."""
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"


def period(starts: str | None, ends: str | None, zone: ZoneInfo) -> Period:
    """The period between two moments as staff write them. Raises MomentError."""
    return between(
        parse_moment(starts, zone) if starts else None,
        parse_moment(ends, zone) if ends else None,
        zone,
    )


def between(starts: Moment | None, ends: Moment | None, zone: ZoneInfo) -> Period:
    """The period from one moment to another; a day as its end lasts the whole day."""
    return Period(
        (starts.instant or start_of_day(starts.day, zone)) if starts else None,
        (ends.instant or end_of_day(ends.day, zone)) if ends else None,
        whole_day=ends is None or ends.instant is None,
    )


def last_moment(span: Period, zone: ZoneInfo) -> tuple[date | None, time | None]:
    """The last day, and the time of its end when it ends before midnight; None without an end.

    An end at midnight is named by the day before: who reads "midnight on Thursday" comes on
    Thursday evening.
    """
    if span.ends is None or span.ends == LAST:
        return None, None
    local = span.ends.astimezone(zone)
    if span.whole_day or local.time() == time():
        return (span.ends - timedelta(seconds=1)).astimezone(zone).date(), None
    return local.date(), local.time()


def end_in_words(span: Period, zone: ZoneInfo) -> str:
    """For staff: `Thursday, December 31, 2026`, `6 PM on Thursday, December 31, 2026`; "" without
    an end."""
    day, clock = last_moment(span, zone)
    said = date_in_words(day, zone) if day else ""
    return f"{time_in_words(clock, zone)} on {said}" if clock else said


def end_to_write(period: Period, now: datetime) -> date:
    """An end for a period without one, to be written as an example: the last day of the month after
    this one, or after the month in which the period starts."""
    first = max(now, period.starts or now).date().replace(day=1)
    return (first + timedelta(days=70)).replace(day=1) - timedelta(days=1)
