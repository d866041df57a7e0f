"""The hours as data for the browser: minutes, words and nothing of the present."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.practice.open_now import OpenNow, open_now
from tests.sites import FULL, PRACTICE, model

USUAL = {
    "monday": [[540, 1080]],
    "tuesday": [[510, 720], [780, 1200]],
    "wednesday": [],
    "thursday": [[540, 1080]],
    "friday": [[540, 1080]],
    "saturday": [[600, 840]],
    "sunday": [],
}


def hours(folder: Path, text: str) -> OpenNow | None:
    return open_now(model(folder, {"practice.yaml": PRACTICE + text}))


def test_the_hours_of_a_practice_as_data() -> None:
    """The week and the special days in minutes, every time in words."""
    assert open_now(model(FULL)) == OpenNow(
        zone="America/Denver",
        week=USUAL,
        special=(
            ("2030-07-04", "2030-07-04", []),
            ("2030-12-24", "2030-12-24", [[540, 720]]),
            ("2030-12-25", "2031-01-01", []),
            ("07-01", "08-31", {"friday": [[540, 780]], "saturday": []}),
        ),
        times={
            **{510: "8:30 AM", 540: "9 AM", 600: "10 AM", 720: "noon", 780: "1 PM"},
            **{840: "2 PM", 1080: "6 PM", 1200: "8 PM"},
        },
        longest="Closed now, opens September 30 at 8:30 AM",
        closures=((1906696800000, 1906826400000),),
    )


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ('"18:00-23:59"', [[1080, 1440]]),
        ('["09:00-12:00", "12:00-18:00"]', [[540, 1080]]),
        ('["09:00-12:00", "12:00-18:00", "19:00-20:00"]', [[540, 1080], [1140, 1200]]),
        ('"00:00-23:59"', [[0, 1440]]),
        ('"22:00-02:00"', [[1320, 1560]]),
        ('"09:00-12:00, by appointment"', [[540, 720]]),
        ("closed", []),
    ],
)
def test_hours_that_meet_are_one_and_2359_is_midnight(
    tmp_path: Path, written: str, minutes: list[list[int]]
) -> None:
    """Nobody is told "until noon" of a practice that stays open at noon."""
    made = hours(tmp_path, f"hours:\n  monday: {written}\n")
    assert made
    assert made.week == {"monday": minutes}


def test_nobody_knows_when_a_day_by_appointment_is_open(tmp_path: Path) -> None:
    """Neither "open now" nor "closed now" is true."""
    rows = "hours:\n  mon-tue: '09:00-18:00'\n  tuesday: by appointment\nspecial_days:\n"
    made = hours(tmp_path, f"{rows}  - date: 2030-01-07\n    hours: by appointment\n")
    assert made
    assert (made.week, made.special) == (
        {"monday": [[540, 1080]]},
        (("2030-01-07", "2030-01-07", None),),
    )


def test_a_week_without_hours_knows_no_times(tmp_path: Path) -> None:
    """It can only say that it is closed."""
    assert hours(tmp_path, "hours:\n  monday: closed\n") == OpenNow(
        "America/Denver", {"monday": []}, (), {}, "Closed now"
    )


@pytest.mark.parametrize("text", ["", "special_days:\n  - date: 2030-07-04\n"])
def test_without_hours_of_a_weekday_there_is_nothing_to_say(tmp_path: Path, text: str) -> None:
    """A special day alone does not tell what the other days are."""
    assert hours(tmp_path, text) is None
