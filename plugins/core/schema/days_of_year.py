"""Days of the year: `06-01`, which comes every year, or `2026-06-01`, which comes once.

Gives   DayOfYear: the text, in one of the two forms, so that two of one form are in order as texts;
        inside(): whether a day lies between two; next_days(): when they come next
Units   a span from 11-01 to 03-31 goes over the turn of the year; both its ends belong to it
Stops   a day that no year has, with what to write for `June 1`
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, ValidationInfo

from plugins.core.dates.guesses import readings
from plugins.core.schema.inputs import Input
from plugins.core.schema.model import field_error

FORM = re.compile(r"(?:\d{4}-)?\d{2}-\d{2}", re.ASCII)
NEEDED = "a day of every year like 06-01, for June 1, or of one year like 2026-06-01"
LEAP = "2000"  # a year that has every day
YEARLY = len("06-01")


def day_of_year(text: object, info: ValidationInfo) -> str:
    shown = text.strip() if isinstance(text, str) else ""
    zone = (info.context or {}).get("zone", ZoneInfo("UTC"))
    if FORM.fullmatch(shown):
        try:
            date.fromisoformat(shown if len(shown) > YEARLY else f"{LEAP}-{shown}")
        except ValueError:
            raise field_error("a day that the calendar has", "correct the day") from None
        return shown
    once, yearly = readings(shown, zone), readings(f"{shown} {LEAP}", zone)
    slashed = readings(f"{shown}/{LEAP}", zone)
    meant = {*once, *(day[-YEARLY:] for day in (*yearly, *slashed))}
    write = meant.pop() if len(meant) == 1 else ""
    if not FORM.fullmatch(write):
        write = ""
    raise field_error(NEEDED, "write the month, a hyphen and the day: 06-01", write=write)


def inside(day: date, starts: str, ends: str) -> bool:
    here = day.isoformat()[-len(starts) :]
    if starts > ends:
        return here >= starts or here <= ends
    return starts <= here <= ends


def next_days(starts: str, ends: str, today: date) -> tuple[date, date]:
    """The first and the last day of the span that holds today, or of the next; of one year, its
    own."""
    if len(starts) > YEARLY:
        return date.fromisoformat(starts), date.fromisoformat(ends)
    over = ends < starts
    spans = (
        (in_year(starts, year), in_year(ends, year + over)) for year in range(today.year - 1, 9999)
    )
    return next(span for span in spans if span[1] >= today)


def in_year(day: str, year: int) -> date:
    """The day in a year; the last day of February where there is no 29th."""
    try:
        return date.fromisoformat(f"{year:04}-{day}")
    except ValueError:
        return date(year, 3, 1) - timedelta(days=1)


DayOfYear = Annotated[
    str, PlainValidator(day_of_year), Input(pattern=FORM.pattern, needed="a day like 06-01")
]
