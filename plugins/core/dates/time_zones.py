"""Time zones: the time zone that somebody names, and the one that was probably meant.

Gives   zone_named(): a ZoneInfo, or None for what is no zone
        probable_zone(): the name to write in its place, or an empty string
        country_of(): the country that a zone is in; zone_in(): a zone of a country
Source  IANA names, region/city; tzdata's tables of zones and countries;
        a bare "MST" or "EST" has no summer time and is not accepted
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from plugins.core.problems import did_you_mean

PHOENIX = "America/Phoenix"
# What Americans call their time, by its words or its letters.
AMERICAN = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    **dict.fromkeys(("et", "est", "edt"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt"), "America/Los_Angeles"),
    **dict.fromkeys(("akst", "akdt"), "America/Anchorage"),
    "hst": "Pacific/Honolulu",
    "arizona": PHOENIX,
}
COMMON_WORDS = {"utc", "gmt", "time", "standard", "daylight", "zone", "us", "usa", "canada"}


@cache
def names() -> frozenset[str]:
    """Every zone with a place in its name, and UTC."""
    return frozenset(name for name in available_timezones() if "/" in name) | {"UTC"}


def zone_named(name: str) -> ZoneInfo | None:
    return ZoneInfo(name) if name in names() else None


def probable_zone(name: str) -> str:
    """The zone that has this city or this American name, or else looks most like it; nothing for a
    distance from UTC, which many zones have for half a year."""
    words = re.findall(r"[a-z_/]+", name.casefold())
    meant = [word for word in words if word not in COMMON_WORDS]
    if not meant:
        return "UTC" if words == ["utc"] and name.strip().isalpha() else ""
    if all(word in AMERICAN for word in meant):
        zones = {AMERICAN[word] for word in meant}
        # Arizona alone keeps the same time all year.
        return PHOENIX if PHOENIX in zones else zones.pop() if len(zones) == 1 else ""
    # Etc/GMT+1 is one hour west of Greenwich, not east: never suggest it.
    places = sorted(one for one in names() if not one.startswith("Etc/"))
    place = name.partition(",")[0].strip().casefold()
    for zone in places:
        if zone.rpartition("/")[2].casefold().replace("_", " ") == place:
            return zone
    close = did_you_mean(name, places)
    return close if alike(name, close) else ""


def alike(name: str, zone: str) -> bool:
    """Whether a zone is what somebody mistyped, and no other city."""
    city = zone.rpartition("/")[2].casefold().replace("_", " ")
    return bool(get_close_matches(re.split("[/,]", name.casefold())[-1].strip(), [city], 1, 0.8))


def country_of(zone: str) -> str:
    """ISO 3166; empty for UTC and the like."""
    return rows("zone.tab").get(zone, "")


def zone_in(country: str) -> str:
    """A zone of a country, as an example."""
    return next((zone for zone, one in rows("zone.tab").items() if one == country), "UTC")


@cache
def rows(table: str) -> dict[str, str]:
    """The zones of a table of tzdata, each with its first country."""
    lines = (files("tzdata") / "zoneinfo" / table).read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[2]: row[0].partition(",")[0] for row in cells}
