"""Places: the time zone and the country of a town.

Gives   place_of(): the one place that somebody means; spellings(): how to write the places that
        they may mean, when there are several
Source  phonenumbers: the towns and time zones of the world's telephone prefixes; tzdata: which
        country a zone is in, and which zones stand for others
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

import phonenumbers

from plugins.core.dates.time_zones import country_of, names, rows, zone_named


@dataclass(frozen=True, order=True)
class Place:
    """A town, with its region where the country has them. Only a zone is always known."""

    zone: str
    country: str = ""
    town: str = ""
    region: str = ""

    @property
    def spelling(self) -> str:
        return f"{self.town}, {self.region}" if self.region else self.town


def place_of(answer: str, number: str) -> Place | None:
    """The place that an answer names: a zone, or a town that `number` can belong to, a telephone
    number as in E.164; None when it is unknown or may be one of several."""
    zone = zone_named(answer.strip())
    if zone:
        return Place(zone.key, country_of(zone.key))
    found = places(answer, number)
    # Where several towns have the name, the number says which.
    near = {place for place, prefix in found if prefix.startswith(area(number))}
    every = {place for place, _ in found}
    for group in (every, near):
        if len(group) == 1:
            return next(iter(group))
    return None


def spellings(answer: str, number: str) -> list[str]:
    """How to write the towns of that name."""
    return sorted({place.spelling for place, _ in places(answer, number)})


def places(answer: str, number: str) -> list[tuple[Place, str]]:
    """The places that an answer may mean, each with a prefix of its telephone numbers."""
    wanted = words(answer)
    calling = calling_code(number)
    found = [
        (Place(zone, country_of(zone), town, region), prefix)
        for prefix, town, region, other in towns(calling)
        if wanted in (words(town), words(f"{town} {region}"), words(f"{town} {other}"))
        for zone in [zone_of(prefix, calling)]
        if zone
    ]
    cities = [name for name in names() if words(name.rpartition("/")[2]) == wanted]
    here = phonenumbers.region_codes_for_country_code(int(calling))
    return found or [
        (Place(name, country_of(name), name.rpartition("/")[2].replace("_", " ")), calling)
        for name in cities
        if country_of(name) in here
    ]


def towns(calling: str) -> Iterator[tuple[str, str, str, str]]:
    """The prefixes of a calling code, each with town, region and the region's whole name."""
    from phonenumbers.geodata import GEOCODE_DATA  # noqa: PLC0415  (0.7 s)

    for prefix, names_of in GEOCODE_DATA.items():
        if prefix.startswith(calling):
            shorter = (prefix[:end] for end in range(len(prefix) - 1, len(calling), -1))
            above = (GEOCODE_DATA[one].get("en", "") for one in shorter if one in GEOCODE_DATA)
            whole = next((name for name in above if "," not in name), "")
            for name in set(names_of.values()):
                town, _, region = name.partition(", ")
                yield prefix, town, region, whole


def calling_code(number: str) -> str:
    return str(phonenumbers.parse(number).country_code)


def area(number: str) -> str:
    """The calling code and the area code."""
    length = phonenumbers.length_of_geographical_area_code(phonenumbers.parse(number))
    code = calling_code(number)
    return number[1 : 1 + len(code) + length]


def zone_of(prefix: str, calling: str) -> str:
    """The time zone of a prefix; empty when it has several."""
    from phonenumbers.tzdata import TIMEZONE_DATA  # noqa: PLC0415

    longest = (prefix[:end] for end in range(len(prefix), 0, -1))
    of_prefix = next((TIMEZONE_DATA[one] for one in longest if one in TIMEZONE_DATA), ())
    # Prefixes of Ireland are said to have the clock of London.
    here = phonenumbers.region_codes_for_country_code(int(calling))
    zones = [zone for zone in of_prefix if country_of(zone) in here] or [
        zone for zone, country in rows("zone.tab").items() if country in here
    ]
    # Guernsey has the clock of London.
    leading = [zone for zone in zones if zone in rows("zone1970.tab")]
    zones = leading if len(leading) == 1 else zones
    return zones[0] if len(zones) == 1 and zone_named(zones[0]) else ""


def words(name: str) -> str:
    """A name without signs, accents and capitals, to be compared: the tables write "Montreal"."""
    letters = normalize("NFKD", name.replace("_", " ").casefold())
    return " ".join(re.findall(r"\w+", "".join(one for one in letters if not combining(one))))
