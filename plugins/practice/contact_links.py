"""Contact links: the ways to reach the practice, for the call to action.

Gives   ContactLinks: links that a phone understands, only for what the practice has
Source  RFC 3966 (tel:), RFC 5724 (sms:); see plugins.core.schema.fields for the numbers
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.model.booking import booking_link
from plugins.core.model.downloads import described
from plugins.core.model.pages import Link
from plugins.core.model.site import Site
from plugins.core.schema.places import route
from plugins.core.schema.practice import Booking


@dataclass(frozen=True)
class ContactLinks:
    """How to reach the practice; None is a way that it does not have.

    route  the address of a map with the way there; "" when nobody knows where it is
    """

    call: Link
    book: Link | None = None
    text: Link | None = None
    email: Link | None = None
    intake: Link | None = None
    route: str = ""


def contact_links(site: Site, booking: Booking | None = None) -> ContactLinks:
    """booking: where to book what a page is about, instead of the practice's own place."""
    practice, number = site.practice, site.practice.text_messages
    return ContactLinks(
        call=Link(practice.telephone, f"tel:{practice.telephone.dialed}"),
        book=booking_link(site, booking),
        text=Link(number, f"sms:{number.e164}") if number else None,
        email=Link(practice.email, f"mailto:{practice.email}") if practice.email else None,
        intake=intake(site),
        route=route(practice.geo, practice.address),
    )


def intake(site: Site) -> Link | None:
    """The form to fill in before a first visit; a file of ours says its type and size."""
    address, title = site.practice.intake, str(site.words.practice_facts.intake)
    if not address:
        return None
    said = described(site, address)
    return Link(f"{title} ({said})" if said else title, address)
