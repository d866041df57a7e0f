"""Machine: what search engines read of offers, as schema.org in JSON-LD.

Gives   things(): an Offer on the page of an offer that runs at the build's instant, and on the
        pages of the modalities that it is for
Units   validThrough is the last second, in ISO 8601 with the practice's distance from UTC; a
        price stands there when it stands on the page: regular price less saving
Source  schema.org Offer, Service; Google asks that structured data say what the page says
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.schema_org import Node, node, practice, service_id
from plugins.core.model.site import Site
from plugins.offers.schedule import ScheduledOffer, running, scheduled, scheduled_offers
from plugins.offers.text import about, amount, local


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    document = page.values.get("document")
    if not isinstance(document, Document):
        return
    if document.kind.folder == "offers":
        offer = scheduled(document, site)
        if offer.running.now:
            yield offer_of(offer, site)
    elif document.kind.folder == "modalities":
        for offer in running(scheduled_offers(site), site.now):
            if document in offer.modalities:
                yield offer_of(offer, site)


def offer_of(offer: ScheduledOffer, site: Site) -> Node:
    facts, period, zone = offer.facts, offer.period, site.practice.time_zone
    services = [service(one, site) for one in offer.modalities]
    return node(
        "Offer",
        id=f"{site.url}{offer.address}#offer",
        name=facts.headline,
        url=site.url + offer.address,
        description=about(offer),
        validFrom=local(period.starts, zone) if period.starts else "",
        validThrough=last_second(offer, site),
        price=amount(offer.price) if offer.price else "",
        priceCurrency=site.words.locale.currency if offer.price else "",
        itemOffered=services if len(services) > 1 else next(iter(services), None),
        offeredBy=practice(site),
    )


def last_second(offer: ScheduledOffer, site: Site) -> str:
    ends = offer.period.ends
    if not offer.until or ends is None:
        return ""
    return local(ends - timedelta(seconds=1), site.practice.time_zone)


def service(modality: Document, site: Site) -> Node:
    """What an offer is for; its own page says more of it."""
    name = service_id(site, modality)
    return node("Service", id=name, name=modality.title, url=site.url + modality.address)
