"""Time zones: the time zone that somebody names, and the one that was probably meant.

Gives   zone_named(): a ZoneInfo, or None for what is no zone
        probable_zone(): the name to write in its place, or an empty string
Source  IANA names, region/city; a bare "MST" or "EST" has no summer time and is not accepted
"""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from plugins.core.problems import did_you_mean

# What Americans call their time, by its first word or its letters.
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
}


@cache
def names() -> frozenset[str]:
    """Every zone with a place in its name, and UTC."""
    return frozenset(name for name in available_timezones() if "/" in name) | {"UTC"}


def zone_named(name: str) -> ZoneInfo | None:
    return ZoneInfo(name) if name in names() else None


def probable_zone(name: str) -> str:
    """The zone that has this city or this American name, or else looks most like it."""
    place = name.partition(",")[0].strip().casefold()
    words = place.split()
    if words and words[0] in AMERICAN:
        return AMERICAN[words[0]]
    # Etc/GMT+1 is one hour west of Greenwich, not east: never suggest it.
    places = sorted(one for one in names() if not one.startswith("Etc/"))
    for zone in places:
        if zone.rpartition("/")[2].casefold().replace("_", " ") == place:
            return zone
    return did_you_mean(name, places)
