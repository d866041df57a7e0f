"""Dates in other forms: understood, so that the message can say what to write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.dates.guesses import readings
from tests.core.conftest import steady


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12/31/2026", ["2026-12-31"]),
        ("31/12/2026", ["2026-12-31"]),
        ("31.12.2026", ["2026-12-31"]),
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
    assert readings(text) == meant


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
    assert readings(text) == meant


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
        ("2026-12-31 18:00 MST", ["2026-12-31 18:00"]),
    ],
)
def test_a_time_of_day_is_kept(text: str, meant: list[str]) -> None:
    """An offer until 6 PM must not become one until midnight on the way to a better form."""
    assert readings(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-31 25:00", "2026-12-31 18:60", "2026-12-31 13 AM", "2026-12-31T18:00-7",
        "2026-12-31 to 2027-01-05", "2026-12-31 18:00-20:00", "Friday", "5", "", "May 5",
        "31.12.26", "\u0662\u0660\u0662\u0666-12-31", "303-555-0142", "2026-12-31 0 AM",
        "9999-12-31 24:00",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_guessed(text: str) -> None:
    """No date, two dates, no year, no real time: better no suggestion than a wrong one."""
    assert readings(text) == []


@steady(200)
@given(
    st.dates(min_value=date(1970, 1, 1)),
    st.sampled_from(["%Y/%m/%d", "%Y%m%d", "%B %d, %Y", "%d %b %Y", "%m/%d/%Y", "%d.%m.%Y"]),
)
def test_every_day_is_among_its_own_readings(day: date, form: str) -> None:
    """In each form in which people write it."""
    assert day.isoformat() in readings(f"{day:{form}}")


@steady(300)
@given(st.text(st.sampled_from(list("0123456789-/.: ,DecMayapmT")), max_size=24))
def test_any_text_has_readings_in_one_form_only(text: str) -> None:
    """What the message says to write can be written."""
    for reading in readings(text):
        assert len(reading) in (10, 16)
        assert reading[4] == reading[7] == "-"
