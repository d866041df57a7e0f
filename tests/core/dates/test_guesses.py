"""Dates in other forms: understood, so that the message can say what to write."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.dates.guesses import left_over, readings, wrong_weekday
from tests.core.conftest import DENVER, steady


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12/31/2026", ["2026-12-31"]),
        ("31/12/2026", ["2026-12-31"]),
        ("31.12.2026", ["2026-12-31"]),
        ("12/31/26", ["2026-12-31"]),
        ("10/11/26", ["2026-10-11", "2026-11-10"]),
        ("10/11/2026", ["2026-10-11", "2026-11-10"]),
        ("11/11/2026", ["2026-11-11"]),
        ("2026/12/31", ["2026-12-31"]),
        ("2026.12.31", ["2026-12-31"]),
        ("2026 12 31", ["2026-12-31"]),
        ("20261231", ["2026-12-31"]),
        ("2026-1-5", ["2026-01-05"]),
        ("2026-31-12", ["2026-12-31"]),
        ("Dec 31, 2026", ["2026-12-31"]),
        ("december 31st 2026", ["2026-12-31"]),
        ("31 December 2026", ["2026-12-31"]),
        ("Thursday, Dec. 31, 2026", ["2026-12-31"]),
        ("1. May 2026", ["2026-05-01"]),
    ],
)
def test_a_date_in_another_form_is_understood(text: str, meant: list[str]) -> None:
    """As Americans, Europeans and computers write it; two readings where there are two."""
    assert readings(text, DENVER) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-06-31", ["2026-06-30"]),
        ("2026-02-30", ["2026-02-28"]),
        ("2028-02-31", ["2028-02-29"]),
        ("2026-02-29 18:00", ["2026-02-28 18:00"]),
        ("6/31/2026", ["2026-06-30"]),
        ("2026-12-32", ["2026-12-31"]),
        ("2026-12-99", []),
        ("2026-00-10", []),
        ("2026-02-00", []),
        ("99/99/2026", []),
    ],
)
def test_a_day_too_many_is_the_last_of_its_month(text: str, meant: list[str]) -> None:
    """ "Until June 31" means until the end of June; a day far beyond means nothing."""
    assert readings(text, DENVER) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-31 6 PM", ["2026-12-31 18:00"]),
        ("2026-12-31 6:30pm", ["2026-12-31 18:30"]),
        ("2026-12-31 12 AM", ["2026-12-31 00:00"]),
        ("2026-12-31 12 p.m.", ["2026-12-31 12:00"]),
        ("2026-12-31 9:00", ["2026-12-31 09:00"]),
        ("2026-12-31 18.30", ["2026-12-31 18:30"]),
        ("2026-12-31 18h30", ["2026-12-31 18:30"]),
        ("2026-12-31T18:00:00.5", ["2026-12-31 18:00"]),
        ("6 PM on December 31, 2026", ["2026-12-31 18:00"]),
        ("2026-12-31 24:00", ["2027-01-01 00:00"]),
        ("2026-12-31 18:00 PM", ["2026-12-31 18:00"]),
        ("2026-12-31 noon", ["2026-12-31 12:00"]),
        ("12 noon on Dec 31, 2026", ["2026-12-31 12:00"]),
        ("midday, 31 December 2026", ["2026-12-31 12:00"]),
        ("2026-12-31 midnight", ["2026-12-31 00:00", "2027-01-01 00:00"]),
        ("Thursday, December 31, 2026, by 5 p.m.", ["2026-12-31 17:00"]),
        ("end of day 2026-12-31", ["2026-12-31"]),
    ],
)
def test_a_time_of_day_is_kept(text: str, meant: list[str]) -> None:
    """An offer until 6 PM must not become one until midnight on the way to a better form."""
    assert readings(text, DENVER) == meant


@pytest.mark.parametrize(
    ("text", "zone", "meant"),
    [
        ("2026-12-31 18:00 MST", "America/Denver", ["2026-12-31 18:00"]),
        ("2026-07-31 6 PM Mountain Time", "America/Denver", ["2026-07-31 18:00"]),
        ("2026-07-31 18:00 MST", "America/Phoenix", ["2026-07-31 18:00"]),
        ("2026-12-31 6 PM EST", "America/Denver", ["2026-12-31T18:00-05:00"]),
        ("2026-07-31 6 PM ET", "America/Denver", ["2026-07-31T18:00-04:00"]),
        ("Dec 31, 2026 noon Pacific", "America/Denver", ["2026-12-31T12:00-08:00"]),
        ("2026-12-31 18:00 CET", "Europe/Paris", ["2026-12-31 18:00"]),
        ("2026-12-31 18:00 GMT", "America/Denver", ["2026-12-31T18:00+00:00"]),
        ("2026-12-31 18:00 UTC+2", "America/Denver", ["2026-12-31T18:00+02:00"]),
        ("2026-12-31 18:00:00 -0700", "America/Denver", ["2026-12-31T18:00-07:00"]),
        ("Thu Dec 31 2026 18:00:00 GMT-0500 (Eastern Standard Time)", "America/Denver",
         ["2026-12-31T18:00-05:00"]),
        ("2026-12-31 18:00 CET", "America/Denver", []),
        ("2026-12-31 EST", "America/Denver", []),
    ],
)  # fmt: skip
def test_a_time_zone_is_kept(text: str, zone: str, meant: list[str]) -> None:
    """6 PM in New York is 4 PM in Denver; who runs an offer online writes the one they know."""
    assert readings(text, ZoneInfo(zone)) == meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-12-31 evening", "evening"),
        ("before Dec 31, 2026", "before"),
        ("2026-12-31 9:00-17:00", "-17:00"),
        ("2026-12-31 18:00 CET", "CET"),
        ("2026-12-31 5", "5"),
        ("2026-12-31", ""),
        ("evening", ""),
    ],
)
def test_words_that_are_not_understood_are_named(text: str, words: str) -> None:
    """A suggestion without them would be another offer."""
    assert left_over(text, DENVER) == words


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Friday, December 31, 2026", "Thursday, 2026-12-31"),
        ("Mon 12/31/2026 6 PM", "Thursday, 2026-12-31"),
        ("Thu 12/31/2026", ""),
        ("Tue 10/11/2026", ""),
        ("December 31, 2026", ""),
        ("Friday", ""),
    ],
)
def test_a_weekday_that_contradicts_the_date_is_told(text: str, right: str) -> None:
    """One of the two is a slip, and only the writer knows which."""
    assert wrong_weekday(text) == right


def test_a_weekday_decides_between_two_dates() -> None:
    """10/11/2026 is a Sunday in America and a Tuesday in Europe."""
    assert readings("Tue 10/11/2026", DENVER) == ["2026-11-10"]


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-31 evening", "before 2026-12-31", "2026-12-31 6 PM or later",
        "Friday, December 31, 2026", "2026-12-31 25:00", "2026-12-31 18:60",
        "2026-12-31 13 AM", "2026-12-31T18:00-7",
        "2026-12-31 to 2027-01-05", "2026-12-31 18:00-20:00", "Friday", "5", "", "May 5",
        "31.12.26", "\u0662\u0660\u0662\u0666-12-31", "303-555-0142", "2026-12-31 0 AM",
        "9999-12-31 24:00",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_guessed(text: str) -> None:
    """No date, two dates, no year, no real time: better no suggestion than a wrong one."""
    assert readings(text, DENVER) == []


@steady(200)
@given(
    st.dates(min_value=date(1970, 1, 1)),
    st.sampled_from(["%Y/%m/%d", "%Y%m%d", "%B %d, %Y", "%d %b %Y", "%m/%d/%Y", "%d.%m.%Y"]),
)
def test_every_day_is_among_its_own_readings(day: date, form: str) -> None:
    """In each form in which people write it."""
    assert day.isoformat() in readings(f"{day:{form}}", DENVER)


@steady(300)
@given(st.text(st.sampled_from(list("0123456789-/.: ,DecMayapmT")), max_size=24))
def test_any_text_has_readings_in_one_form_only(text: str) -> None:
    """What the message says to write can be written."""
    for reading in readings(text, DENVER):
        assert len(reading) in (10, 16, 22)
        assert reading[4] == reading[7] == "-"
