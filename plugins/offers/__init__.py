"""Offers: what runs when, true to the second on pages that nobody builds again.

Reads   content/offers/*.md; the zone from content/practice.yaml
Gives   a page for each offer, with a calendar file and a QR code; a feed and a JSON file of what
        runs; to every template stretches, the banner's pieces of time, offers, all that have not
        ended, gaps, when none of them runs, things of schema.org; due, every start and end
        to come
Units   starts and ends are aware datetimes in UTC, the end exclusive
Stops   the build with one Problem for each field that cannot be read, an end before its start,
        and a page that does not exist
Source  GOV.UK notification banner (landmark), WCAG 2.2.2 (no auto-rotation)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.browser_storage import Stored
from plugins.core.model.documents import Kind
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.offers import feeds
from plugins.offers.checks import site_problems
from plugins.offers.due_builds import change_times, due_builds
from plugins.offers.model import Offer
from plugins.offers.pages import pages
from plugins.offers.schedule import KEY, banner, scheduled_offers, without
from plugins.offers.schema_org import structured_data

KIND = Kind(
    *("offers", Offer, "/offers/{slug}/", "offer"),
    references={"modalities": "modalities"},
    overview=True,
    overview_when_empty=True,
)


def page_values(site: Site, page: Page) -> dict[str, Any]:
    return {
        "offers": scheduled_offers(site),
        "stretches": banner(site, page),
        "gaps": without(site),
    }


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    # Slow to load, and a build of one page needs no calendar.
    from plugins.offers import calendar  # noqa: PLC0415

    for part in (calendar, feeds):
        yield from part.files(site)


def stored(site: Site) -> Iterator[Stored]:
    """The offers that a visitor has closed, those that are over too: theme/js/offer_clock.js."""
    if site.all(KIND.folder):
        yield Stored("localStorage", f"{KEY}.+", str(site.words.browser_storage.offers))


FEATURE = Feature(
    "offers",
    kinds=(KIND,),
    site_problems=site_problems,
    pages=pages,
    structured_data=structured_data,
    page_values=page_values,
    files=files,
    change_times=change_times,
    stored=stored,
    due_builds=due_builds,
)
