"""Hours: when the practice is open, by weekday and on special days.

Reads   `09:00-18:00`, a list of such spans, or `closed`
Gives   spans of local time; an empty tuple is a day that is closed
Units   24-hour clock, in the practice's time zone; a span ends on the day it begins
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainValidator

from plugins.core.schema.fields import Day, Text
from plugins.core.schema.model import ContentModel, field_error

CLOCK = r"([0-9]{1,2}):([0-9]{2})"
SPAN = re.compile(rf"{CLOCK}\s*[-\u2013]\s*{CLOCK}")
# `9am-5:30 pm`, `9 to 17`: not accepted, but understood.
LOOSE = re.compile(
    r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*(?:([ap])\.?m\.?)?\s*(?:[-\u2013\u2014]|to|until)\s*"
    r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*(?:([ap])\.?m\.?)?",
    re.IGNORECASE,
)
NEEDED = "hours like 09:00-18:00, a list of such hours, or the word closed"
LAST_MINUTE = time(23, 59)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Span:
    """Open from `opens` until `closes`."""

    opens: time
    closes: time

    @property
    def until(self) -> time:
        """The closing time as people say it: midnight for 23:59, which staff write for it."""
        return time() if self.closes == LAST_MINUTE else self.closes


def span(text: object) -> Span:
    match = SPAN.fullmatch(text.strip()) if isinstance(text, str) else None
    if not match:
        fix = "write the opening time, a hyphen and the closing time: 09:00-18:00"
        raise field_error(NEEDED, fix, write=probable_hours(text))
    numbers = [int(part) for part in match.groups()]
    try:
        made = Span(time(numbers[0], numbers[1]), time(numbers[2], numbers[3]))
    except ValueError:
        needed, fix = "times from 00:00 to 23:59", "correct the time; for midnight write 23:59"
        raise field_error(needed, fix, write=probable_hours(text)) from None
    if made.closes <= made.opens:
        needed, fix = (
            "a closing time after the opening time",
            "use the 24-hour clock: 6 PM is 18:00",
        )
        raise field_error(needed, fix, write=probable_hours(text))
    return made


def probable_hours(text: object) -> str:
    """The hours that a loose text means on the 24-hour clock, or an empty string."""
    match = LOOSE.fullmatch(text.strip()) if isinstance(text, str) else None
    if not match:
        return ""
    opens, closes = (minutes(*match.groups()[at : at + 3]) for at in (0, 3))
    if closes <= opens and not match[6] and closes <= 12 * 60:
        closes += 12 * 60
    closes -= closes == 24 * 60
    if not opens < closes < 24 * 60:
        return ""
    return "-".join(f"{one // 60:02}:{one % 60:02}" for one in (opens, closes))


def minutes(hour: str, minute: str | None, half: str | None) -> int:
    """Minutes since midnight."""
    number = int(hour)
    if half and 1 <= number <= 12:
        number = number % 12 + (12 if half in "pP" else 0)
    return number * 60 + int(minute or 0)


def spans(value: object) -> object:
    """`closed` is no span at all; one span is a list of one. A list of nothing is unknown."""
    items = value if isinstance(value, list) else [value]
    if [one.strip().lower() for one in items if isinstance(one, str)] == ["closed"]:
        return []
    if not items:
        raise field_error(NEEDED, "write the hours, or the word closed")
    return items


def in_order(made: tuple[Span, ...]) -> tuple[Span, ...]:
    for earlier, later in pairwise(made):
        if later.opens < earlier.closes:
            raise field_error(
                "hours in order, without overlap", "put the earlier hours first; none may overlap"
            )
    return made


Opening = Annotated[
    tuple[Annotated[Span, PlainValidator(span)], ...],
    BeforeValidator(spans),
    AfterValidator(in_order),
]


class Hours(ContentModel):
    """Opening hours by weekday; a day that is not named is not known."""

    monday: Opening | None = None
    tuesday: Opening | None = None
    wednesday: Opening | None = None
    thursday: Opening | None = None
    friday: Opening | None = None
    saturday: Opening | None = None
    sunday: Opening | None = None

    def known(self) -> list[tuple[str, tuple[Span, ...]]]:
        """The days whose hours are known, `monday` first."""
        days = ((day, getattr(self, day)) for day in DAYS)
        return [(day, spans) for day, spans in days if spans is not None]


class SpecialDay(ContentModel):
    """A day that differs from its weekday: a holiday, a late opening."""

    date: Day
    hours: Opening = ()
    reason: Text | None = None


def each_once(days: tuple[SpecialDay, ...]) -> tuple[SpecialDay, ...]:
    """Raises for a date with two sets of hours: nobody could say which holds."""
    dates = [one.date.day for one in days]
    twice = next((day for day in dates if dates.count(day) > 1), None)
    if twice:
        raise field_error(
            "each date once",
            f"put all hours of {twice} under one date, in order, and delete the other",
        )
    return days


SpecialDays = Annotated[tuple[SpecialDay, ...], AfterValidator(each_once)]
