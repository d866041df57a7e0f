"""Offers: what runs when, and the banner that says so.

Reads   content/offers/*.md; the zone from content/practice.yaml
Gives   banner: the offers that run on a page, highest priority first, to every template;
        offers: all that run
Units   starts and ends are aware datetimes in UTC, the end exclusive
Stops   the build with one Problem for each field that cannot be read, an end before its start,
        and a page that does not exist
Source  GOV.UK notification banner (landmark), WCAG 2.2.2 (no auto-rotation)
"""

from __future__ import annotations

from typing import Any

from plugins.core.flow import Feature, join
from plugins.core.site import Kind, Page, Site
from plugins.offers.checks import check
from plugins.offers.model import Offer
from plugins.offers.running import on_page, running

KIND = Kind("offers", Offer, references={"modalities": "modalities"})


def page_values(site: Site, page: Page) -> dict[str, Any]:
    now = running(site)
    return {"offers": now, "banner": on_page(now, page)}


FEATURE = Feature("offers", kinds=(KIND,), check=check, page_values=page_values)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
