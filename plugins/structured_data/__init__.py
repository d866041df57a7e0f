"""Structured data: what search engines read of every page, one graph each.

Reads   the things that features say of a page (Feature.structured_data)
Gives   structured, to every template: a graph of schema.org, things of one @id joined into one;
        None for pages that search engines shall not list. Of its own it says what the page is,
        where it stands, and, on the home and contact pages, all that is known of the practice.
        due: the day after each special day, when that day leaves the graph
Stops   nothing: what is not known is left out; plugins.practice tells staff what is missing
Source  schema.org; Google's documentation of LocalBusiness, BreadcrumbList and site names
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.dates.local_time import end_of_day
from plugins.core.feature import Due, Feature
from plugins.core.model.opening_days import to_come
from plugins.core.model.pages import Page
from plugins.core.model.schema_org import Node, about_practice, website
from plugins.core.model.site import Site
from plugins.core.problems import quoted
from plugins.core.reading.source_files import display_path
from plugins.structured_data.business import business, location
from plugins.structured_data.graph import graph
from plugins.structured_data.web_page import web_page


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    """What every page is, whichever its kind."""
    if page.local_address == "/":
        yield website(site)
    yield web_page(site, page)
    if about_practice(page):
        yield business(site, page)
    if place := page.values.get("location"):
        yield location(site, page, place)


def page_values(site: Site, page: Page) -> dict[str, Any]:
    if not page.listed or page.starter:
        return {"structured": None}
    nodes = (one for feature in site.features for one in feature.structured_data(site, page))
    return {"structured": graph(nodes)}


def due_builds(site: Site) -> Iterator[Due]:
    source = display_path(site.content / "practice.yaml")
    for one in to_come(site):
        after = end_of_day(one.last, site.practice.time_zone)
        what = f"{quoted(one.reason or one.first.isoformat())} is over"
        yield Due(after, source, what)


FEATURE = Feature(
    "structured_data",
    structured_data=structured_data,
    page_values=page_values,
    due_builds=due_builds,
)
