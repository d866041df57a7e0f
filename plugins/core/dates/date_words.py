"""Date words: days and times in messages to staff.

Gives   English, as the country of the practice's clock writes it: `6 PM on December 31, 2026` in
        Denver, `18:00 on 31 December 2026` in London. Visitors read those of
        plugins.core.i18n.words
Units   days and times are those of the practice's zone
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from plugins.core.i18n.locale import Locale

PLAIN = timedelta(days=364)  # as far ahead a day without its year is of one year only


@cache
def english(zone: ZoneInfo) -> Locale:
    """English of the country that a clock is in."""
    # The build of one edited text seldom says a date.
    from plugins.core.i18n.locale import REFERENCE, Locale, home_country  # noqa: PLC0415

    country = home_country((), REFERENCE, zone.key)
    return Locale(f"{REFERENCE}-{country}", country)


def date_in_words(day: date, zone: ZoneInfo) -> str:
    """`Thursday, December 31, 2026`."""
    return english(zone).date(day)


def day_in_words(day: date, zone: ZoneInfo, *, year: bool = True) -> str:
    """`December 24, 2026`, or without its year."""
    known = english(zone)
    return known.day_of(day) if year else known.day(day)


def time_in_words(clock: time, zone: ZoneInfo) -> str:
    """`6 PM`, `6:30 PM`, `noon`, `midnight`; `18:00` where a day has 24 hours."""
    return english(zone).time(clock)


def which(reading: str, zone: ZoneInfo) -> str:
    """What tells a reading of a date from another: `October 11`, or the midnight before it."""
    day = day_in_words(date.fromisoformat(reading[:10]), zone, year=False)
    return f"the beginning of {day}" if reading[10:] == " 00:00" else day


def point(instant: datetime, zone: ZoneInfo, *, year: bool = True) -> str:
    """`January 1, 2027`, or `6 PM on January 1, 2027`."""
    local = instant.astimezone(zone)
    day = day_in_words(local.date(), zone, year=year)
    return day if local.time() == time() else f"{time_in_words(local.time(), zone)} on {day}"


def upcoming(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`December 24`, `6 PM on December 24`; with its year when that is not plain."""
    return point(instant, zone, year=instant - now > PLAIN)
