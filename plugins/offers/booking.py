"""Booking an offer: a link that tells the provider which offer it is for, and its code.

Gives   offer_link(): where to book an offer: its own place, that of the one modality that it
        is for, or that of the practice. Parameters that staff wrote stay as they are
Source  Acuity Scheduling: "Parameters for dynamic links" (certificate: a coupon's code)
        Calendly, Cal.com: the campaign that a booking came from (utm_campaign)
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from plugins.core.model.booking import booking_link, of_document
from plugins.core.model.documents import Document
from plugins.core.model.pages import Link
from plugins.core.model.site import Site

# The end of a host: the parameter that takes a code, and the one that takes a name.
CODES = dict.fromkeys(("acuityscheduling.com", "as.me", "squarespacescheduling.com"), "certificate")
NAMES = dict.fromkeys(("calendly.com", "cal.com"), "utm_campaign")


def offer_link(site: Site, document: Document, modalities: tuple[Document, ...]) -> Link | None:
    only = of_document(modalities[0]) if len(modalities) == 1 else None
    link = booking_link(site, document.facts.booking, only)
    if not link:
        return None
    return Link(link.title, carrying(link.address, document.slug, document.facts.code or ""))


def carrying(address: str, name: str, code: str) -> str:
    """The address with an offer's name and code, where the provider has a place for them."""
    parts = urlsplit(address)
    host = (parts.hostname or "").split(".")
    ends = {".".join(host[place:]) for place in range(len(host))}
    wanted = {
        **{CODES[end]: code for end in ends & CODES.keys() if code},
        **{NAMES[end]: name for end in ends & NAMES.keys()},
    }
    there = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
    added = urlencode({key: value for key, value in wanted.items() if key not in there})
    query = "&".join(filter(None, (parts.query, added)))
    return urlunsplit(parts._replace(query=query)) if added else address
