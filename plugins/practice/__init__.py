"""Practice: the facts that every page shows, and which of them nobody has filled in yet.

Reads   content/practice.yaml (its model is core/schema/practice.py: every feature needs it)
Gives   contact_links: the ways to reach the practice, and to book what a page is about;
        opening_times: its hours as data, special_days: those of the next weeks, to every template;
        notes for `make check`. A season of a year that has passed it is in no page; due, the day
        from which a special day shows, and the one after such a season
Stops   when publishing, an example that was left in and facts that contradict each other; what is
        not known shows nothing
"""

from collections.abc import Iterator
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.booking import of_document
from plugins.core.model.opening_days import near
from plugins.core.model.pages import Page
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem
from plugins.core.schema.practice import Booking
from plugins.core.schema.warning_signs import EMERGENCY
from plugins.practice.contact_links import ContactLinks, contact_links
from plugins.practice.contradictions import contradictions
from plugins.practice.missing_facts import missing_facts
from plugins.practice.open_now import OpenNow, open_now
from plugins.practice.placeholders import placeholders
from plugins.practice.seasons import due_builds, without_past_seasons
from plugins.practice.unknown_law import unknown_law


@once_per_site
def opening_times(site: Site) -> OpenNow | None:
    return open_now(site)


@once_per_site
def links_with(site: Site, booking: Booking | None) -> ContactLinks:
    """The links for a place to book: pages with the same one share what is made of them."""
    return contact_links(site, booking)


def page_values(site: Site, page: Page) -> dict[str, Any]:
    return {
        "contact_links": links_with(site, of_document(page.values.get("document"))),
        "opening_times": opening_times(site),
        "special_days": near(site),
        "emergency_number": EMERGENCY.get(site.practice.country, ""),
    }


def site_problems(site: Site) -> Iterator[Problem]:
    for check in (missing_facts, placeholders, contradictions, unknown_law):
        yield from check(site)


FEATURE = Feature(
    "practice",
    extend_site=without_past_seasons,
    due_builds=due_builds,
    site_problems=site_problems,
    page_values=page_values,
)
