"""Guesses: a date in another form, as it is to be written here.

Reads   `12/31/2026`, `31.12.2026`, `Dec 31, 2026`, `20261231`, with a time like `6 PM` or not;
        a day that its month does not have is its last
Gives   readings(): every moment that a text may mean, in ISO 8601; two for 10/11/2026, none when
        it is no date, several dates, or a date with a time that cannot be understood
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAMES = "|".join(name[:3] for name in MONTHS)
DATE = re.compile(
    r"(?<![0-9])(?:"
    r"(?P<y>[0-9]{4})(?P<sep>[-/. ]?)(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})"
    r"|(?P<one>[0-9]{1,2})[-/.](?P<two>[0-9]{1,2})[-/.](?P<year>[0-9]{4})"
    rf"|(?P<name>{NAMES})[a-z]*\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<of>[0-9]{{4}})"
    rf"|(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th|\.)? (?P<name2>{NAMES})[a-z]*\.?,? (?P<of2>[0-9]{{4}})"
    r")(?![0-9])",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\b)?",
    re.IGNORECASE,
)


def readings(text: str) -> list[str]:
    """The moments that `text` may mean, each as it is written here."""
    found = list(DATE.finditer(text))
    if len(found) != 1:
        return []
    match = found[0]
    rest = text[: match.start()] + text[match.end() :]
    made = dict.fromkeys(stamp(day, rest) for day in days(match))
    return [one for one in made if one]


def days(match: re.Match[str]) -> Iterator[date]:
    """The days that a date may mean."""
    if match["y"]:
        yield from nearest(int(match["y"]), int(match["m"]), int(match["d"]))
    elif match["year"]:
        first, second, year = int(match["one"]), int(match["two"]), int(match["year"])
        if first <= 12:
            yield from nearest(year, first, second)
        if second <= 12:
            yield from nearest(year, second, first)
    else:
        name = match["name"] or match["name2"]
        month = NAMES.casefold().split("|").index(name.casefold()) + 1
        of, day = match["of"] or match["of2"], match["day"] or match["day2"]
        yield from nearest(int(of), month, int(day))


def nearest(year: int, month: int, day: int) -> Iterator[date]:
    """The day itself, or the last of a month that is shorter than was thought."""
    if month > 12:
        month, day = day, month
    for last in range(min(day, 31), max(day - 4, 0), -1):
        try:
            yield date(year, month, last)
        except ValueError:
            continue
        return


def stamp(day: date, rest: str) -> str:
    """The day in ISO 8601, with the time of day that stands in the rest of the text."""
    match = CLOCK.search(rest)
    if match is None:
        return day.isoformat()
    others = rest[: match.start()] + rest[match.end() :]
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    known = (match["minute"] or match["half"]) and not re.search("[0-9]", others)
    if match["half"]:
        known = known and (1 <= hour <= 12 or (hour > 12 and match["half"] in "pP"))
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    if (hour, minute) == (24, 0) and day < date.max:
        day, hour = day + timedelta(days=1), 0
    return f"{day} {hour:02}:{minute:02}" if known and hour < 24 and minute < 60 else ""
