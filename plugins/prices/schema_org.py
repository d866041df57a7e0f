"""Offers: every price as search engines read it.

Gives   structured_data(): on the page of all prices, the practice with an Offer for each session
        and each package
Source  schema.org Organization (makesOffer), Offer, PriceSpecification
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.pages import Page
from plugins.core.model.schema_org import Node, node, offer, practice, service_id
from plugins.core.model.site import Site


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    if page.template == "prices" and (made := [*sessions(site), *packages(site)]):
        yield practice(site) | node("Organization", makesOffer=made)


def sessions(site: Site) -> Iterator[Node]:
    for modality in site.all("modalities"):
        service = node("Service", id=service_id(site, modality), name=modality.title)
        for one in modality.facts.sessions:
            parts = (modality.title, one.name, site.words.length(one.minutes))
            yield offer(site, ", ".join(filter(None, parts)), one.price, itemOffered=service)


def packages(site: Site) -> Iterator[Node]:
    for one in site.practice.packages:
        yield offer(site, one.name, one.price, description=one.note)
