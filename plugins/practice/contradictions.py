"""Contradictions: facts of practice.yaml that cannot all be true.

Gives   a problem for a point on the map far from the time zone, and for a telephone number that no
        telephone has: a warning in the preview, an error when publishing; a warning for a number
        that the tables of phonenumbers do not know, which may be older than the number
Source  the North American Numbering Plan: no area code and no exchange begins with 0 or 1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import phonenumbers

from plugins.core.model.site import Site
from plugins.core.problems import Level, Problem, quoted
from plugins.core.reading.front_matter import Location
from plugins.core.schema.fields import Telephone

NORTH_AMERICAN = re.compile(r"\+1(?:[01]\d{9}|\d{3}[01]\d{6})")
DEGREES_AN_HOUR = 15
# A time zone may be as wide as China; the other side of the globe is further.
FAR = 50
# Summer tells the hemisphere, except near the equator.
TROPIC = 15
NOBODY = "a number that no telephone has"


def contradictions(site: Site) -> Iterator[Problem]:
    level: Level = "warning" if site.preview else "error"
    yield from far_away(site, level)
    for key in ("telephone", "text_messages", "fax"):
        number: Telephone | None = getattr(site.practice, key)
        if number and key in site.practice_fields.values:
            yield from impossible(site, (key,), number, level)
    for place, one in enumerate(site.practice.locations):
        if one.telephone:
            yield from impossible(site, ("locations", place, "telephone"), one.telephone, level)


def far_away(site: Site, level: Level) -> Iterator[Problem]:
    place, zone = site.practice.geo, site.practice.time_zone
    if (
        not place
        or not (place.latitude or place.longitude)
        or zone.key == "UTC"
        or zone.key.startswith("Etc/")
    ):
        return
    winter, summer = (datetime(2026, month, 1, tzinfo=zone) for month in (1, 7))
    hours = min(winter.utcoffset() or timedelta(), summer.utcoffset() or timedelta())
    meridian = hours / timedelta(hours=1) * DEGREES_AN_HOUR
    saves, southern = bool(winter.dst() or summer.dst()), bool(winter.dst())
    wrong = {
        "longitude": apart(place.longitude, meridian) > FAR,
        "latitude": saves and abs(place.latitude) > TROPIC and (place.latitude < 0) != southern,
    }
    right = {
        "longitude": apart(-place.longitude, meridian) <= FAR,
        "latitude": True,
    }
    for key in (key for key, far in wrong.items() if far):
        written = site.practice_fields.values["geo"][key]
        other = written.lstrip("+-") if written.startswith("-") else f"-{written.lstrip('+')}"
        yield site.practice_problem(
            ("geo", key),
            f"{quoted(written)}, far from the clock of {zone.key}",
            f"a place where the clock is that of {zone.key}; west and south are negative",
            f'write "{key}: {other}"' if right[key] else f"correct {key}, or time_zone",
            level=level,
        )


def apart(one: float, other: float) -> float:
    """Degrees between two meridians, the short way round."""
    return abs((one - other + 180) % 360 - 180)


def impossible(
    site: Site, location: Location, number: Telephone, level: Level
) -> Iterator[Problem]:
    found, fix = quoted(str(number)), "check the digits"
    if NORTH_AMERICAN.fullmatch(number.e164):
        needed = "a number that exists: area code and the three digits after it begin with 2 to 9"
        yield site.practice_problem(location, f"{found}, {NOBODY}", needed, fix, level=level)
    elif not phonenumbers.is_valid_number(phonenumbers.parse(number.e164)):
        needed = "a number in use, as far as the tables of telephone numbers know"
        yield site.practice_problem(
            location, f"{found}, an unknown number", needed, fix, level="warning"
        )
