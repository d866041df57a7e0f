"""The calendar file of an offer, read back as a calendar reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.core.conftest import DENVER
from tests.offers.sites import Site, site

AT = datetime(2026, 3, 20, 12, tzinfo=UTC)
FILE = "/offers/spring/offer.ics"
SPRING = 'headline: "Save $25; acupuncture, this spring"\nstarts: 2026-03-01\nends: {ends}'


def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offer: str) -> Site:
    return site(tmp_path, {"spring": offer}, AT, monkeypatch)


def event(made: Site) -> Any:
    (found,) = Calendar.from_ical(made.text(FILE)).walk("VEVENT")
    return found


def test_an_end_without_a_time_is_its_whole_last_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The entry stands on the day that the page names, wherever the calendar is."""
    found = event(built(tmp_path, monkeypatch, SPRING.format(ends="2026-03-31")))
    assert (found["dtstart"].dt, found["dtend"].dt) == (date(2026, 3, 31), date(2026, 4, 1))


def test_an_end_with_a_time_is_that_instant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """6 PM in Denver; a visitor's calendar shows it in the visitor's own time."""
    found = event(built(tmp_path, monkeypatch, SPRING.format(ends="2026-03-31 18:00")))
    assert found["dtstart"].dt == datetime(2026, 4, 1, 0, tzinfo=UTC)
    assert "dtend" not in found


def test_the_entry_says_what_ends_and_where_to_read_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a month nobody remembers what "the offer" was; commas and semicolons survive."""
    found = event(built(tmp_path, monkeypatch, SPRING.format(ends="2026-03-31") + "\ncode: SPRING"))
    assert found["summary"] == "Offer ends: Save $25; acupuncture, this spring"
    assert found["url"] == "https://www.example.com/offers/spring/"
    assert found["description"] == (
        "Code: SPRING\nExample Hands, 303-555-0142\nhttps://www.example.com/offers/spring/"
    )


@pytest.mark.parametrize(
    ("ends", "rings"),
    [
        ("2026-03-31", datetime(2026, 3, 30, 9)),
        ("2026-03-31 18:00", datetime(2026, 3, 30, 18)),
        ("2026-03-31 02:00", datetime(2026, 3, 30, 9)),
        ("2026-04-01 00:00", datetime(2026, 3, 30, 9)),
        ("2026-03-31 23:59", datetime(2026, 3, 30, 9)),
    ],
)
def test_the_alarm_rings_on_the_day_before_when_people_are_awake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, rings: datetime
) -> None:
    """On the last day it may be too late for an appointment; at midnight it wakes somebody."""
    found = event(built(tmp_path, monkeypatch, SPRING.format(ends=ends)))
    (alarm,) = found.walk("VALARM")
    begins = found["dtstart"].dt
    if isinstance(begins, datetime):
        begins = begins.astimezone(DENVER).replace(tzinfo=None)
    else:
        begins = datetime.combine(begins, time())
    assert (alarm["action"], begins + alarm["trigger"].dt) == ("DISPLAY", rings)


@pytest.mark.parametrize(
    ("offer", "stamp"),
    [
        ("headline: Tea\nends: 2027-12-31", datetime(2026, 3, 20, 6, tzinfo=UTC)),
        ("headline: Tea\nstarts: 2026-05-01\nends: 2027-12-31",
         datetime(2026, 3, 20, 6, tzinfo=UTC)),
        ("headline: Tea\nstarts: 2026-03-01\nends: 2027-12-31",
         datetime(2026, 3, 1, 7, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_an_entry_is_not_stamped_in_the_future(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offer: str, stamp: datetime
) -> None:
    """Calendars take it for the time at which the entry was made."""
    assert event(built(tmp_path, monkeypatch, offer))["dtstamp"].dt == stamp


def test_the_file_is_the_same_in_every_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A calendar that imports it again finds the entry it has, not a second one."""
    offers = {"spring": SPRING.format(ends="2026-03-31")}
    first = site(tmp_path / "one", offers, AT, monkeypatch)
    later = site(tmp_path / "two", offers, AT + timedelta(days=3), monkeypatch)
    assert first.text(FILE) == later.text(FILE)
    found = event(first)
    assert found["uid"] == "offer-spring@www.example.com"
    assert found["dtstamp"].dt == datetime(2026, 3, 1, 7, tzinfo=UTC)


def test_lines_are_short_and_end_as_the_standard_demands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some calendars read nothing else (RFC 5545, 3.1)."""
    text = built(tmp_path, monkeypatch, SPRING.format(ends="2026-03-31")).text(FILE)
    lines = text.encode().split(b"\r\n")
    assert text.count("\n") == text.count("\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""


@pytest.mark.parametrize("ends", ["", "\nends: 9999-12-31"])
def test_without_an_end_there_is_no_file_and_no_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    """There is nothing to write into a calendar."""
    made = built(tmp_path, monkeypatch, f"headline: Ten percent{ends}")
    assert not made.has(FILE)
    assert "offer.ics" not in made.text("/offers/spring/")
