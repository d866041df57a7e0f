"""Contact links: the ways to reach the practice, for the call to action.

Gives   ContactLinks: links that a phone understands, only for what the practice has
Source  RFC 3966 (tel:), RFC 5724 (sms:); see plugins.core.schema.fields for the numbers
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.model.pages import Link
from plugins.core.model.site import Site


@dataclass(frozen=True)
class ContactLinks:
    """How to reach the practice; None is a way that it does not have."""

    call: Link
    book: Link | None = None
    text: Link | None = None
    email: Link | None = None


def contact_links(site: Site) -> ContactLinks:
    practice = site.practice
    booking, number = practice.booking, practice.text_messages
    label = (booking and booking.label) or site.words.call_to_action.book
    return ContactLinks(
        call=Link(practice.telephone, f"tel:{practice.telephone.dialed}"),
        book=Link(label, booking.url) if booking else None,
        text=Link(number, f"sms:{number.e164}") if number else None,
        email=Link(practice.email, f"mailto:{practice.email}") if practice.email else None,
    )
