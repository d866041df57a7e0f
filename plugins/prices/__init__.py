"""Prices: what everything costs, and what to know before booking it.

Reads   the sessions of modalities; packages, sliding_scale, payment, cancellation, late, minors,
        insurance and gift in content/practice.yaml
Gives   prices, to every template: what a session costs, and the address of the page that says it
        all, or "" (a page comes by itself, see plugins.pages); told: which of these facts stand on
        this page, by their names. Every price as an Offer of schema.org on that page
Stops   nothing; warns of gift certificates that expire sooner than the law allows
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.pages import Page
from plugins.core.model.price_range import price_range
from plugins.core.model.site import Site, once_per_site
from plugins.prices.gift_law import expiring_soon
from plugins.prices.schema_org import structured_data

PAGE = "prices"
TOLD = {
    "/": ("gift",),
    "/offers/": ("gift",),
    "/first-visit/": ("policies",),
    **dict.fromkeys(("/questions/", "/faq/"), ("insurance",)),
    f"/{PAGE}/": ("policies", "insurance", "gift"),
}


@dataclass(frozen=True)
class Prices:
    """range  "$70 to $200", or ""; address  of the page of all prices, or "" without one."""

    range: str
    address: str


@once_per_site
def prices(site: Site) -> Prices:
    page = site.overview(PAGE)
    return Prices(price_range(site), page.address if page else "")


def page_values(site: Site, page: Page) -> Mapping[str, Any]:
    return {"prices": prices(site), "told": TOLD.get(page.local_address, ())}


FEATURE = Feature(
    "prices",
    site_problems=expiring_soon,
    structured_data=structured_data,
    page_values=page_values,
)
