"""What Google asks of structured data, type by type.

Gives   REQUIRED, RECOMMENDED; lacking(): the properties that a thing lacks
Source  developers.google.com/search/docs/appearance/structured-data: LocalBusiness, Breadcrumb,
        Article, Organization (logo), and "site names" beside it. Of what it recommends, reviews and
        ratings are left out: a practice may not mark up its own
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Thing = dict[str, Any]
REQUIRED = {
    "HealthAndBeautyBusiness": ("name", "address"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("item", "name", "position"),
    "WebSite": ("name", "url"),
}
RECOMMENDED = {
    "HealthAndBeautyBusiness": (
        *("geo", "openingHoursSpecification", "telephone", "url", "priceRange"),
        *("image", "logo"),
    ),
    "PostalAddress": (
        *("streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry"),
    ),
    "GeoCoordinates": ("latitude", "longitude"),
    "OpeningHoursSpecification": ("opens", "closes"),
    "BlogPosting": ("author", "datePublished", "headline", "image"),
    "Organization": ("name", "url"),
}


def every(said: Any) -> Iterator[Thing]:
    """All things in a graph, those inside others too."""
    if isinstance(said, list):
        for one in said:
            yield from every(one)
    elif isinstance(said, dict):
        if "@type" in said:
            yield said
        for value in said.values():
            yield from every(value)


def lacking(graph: Any, table: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    """Type and property of what the things of a graph lack. Google asks for more than a name of the
    site's own organization alone, which has an @id; who issued a license is another."""
    return {
        (one["@type"], name)
        for one in every(graph)
        if one["@type"] != "Organization" or "@id" in one
        for name in table.get(one["@type"], ())
        if name not in one
    }
