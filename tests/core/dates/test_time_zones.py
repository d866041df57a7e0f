"""Time zones by name: an hour off is an offer an hour too long."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from plugins.core.dates.time_zones import names, probable_zone, zone_named


@pytest.mark.parametrize("name", ["America/Denver", "Europe/London", "America/Indiana/Knox", "UTC"])
def test_a_zone_is_named_by_region_and_city(name: str) -> None:
    """So is the time without any place."""
    assert zone_named(name) == ZoneInfo(name)


@pytest.mark.parametrize(
    "name", ["MST", "EST", "GMT", "localtime", "Factory", "", "america/denver", "../etc/passwd"]
)
def test_an_abbreviation_is_no_zone(name: str) -> None:
    """ "MST" has no summer time: half the year every offer would end an hour late."""
    assert zone_named(name) is None


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("america/denver", "America/Denver"),
        ("America/Denvr", "America/Denver"),
        ("Denver", "America/Denver"),
        ("Denver, CO", "America/Denver"),
        ("New York", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("London", "Europe/London"),
        ("Mountain Time", "America/Denver"),
        ("MST", "America/Denver"),
        ("Eastern", "America/New_York"),
        ("CDT", "America/Chicago"),
        ("pacific standard time", "America/Los_Angeles"),
        ("Hawaii", "Pacific/Honolulu"),
        ("Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-07:00) Mountain Time (US & Canada)", "America/Denver"),
        ("MST (Arizona)", "America/Phoenix"),
        ("Eastern or Central", ""),
        ("Europe/Pariss", "Europe/Paris"),
        ("Boulder", ""),
        ("Austin, Texas", ""),
        ("Portland", ""),
        ("Springfield, MO", ""),
        ("xyzzy", ""),
        ("UTC-7", ""),
        ("UTC +05:30", ""),
        ("-07:00", ""),
        ("GMT", ""),
        ("utc", "UTC"),
        ("GMT+1", ""),
        ("", ""),
    ],
)
def test_the_zone_that_was_meant_is_suggested(name: str, zone: str) -> None:
    """By its city, by what Americans call it, or by how it is spelled."""
    assert probable_zone(name) == zone


def test_every_zone_on_the_list_can_be_loaded() -> None:
    """A name that is accepted must not end the build later."""
    assert len(names()) > 400
    assert all(zone_named(name) for name in names())
