"""Local time: what the clock of a zone shows, also on the days when it jumps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from plugins.core.dates.local_time import (
    LAST,
    after_gap,
    end_of_day,
    first_skipped,
    instant_of,
    skipped,
    start_of_day,
)
from tests.core.conftest import DENVER, steady
from tests.core.dates.zones import gap_times, instants, local_times

SECOND = timedelta(seconds=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "first"),
    [
        ("America/Denver", date(2026, 12, 31), "2026-12-31 07:00"),
        ("America/Denver", date(2026, 3, 8), "2026-03-08 07:00"),
        ("America/Denver", date(2026, 11, 1), "2026-11-01 06:00"),
        ("America/Sao_Paulo", date(2018, 11, 4), "2018-11-04 03:00"),  # begins at 01:00
        ("America/Sao_Paulo", date(2018, 2, 18), "2018-02-18 03:00"),  # 23:00 came twice before
        ("Africa/Cairo", date(2026, 4, 24), "2026-04-23 22:00"),  # begins at 01:00
        ("Asia/Beirut", date(2026, 3, 29), "2026-03-28 22:00"),  # begins at 01:00
        ("Australia/Lord_Howe", date(2026, 10, 4), "2026-10-03 13:30"),
        ("America/St_Johns", date(2006, 10, 29), "2006-10-29 02:30"),  # 00:00 comes twice
        ("Pacific/Apia", date(2011, 12, 29), "2011-12-29 10:00"),
        ("Pacific/Apia", date(2011, 12, 31), "2011-12-30 10:00"),  # the day before never was
        ("Africa/Monrovia", date(1972, 1, 7), "1972-01-07 00:44:30"),
        ("America/Toronto", date(1971, 4, 25), "1971-04-25 05:00"),
        ("Pacific/Kiritimati", date(2026, 1, 1), "2025-12-31 10:00"),
    ],
)
def test_a_day_begins_with_its_first_instant(zone: str, day: date, first: str) -> None:
    """Where the clock skips midnight, and where it shows midnight twice."""
    assert start_of_day(day, ZoneInfo(zone)) == utc(first)


def test_a_gap_around_midnight_begins_the_day() -> None:
    """Toronto's clock once went from 23:30 to 00:30: the 31st began in the middle of the gap."""
    zone = ZoneInfo("America/Toronto")
    assert start_of_day(date(1919, 3, 31), zone) == utc("1919-03-31 04:30")
    assert instant_of(datetime(1919, 3, 31, 0, 30), zone) == utc("1919-03-31 04:30")


@steady(200)
@given(local_times())
def test_an_instant_is_the_first_at_which_the_clock_shows_the_time(
    case: tuple[ZoneInfo, datetime],
) -> None:
    """In every zone, in every year: what the clock repeats means the first time."""
    zone, local = case
    found = instants(zone, local)
    assert skipped(local, zone) == (not found)
    assert not found or instant_of(local, zone) == found[0]


@steady(200)
@given(gap_times())
def test_a_gap_has_the_bounds_that_the_clock_shows(case: tuple[ZoneInfo, datetime]) -> None:
    """The message names both, to the second where a zone once changed by some."""
    zone, local = case
    if not skipped(local, zone):
        return
    begins, ends = first_skipped(local, zone), after_gap(local, zone)
    assert begins <= local < ends
    assert instants(zone, begins - SECOND)
    assert not instants(zone, begins)
    assert not instants(zone, ends - SECOND)
    assert instants(zone, ends)


@steady(200)
@given(local_times())
def test_days_abut_and_hold_what_happens_on_them(case: tuple[ZoneInfo, datetime]) -> None:
    """No instant between two days, none in both; every day that was has some."""
    zone, local = case
    day = local.date()
    start, end = start_of_day(day, zone), end_of_day(day, zone)
    assert start_of_day(day + timedelta(days=1), zone) == end
    shown = [start.astimezone(zone).date(), (start - SECOND).astimezone(zone).date()]
    if instants(zone, local):
        assert start < end
        assert shown[0] == day
        assert shown[1] < day or (start - SECOND).astimezone(zone).fold
        assert start <= instant_of(local, zone) < end


def test_a_day_that_the_date_line_took_has_no_instant() -> None:
    """Samoa went from the 29th to the 31st."""
    zone = ZoneInfo("Pacific/Apia")
    assert start_of_day(date(2011, 12, 30), zone) == end_of_day(date(2011, 12, 30), zone)


def test_the_last_day_ends_with_the_last_instant() -> None:
    """9999-12-31 is how people write "for ever"."""
    assert end_of_day(date.max, DENVER) == LAST
    assert start_of_day(date.max, DENVER) == utc("9999-12-31 07:00")
    assert instant_of(datetime(9999, 12, 31, 20), DENVER) == LAST
