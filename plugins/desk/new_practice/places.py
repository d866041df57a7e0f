"""Places: the time zone and the country of a town.

Gives   place_of(): the one place that somebody means; spellings(): how to write the places that
        they may mean, when there are several
Source  phonenumbers: the towns and time zones of the world's telephone prefixes; tzdata: which
        country a zone is in, and which zones stand for others
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

import phonenumbers

from plugins.core.dates.time_zones import country_of, names, rows, zone_named
from plugins.core.i18n.locale import Locale, country_code, spoken_in


@dataclass(frozen=True, order=True)
class Place:
    """A town, with its region where the country has them. Only a zone is always known."""

    zone: str
    country: str = ""
    town: str = ""
    region: str = ""

    @property
    def country_name(self) -> str:
        """`United Kingdom`."""
        return Locale().country_in_english(self.country)

    @property
    def spelling(self) -> str:
        return f"{self.town}, {self.region or self.country_name}"

    @property
    def has_clock(self) -> bool:
        """Whether the time zone has the name of this town: London, and not London in Ontario."""
        return words(self.zone.rpartition("/")[2]) == words(self.town)

    @property
    def language(self) -> str:
        """What most people there speak, as a tag without a country."""
        if (self.country, self.region) == ("CA", "QC"):
            return "fr"
        return spoken_in(self.country)


def place_of(answer: str, telephone: str = "") -> Place | None:
    """The place that an answer names: a zone, or a town of the world; None when it is unknown, or
    may be one of several and neither the telephone number, as typed, nor a clock tells which."""
    zone = zone_named(answer.strip())
    if zone:
        return Place(zone.key, country_of(zone.key))
    found = places(answer)
    numbers = {place.country: in_country(telephone, place.country) for place, _ in found}
    called = [(place, prefix) for place, prefix in found if numbers[place.country]]
    near = [place for place, prefix in called if prefix.startswith(area(numbers[place.country]))]
    every = [place for place, _ in called or found]
    groups = (every, near, [place for place in every if place.has_clock])
    return next((group[0] for group in groups if len(set(group)) == 1), None)


def spellings(answer: str) -> list[str]:
    """How to write the towns of that name."""
    return sorted({place.spelling for place, _ in places(answer)})


@cache
def places(answer: str) -> tuple[tuple[Place, str], ...]:
    """The places that an answer may mean, each with a prefix of its telephone numbers."""
    wanted, asked = words(answer), country_code(answer.rpartition(",")[2])
    found = []
    for prefix, town, region in towns(wanted):
        calling = calling_code(f"+{prefix}0000000")
        if zone := zone_of(prefix, calling):
            place = Place(zone, country_of(zone), town, region)
            also = ("", region, whole_region(prefix, calling), place.country_name)
            if place.country == asked or wanted in (words(f"{town} {name}") for name in also):
                found.append((place, prefix))
    known = {place.zone for place, _ in found}
    return *found, *(
        (Place(name, country_of(name), name.rpartition("/")[2].replace("_", " ")), "")
        for name in sorted(names() - known)
        if words(name.rpartition("/")[2]) == wanted and country_of(name)
    )


def towns(wanted: str) -> Iterator[tuple[str, str, str]]:
    """The towns with which an answer can begin: prefix, town and region."""
    parts = wanted.split()
    for end in range(len(parts), 0, -1):
        yield from world().get(" ".join(parts[:end]), ())


@cache
def world() -> dict[str, list[tuple[str, str, str]]]:
    """Every town of the tables, by its words."""
    from phonenumbers.geodata import GEOCODE_DATA  # noqa: PLC0415  (0.7 s)

    found: dict[str, list[tuple[str, str, str]]] = {}
    simple = cache(words)
    for prefix, names_of in GEOCODE_DATA.items():
        for name in set(names_of.values()):
            town, _, region = name.partition(", ")
            found.setdefault(simple(town), []).append((prefix, town, region))
    return found


def whole_region(prefix: str, calling: str) -> str:
    """`Colorado`, which stands at a shorter prefix."""
    from phonenumbers.geodata import GEOCODE_DATA  # noqa: PLC0415

    shorter = (prefix[:end] for end in range(len(prefix) - 1, len(calling), -1))
    above = (GEOCODE_DATA[one].get("en", "") for one in shorter if one in GEOCODE_DATA)
    return next((name for name in above if "," not in name), "")


def in_country(telephone: str, country: str) -> str:
    """A number as typed there, as in E.164; "" for one that is none there."""
    with suppress(phonenumbers.NumberParseException):
        number = phonenumbers.parse(telephone, country)
        if phonenumbers.is_valid_number_for_region(number, country):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""


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
