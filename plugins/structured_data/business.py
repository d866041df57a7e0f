"""Business: all that is known of the practice, from practice.yaml.

Gives   business(): a HealthAndBeautyBusiness; schema.org has no type for massage, and
        MedicalBusiness is one run by health professionals; location(), one of several places
Source  schema.org; Google: LocalBusiness (a price range of 100 characters is left out)
"""

from __future__ import annotations

from plugins.core.model.locations import Place
from plugins.core.model.pages import Page
from plugins.core.model.price_range import price_range
from plugins.core.model.schema_org import (
    Node,
    location_id,
    node,
    picture_of,
    postal_address,
    practice,
    practice_id,
    reserve,
)
from plugins.core.model.site import Site
from plugins.core.schema.places import Geo
from plugins.structured_data.hours import special, weekly

PRICE_RANGE = 99  # characters


def business(site: Site, page: Page) -> Node:
    facts = site.practice
    return node(
        "HealthAndBeautyBusiness",
        id=practice_id(site),
        name=facts.name,
        url=f"{site.url}/",
        slogan=facts.tagline,
        telephone=facts.telephone.dialed,
        faxNumber=facts.fax.dialed if facts.fax else None,
        email=facts.email,
        image=picture_of(site, page),
        priceRange=price(site),
        address=postal_address(facts.address),
        geo=geo(facts.geo),
        openingHoursSpecification=weekly(facts.hours),
        specialOpeningHoursSpecification=special(site, facts.hours),
        areaServed=list(facts.service_area),
        sameAs=list(facts.social.values()),
        potentialAction=reserve(facts.booking),
    )


def price(site: Site) -> str:
    found = price_range(site)
    return found if len(found) <= PRICE_RANGE else ""


def location(site: Site, page: Page, place: Place) -> Node:
    """One of several places of the practice."""
    facts, url = place.facts, f"{site.url}{place.address}"
    return node(
        "HealthAndBeautyBusiness",
        id=location_id(site, place.address),
        name=f"{site.practice.name}, {facts.name}",
        url=url,
        telephone=(facts.telephone or site.practice.telephone).dialed,
        address=postal_address(facts.address),
        geo=geo(facts.geo),
        openingHoursSpecification=weekly(facts.hours),
        specialOpeningHoursSpecification=special(site, facts.hours) if facts.hours else None,
        image=picture_of(site, page),
        priceRange=price(site),
        parentOrganization=practice(site),
    )


def geo(place: Geo | None) -> Node | None:
    if not place:
        return None
    return node("GeoCoordinates", latitude=place.latitude, longitude=place.longitude)
