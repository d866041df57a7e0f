"""Locations: the places of a practice that has several.

Reads   locations in content/practice.yaml
Gives   locations to every template, which the contact page lists; a page for each when there are
        several, with a business of schema.org of its own (plugins/structured_data)
Stops   the build when two have names that give the same address
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.feature import Feature
from plugins.core.model.locations import places
from plugins.core.model.pages import Link, Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted

TEMPLATE = "location"


def pages(site: Site) -> Iterator[Page]:
    contact = [Link(one.label, one.address) for one in site.get("pages", ["contact"])]
    for place in places(site):
        if place.address:
            yield Page(
                place.address,
                place.facts.name,
                ", ".join(place.facts.address.lines),
                TEMPLATE,
                {"location": place},
                parent=contact[0] if contact else None,
            )


def site_problems(site: Site) -> Iterator[Problem]:
    known: set[str] = set()
    for number, place in enumerate(places(site)):
        if place.address in known:
            found, needed = quoted(place.facts.name), "a name of its own: it becomes an address"
            where = ("locations", number, "name")
            yield site.practice_problem(where, found, needed, "add the street, or the part of town")
        known.add(place.address)


FEATURE = Feature(
    "locations",
    site_problems=site_problems,
    pages=pages,
    page_values=lambda site, _page: {"locations": places(site)},
)
