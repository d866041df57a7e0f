"""Days and times in messages to staff: English, as the country of the clock writes it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from plugins.core.dates.date_words import (
    date_in_words,
    day_in_words,
    point,
    time_in_words,
    upcoming,
    which,
)
from plugins.core.dates.moments import Period, end_in_words

DENVER, LONDON = ZoneInfo("America/Denver"), ZoneInfo("Europe/London")
DAY = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("clock", "american", "british"),
    [
        (time(0), "midnight", "00:00"),
        (time(0, 30), "12:30 AM", "00:30"),
        (time(9), "9 AM", "09:00"),
        (time(11, 59), "11:59 AM", "11:59"),
        (time(12), "noon", "12:00"),
        (time(12, 5), "12:05 PM", "12:05"),
        (time(23), "11 PM", "23:00"),
    ],
)
def test_a_time_is_told_as_people_say_it(clock: time, american: str, british: str) -> None:
    """Nobody says 12 AM and is understood."""
    assert [time_in_words(clock, zone) for zone in (DENVER, LONDON)] == [american, british]


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/Denver", "6 PM on December 31, 2026"),
        ("America/Toronto", "6 p.m. on December 31, 2026"),
        ("Europe/London", "18:00 on 31 December 2026"),
        ("Australia/Sydney", "6 pm on 31 December 2026"),
        ("Europe/Paris", "18:00 on 31 December 2026"),
        ("Europe/Madrid", "18:00 on 31 December 2026"),
        ("America/Mexico_City", "6 pm on 31 December 2026"),  # CLDR has no English of Mexico
        ("America/Sao_Paulo", "18:00 on 31 December 2026"),
        ("Asia/Jerusalem", "18:00 on 31 December 2026"),
        ("UTC", "6 PM on December 31, 2026"),
    ],
)
def test_staff_abroad_read_days_as_their_country_writes_them(zone: str, said: str) -> None:
    """Who reads 12/31 as a fault takes December 31 for a message to somebody else."""
    there = ZoneInfo(zone)
    assert point(datetime(2026, 12, 31, 18, tzinfo=there), there) == said


def test_a_day_is_told_with_its_weekday_its_year_or_neither() -> None:
    """Within a year there is one 31 December."""
    assert [date_in_words(DAY, LONDON), day_in_words(DAY, LONDON)] == [
        "Thursday, 31 December 2026",
        "31 December 2026",
    ]
    assert day_in_words(DAY, LONDON, year=False) == "31 December"
    now, then = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    assert upcoming(datetime(2026, 12, 24, tzinfo=UTC), now, LONDON) == "24 December"
    assert upcoming(then, now, LONDON) == "1 January 2027"


def test_two_readings_of_a_date_are_told_apart_in_the_same_way() -> None:
    """The message about 10/11/2026 lists both."""
    assert which("2026-10-11", DENVER) == "October 11"
    assert which("2026-10-11 00:00", LONDON) == "the beginning of 11 October"


def test_an_end_is_told_with_the_clock_of_its_country() -> None:
    """A check names the end of an offer that is over."""
    ends = datetime(2026, 12, 31, 18, tzinfo=LONDON).astimezone(UTC)
    span = Period(ends=ends, whole_day=False)
    assert end_in_words(span, LONDON) == "18:00 on Thursday, 31 December 2026"
