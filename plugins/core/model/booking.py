"""Booking: where visitors book, the most specific place that is known.

Gives   booking_link(): a link with its words; of_document(): what a document says of booking
"""

from __future__ import annotations

from plugins.core.model.documents import Document
from plugins.core.model.pages import Link
from plugins.core.model.site import Site
from plugins.core.schema.practice import Booking


def of_document(document: object) -> Booking | None:
    """Where to book what a document is about, or with whom it is about."""
    facts = document.facts if isinstance(document, Document) else None
    return getattr(facts, "booking", None)


def booking_link(site: Site, *bookings: Booking | None) -> Link | None:
    """The first of these that is known, the most specific first; or else that of the practice."""
    booking = next(filter(None, (*bookings, site.practice.booking)), None)
    if not booking:
        return None
    return Link(booking.label or str(site.words.call_to_action.book), booking.url)
