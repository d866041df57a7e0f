"""schema.org: what search engines read of a page, in that vocabulary.

Gives   Node; node(), which leaves out what is not known; the ids by which parts of the site's
        graph name each other; practice(), website(): who and what they are, for other things
Why     programs read each page by itself and follow no id to another page, so a reference carries
        a type and a name; the whole practice stands where visitors read its facts
Source  schema.org; JSON-LD 1.1: things of one @id are one thing
"""

from __future__ import annotations

from typing import Any

from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.schema.places import Address
from plugins.core.schema.practice import Booking
from plugins.core.schema.prices import Price

Node = dict[str, Any]
WHOLE = ("/", "/contact/")  # pages about the practice itself


def node(kind: str, **properties: Any) -> Node:
    """A thing with the properties that are known; `id` is its @id."""
    name = properties.pop("id", None)
    values = {"@type": kind, "@id": name, **properties}
    return {key: value for key, value in values.items() if value not in (None, "", [], ())}


def practice_id(site: Site) -> str:
    return f"{site.url}/#practice"


def practice(site: Site) -> Node:
    """The practice in short. No LocalBusiness, which without an address would be half of one."""
    name = site.practice.name
    return node("Organization", id=practice_id(site), name=name, url=f"{site.url}/")


def postal_address(known: Address | None) -> Node | None:
    if not known:
        return None
    return node(
        "PostalAddress",
        streetAddress=known.street,
        addressLocality=known.city,
        addressRegion=known.region,
        postalCode=known.postal_code,
        addressCountry=known.country,
    )


def about_practice(page: Page) -> bool:
    """Whether a page tells all that is known of the practice."""
    return page.local_address in WHOLE


def location_id(site: Site, address: str) -> str:
    """The business on the page of one of several places."""
    return f"{site.url}{address}#location"


def website(site: Site) -> Node:
    return node("WebSite", id=f"{site.url}/#website", name=site.practice.name, url=f"{site.url}/")


def page_id(site: Site, page: Page) -> str:
    return f"{site.url}{page.address}"


def picture_of(site: Site, page: Page) -> str:
    """The page's own picture, or its card; "" without either."""
    shown = page.picture or page.card
    return site.url + shown.address if shown else ""


def offer(site: Site, name: str, price: Price, **more: Any) -> Node:
    """Something that has a price, or one by arrangement, of which nothing is said."""
    amounts: Node = {}
    currency = site.words.locale.currency
    if price.one is not None:
        amounts = {"price": f"{price.one:.2f}", "priceCurrency": currency}
    elif price.least is not None:
        least, most = (f"{one:.2f}" if one else None for one in (price.least, price.most))
        span = {"minPrice": least, "maxPrice": most, "priceCurrency": currency}
        amounts = {"priceSpecification": node("PriceSpecification", **span)}
    return node("Offer", name=name, **amounts, **more)


def reserve(booking: Booking | None) -> Node | None:
    """Where to book, on the web."""
    return node("ReserveAction", name=booking.label, target=booking.url) if booking else None


def service_id(site: Site, modality: Document) -> str:
    """The service on the page of a modality."""
    return f"{site.url}{modality.address}#service"
