"""Machine: what search engines read of offers, as schema.org in JSON-LD.

Gives   structured(): an Offer on the page of an offer that runs at the build's instant, a Service
        with its Offers on the page of a modality that they are for; None on every other page
Units   validThrough is the last second, in ISO 8601 with the practice's distance from UTC; a
        price stands there when it stands on the page: regular price less saving
Source  schema.org Offer, Service; Google asks that structured data say what the page says
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from plugins.core.documents import Document
from plugins.core.pages import Page
from plugins.core.site import Site
from plugins.offers.standing import Standing, running, stand, standing
from plugins.offers.telling import about, amount, local

Thing = dict[str, Any]
CONTEXT = {"@context": "https://schema.org"}


def structured(site: Site, page: Page) -> Thing | None:
    document = page.values.get("document")
    if not isinstance(document, Document):
        return None
    if document.kind.folder == "offers":
        offer = stand(document, site)
        return CONTEXT | with_services(offer, site) if offer.running.now else None
    if document.kind.folder == "modalities":
        offers = [one for one in running(standing(site), site.now) if document in one.modalities]
        made = service(document, site)
        made["offers"] = [offer_of(one, site) for one in offers]
        return CONTEXT | made if offers else None
    return None


def with_services(offer: Standing, site: Site) -> Thing:
    """An offer, and what it is for when that is known."""
    made = offer_of(offer, site)
    services = [service(one, site) for one in offer.modalities]
    if services:
        made["itemOffered"] = services if len(services) > 1 else services[0]
    return made | {"offeredBy": practice(site)}


def offer_of(offer: Standing, site: Site) -> Thing:
    facts, period, zone = offer.facts, offer.period, site.practice.time_zone
    made = {
        "@type": "Offer",
        "name": facts.headline,
        "url": site.url + offer.address,
        "description": about(offer),
        "validFrom": local(period.starts, zone) if period.starts else "",
        "validThrough": last_second(offer, site),
    }
    if offer.price:
        made |= {"price": amount(offer.price), "priceCurrency": "USD"}
    return {key: value for key, value in made.items() if value}


def last_second(offer: Standing, site: Site) -> str:
    ends = offer.period.ends
    if not offer.until or ends is None:
        return ""
    return local(ends - timedelta(seconds=1), site.practice.time_zone)


def service(modality: Document, site: Site) -> Thing:
    return {
        "@type": "Service",
        "name": modality.title,
        "description": modality.summary,
        "url": site.url + modality.address,
        "provider": practice(site),
    }


def practice(site: Site) -> Thing:
    """The practice, by the name that other structured data of the site can refer to."""
    return {
        "@type": "HealthAndBeautyBusiness",
        "@id": f"{site.url}/#practice",
        "name": site.practice.name,
        "telephone": site.practice.telephone.e164,
        "url": f"{site.url}/",
    }
