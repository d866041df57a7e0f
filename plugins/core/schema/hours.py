"""Hours: when the practice is open, by weekday, in seasons and on special days.

Reads   `09:00-18:00`, several such spans, `by appointment`, or `closed`; under `mon-fri` too
Gives   DayHours: spans of local time, and whether people come by appointment; without either, the
        day is closed
Units   24-hour clock, in the practice's time zone; a span that closes at or before the time at
        which it opens ends on the next day
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import combinations, pairwise
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetPydanticSchema,
    PlainValidator,
    ValidationInfo,
    field_validator,
    model_validator,
)

from plugins.core.dates.moments import Moment
from plugins.core.problems import quoted, typed
from plugins.core.schema.days_of_year import LEAP, YEARLY, DayOfYear, inside
from plugins.core.schema.fields import Day, Text
from plugins.core.schema.model import ContentModel, field_error
from plugins.core.schema.weekdays import DAYS, weekdays

Date = date  # a special day has a key of this name
ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = r"([0-9]{1,2}:[0-9]{2})"
SPAN = re.compile(rf"{CLOCK}\s*[-\u2013]\s*{CLOCK}")
# `9am-5:30 pm`, `9 to 17`, `noon-8 PM`: not accepted, but understood.
LOOSE_CLOCK = (
    r"(?:(?P<{0}hour>[0-9]{{1,2}})(?:[:.h]?(?P<{0}minute>[0-9]{{2}})|h)?\s*"
    r"(?:(?P<{0}half>[ap])\.?m\b\.?)?|(?P<{0}named>noon|midday|midnight))"
)
LOOSE = re.compile(
    rf"(?:from\s+)?{LOOSE_CLOCK.format('o')}\s*(?:[-\u2013\u2014]|to|until|till?)\s*"
    rf"{LOOSE_CLOCK.format('c')}(?:\s*(?:uhr|hrs?|hours))?",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*(?:[,;&+/|]|\band\b)\s*", re.IGNORECASE)
ALL_DAY = re.compile(
    r"(?:open\s+)?(?:24\s*(?:hours|hrs?|h)|all day|round the clock)", re.IGNORECASE
)
BY_APPOINTMENT = re.compile(
    r"\(?(?:or\s+)?(?:(?:open\s+)?by\s+(?:appointment|appt)|(?:appointments?|appts?)(?=\s+only))"
    r"\.?(?:\s+only)?\)?",
    re.IGNORECASE,
)
DAY_AND_HOURS = re.compile(
    r"(?P<days>[A-Za-z][A-Za-z .&/\u2013-]*?)\s*:?\s+(?P<hours>(?:[0-9]|noon|closed|by app).*)",
    re.IGNORECASE,
)
SEVERAL_DAYS = re.compile(
    rf"({ISO})\s*(?:[-\u2013\u2014/]|to|until|till?|through|thru)\s*({ISO})", re.IGNORECASE
)
NEEDED = "hours like 09:00-18:00, a list of such hours, by appointment, or the word closed"
ORDER = "hours in order, without overlap"
FORM = "write the opening time, a hyphen and the closing time: 09:00-18:00"
LAST_MINUTE = time(23, 59)
HOUR, DAY = 60, 24 * 60
# A span past midnight is shorter; "9:00-6:00" means the evening.
LONGEST_NIGHT = 12 * HOUR
# Nobody writes "1:00-5:00" and opens at night.
EARLIEST = 7 * HOUR


@dataclass(frozen=True)
class Span:
    """Open from `opens` until `closes`, which is on the next day when it is earlier."""

    opens: time
    closes: time

    @property
    def until(self) -> time:
        """The closing time as people say it: midnight for 23:59, which staff write for it."""
        return time() if self.closes == LAST_MINUTE else self.closes

    @property
    def minutes(self) -> tuple[int, int]:
        """Minutes since the midnight before; the second is past 1440 on the next day."""
        opens, closes = (clock.hour * HOUR + clock.minute for clock in (self.opens, self.until))
        return opens, closes if closes > opens else closes + DAY


@dataclass(frozen=True)
class DayHours:
    """When the practice is open on a day; by_appointment: also, or only, by appointment."""

    spans: tuple[Span, ...] = ()
    by_appointment: bool = False

    @property
    def known(self) -> bool:
        """Whether somebody knows when the practice is open: appointments may be at any time."""
        return bool(self.spans) or not self.by_appointment


CLOSED = DayHours()


def items(value: object) -> object:
    """The texts of a day: one text is a list of one; `closed` is a list of none."""
    texts = value if isinstance(value, list) else [value]
    if not texts:
        raise field_error(NEEDED, "write the hours, or the word closed")
    closed = [one.strip().lower() for one in texts if isinstance(one, str)] == ["closed"]
    return [] if closed else texts


def spans(value: object) -> tuple[Span | None, ...]:
    """The spans of one text, in order; None for `by appointment`."""
    text = value if isinstance(value, str) else ""
    parts = split(text)
    try:
        found = tuple(None if appointment(part) else span(part) for part in parts)
    except ValueError as error:
        needed = str(error)
    else:
        if found and in_order(found):
            return found
        needed = ORDER if found else NEEDED
    raise field_error(needed, words_for(text), write=probable_hours(text))


def split(text: str) -> list[str]:
    """`9:00-12:00, 13:00-17:00 or by appointment` has three parts."""
    separated = BY_APPOINTMENT.sub(lambda match: f",{match[0]},", text)
    return [part for part in BETWEEN.split(separated.strip()) if part]


def appointment(part: str) -> bool:
    return bool(BY_APPOINTMENT.fullmatch(part))


def span(text: str) -> Span:
    """One span. Raises ValueError with what is needed."""
    match = SPAN.fullmatch(text)
    if not match:
        raise ValueError(NEEDED)
    opens, closes = match[1], "00:00" if match[2] == "24:00" else match[2]
    try:
        made = Span(time.fromisoformat(opens.zfill(5)), time.fromisoformat(closes.zfill(5)))
    except ValueError:
        raise ValueError("times from 00:00 to 24:00") from None
    # From midnight to midnight may be all day, or, as search engines have it, not at all.
    if made.closes == time() and (made.opens != time() or match[2] == "24:00"):
        made = Span(made.opens, LAST_MINUTE)
    begins, ends = made.minutes
    if begins < EARLIEST and ends <= 12 * HOUR and not opens.startswith("0"):
        raise ValueError("hours on the 24-hour clock")
    if made.closes <= made.opens and ends - begins > LONGEST_NIGHT:
        raise ValueError("a closing time after the opening time")
    return made


def in_order(found: tuple[Span | None, ...]) -> bool:
    known = [one.minutes for one in found if one]
    return all(later[0] >= earlier[1] for earlier, later in pairwise(known))


def probable_hours(text: str) -> str:
    """The hours that a loose text means on the 24-hour clock, or an empty string."""
    written, after = [], 0
    for part in split(text):
        if appointment(part):
            written.append("by appointment")
            continue
        meant = loose(part, after)
        if len(meant) != 1:
            return ""
        written.append(on_clock(*meant[0]))
        after = meant[0][1]
    return ", ".join(written)


def words_for(text: str) -> str:
    """What to do about hours that may mean two things, or are not understood."""
    parts = split(text)
    meant = loose(parts[0], 0) if len(parts) == 1 else []
    if len(meant) > 1:
        return f"write {on_clock(*meant[0])}, or {on_clock(*meant[1])} for the night"
    return FORM


def on_clock(opens: int, closes: int) -> str:
    """`09:00-18:00`, from minutes since midnight."""
    closes = closes if closes == DAY else closes % DAY
    return "-".join(f"{one // HOUR:02}:{one % HOUR:02}" for one in (opens, closes))


def loose(text: str, after: int) -> list[tuple[int, int]]:
    """The minutes that a text may mean; after: when the hours before it end."""
    if ALL_DAY.fullmatch(text.strip()) and not after:
        return [(0, DAY)]
    match = LOOSE.fullmatch(text.strip())
    if not match:
        return []
    (opens, exact), (closes, fixed) = (clock(match, end) for end in "oc")
    if not exact and fixed and opens < 12 * HOUR and opens + 12 * HOUR < closes:
        opens += 12 * HOUR  # `1-5pm`
    if not exact and not fixed and opens < EARLIEST:
        evening = (opens + 12 * HOUR, closes + 12 * HOUR * (closes <= 12 * HOUR))
        both = [evening] if after else [evening, (opens, closes)]
        return [one for one in both if after <= one[0] < one[1] <= DAY]
    if not fixed and closes <= opens and closes + 12 * HOUR > opens and closes <= 12 * HOUR:
        closes += 12 * HOUR  # `9 to 5`
    length = (closes - opens) % DAY or DAY
    right = after <= opens < DAY >= closes and (closes > opens or length <= LONGEST_NIGHT)
    return [(opens, opens + length)] if right else []


def clock(match: re.Match[str], end: str) -> tuple[int, bool]:
    """Minutes since midnight, and whether there is no doubt which half of the day is meant."""
    named = (match[f"{end}named"] or "").casefold()
    if named:
        return (0 if end == "o" else DAY) if named == "midnight" else 12 * HOUR, True
    hour, minute, half = (match[f"{end}{part}"] for part in ("hour", "minute", "half"))
    number = int(hour)
    if half and 1 <= number <= 12:
        number = number % 12 + (12 if half in "pP" else 0)
        number = 24 if number == 0 and end == "c" else number
    return number * HOUR + int(minute or 0), bool(half) or number > 12 or hour.startswith("0")


def together(found: tuple[tuple[Span | None, ...], ...]) -> DayHours:
    every = tuple(one for part in found for one in part)
    if not in_order(every):
        raise field_error(ORDER, "put the earlier hours first; none may overlap")
    return DayHours(tuple(one for one in every if one), None in every)


Spans = Annotated[tuple[Span | None, ...], PlainValidator(spans)]
Texts = Annotated[tuple[Spans, ...], BeforeValidator(items), AfterValidator(together)]
Opening = Annotated[DayHours, GetPydanticSchema(lambda _type, schema_of: schema_of(Texts))]


class Week(ContentModel):
    """Opening hours by weekday; a day that is not named is not known."""

    monday: Opening | None = None
    tuesday: Opening | None = None
    wednesday: Opening | None = None
    thursday: Opening | None = None
    friday: Opening | None = None
    saturday: Opening | None = None
    sunday: Opening | None = None

    @model_validator(mode="before")
    @classmethod
    def each_day(cls, values: Any) -> Any:
        """The days that `mon-fri` names; a day of its own counts more."""
        if isinstance(values, str) and (rows := rows_of(values)):
            below = ", and on the next line ".join(typed(f"  {row}") for row in rows)
            raise field_error(
                "a line for each day", f'write "hours:" alone, and on the next line {below}'
            )
        return by_day(values) if isinstance(values, Mapping) else values

    def known(self) -> list[tuple[str, DayHours]]:
        """The days whose hours somebody wrote, `monday` first."""
        days = ((day, getattr(self, day)) for day in DAYS)
        return [(day, hours) for day, hours in days if hours is not None]


class SeasonDays(ContentModel):
    """From which day to which a season is."""

    starts: DayOfYear
    """The first day: 06-01 is June 1 of every year, 2026-06-01 that of one year."""
    ends: DayOfYear
    """The last day, in the same form."""

    @field_validator("ends")
    @classmethod
    def of_one_form(cls, ends: str, info: ValidationInfo) -> str:
        starts = info.data.get("starts", ends)
        if len(ends) != len(starts):
            needed = "both days with a year, or both without"
            raise field_error(needed, "add the year to one, or leave it out of the other")
        if len(ends) > YEARLY and ends < starts:
            raise field_error("an end after the start", "correct one of the two dates")
        return ends


class Season(Week, SeasonDays):
    """A part of the year with other hours; a day that is not named is as in the rest of the year.
    A season of one year counts more than one of every year."""

    def over(self, today: date) -> bool:
        """Whether it was in a year that has passed it."""
        return len(self.ends) > YEARLY and self.ends < today.isoformat()


def apart(seasons: tuple[Season, ...]) -> tuple[Season, ...]:
    """Raises for a season without hours, and for two of one kind that share a day: nobody could
    say which holds."""
    if any(not one.known() for one in seasons):
        fix = 'write a line below "ends:", like saturday: closed'
        raise field_error("the hours of some day in each season", fix)
    for one, other in combinations(seasons, 2):
        if len(one.starts) == len(other.starts) and (
            inside_texts(one.starts, other) or inside_texts(other.starts, one)
        ):
            raise field_error(
                "seasons that share no day",
                f"let the season from {one.starts}, or that from {other.starts}, end earlier",
            )
    return seasons


def inside_texts(day: str, season: Season) -> bool:
    whole = day if len(day) > YEARLY else f"{LEAP}-{day}"
    return inside(date.fromisoformat(whole), season.starts, season.ends)


class Hours(Week):
    """Opening hours by weekday, and in seasons."""

    seasons: Annotated[tuple[Season, ...], AfterValidator(apart)] = ()
    """Parts of the year with other hours."""

    def without(self, today: date) -> Hours:
        """The hours without the seasons that are over."""
        known = tuple(one for one in self.seasons if not one.over(today))
        return self if known == self.seasons else self.model_copy(update={"seasons": known})


def rows_of(text: str) -> list[str]:
    """The lines that hours in one text mean, `Mon-Fri 9am-5pm, Sat closed`; none when a part of it
    is not understood."""
    if appointment(text.strip()):
        return ["daily: by appointment"]
    rows = []
    for part in re.split(r"[,;](?=\s*[A-Za-z])", text):
        match = DAY_AND_HOURS.fullmatch(part.strip())
        hours = match["hours"].strip() if match else ""
        meant = "closed" if hours.casefold() == "closed" else probable_hours(hours)
        if not match or not weekdays(match["days"]) or not meant:
            return []
        rows.append(f"{match['days'].strip().casefold()}: {meant}")
    return rows


def by_day(values: Mapping[str, Any]) -> dict[str, Any]:
    """The hours of each day, those under the name of several days among them."""
    found: dict[str, Any] = {}
    keys: dict[str, str] = {}
    # The longest spans first, so that what is said of fewer days stands.
    for key in sorted(values, key=lambda one: -len(weekdays(one))):
        days = weekdays(key)
        for day in days:
            other = keys.get(day, key)
            if len(weekdays(other)) == len(days) and found.get(day, values[key]) != values[key]:
                raise field_error(
                    f"each day once: {day} is in {quoted(other)} and in {quoted(key)}",
                    "write its hours in one of the two",
                )
            found[day], keys[day] = values[key], key
        if not days:
            found[key] = values[key]
    return found


def one_day(value: object) -> object:
    """Raises for two days in one line, which mean all between them."""
    match = SEVERAL_DAYS.fullmatch(value.strip()) if isinstance(value, str) else None
    if match:
        fix = f'write {match[1]} here, and on the next line "through: {match[2]}"'
        raise field_error("one day", fix)
    return value


class SpecialDay(ContentModel):
    """A day that differs from its weekday: a holiday, a late opening."""

    date: Annotated[Day, BeforeValidator(one_day)]
    """The day, or the first of several."""
    through: Day | None = None
    """The last of several days, if they are alike."""
    hours: Opening = CLOSED
    """09:00-18:00, by appointment, or closed; closed without any."""
    reason: Text | None = None
    """Like Christmas Eve."""

    @field_validator("through")
    @classmethod
    def after_first(cls, through: Moment | None, info: ValidationInfo) -> Moment | None:
        first = info.data.get("date")
        if through and first and through.day <= first.day:
            raise field_error("a day after the first", "correct one of the two, or delete this")
        return through

    @property
    def first(self) -> Date:
        return self.date.day

    @property
    def last(self) -> Date:
        return (self.through or self.date).day


def each_once(days: tuple[SpecialDay, ...]) -> tuple[SpecialDay, ...]:
    """Raises for a date with two sets of hours: nobody could say which holds."""
    for one, other in combinations(days, 2):
        day = max(one.first, other.first)
        if day <= min(one.last, other.last):
            several = one.through or other.through
            fix = f"put all hours of {day} under one date, in order, and delete the other"
            if several:
                fix = f"{day} is in two entries: let one of them end before the other begins"
            raise field_error("each date once", fix)
    return days


SpecialDays = Annotated[tuple[SpecialDay, ...], AfterValidator(each_once)]
