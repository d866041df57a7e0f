"""Locations: the places of a practice that has several, with the addresses of their pages.

Gives   Place; places(), in the order of content/practice.yaml
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.model.site import Site
from plugins.core.reading.source_files import slug_of
from plugins.core.schema.places import Location


@dataclass(frozen=True)
class Place:
    """A place and the address of its page; "" for a single one, which has the contact page."""

    facts: Location
    address: str


def places(site: Site) -> tuple[Place, ...]:
    """A name without a letter that addresses have, such as a Greek one, counts by its number."""
    found = site.practice.locations
    return tuple(
        Place(one, site.at(f"/locations/{slug_of(one.name) or number}/") if len(found) > 1 else "")
        for number, one in enumerate(found, 1)
    )
