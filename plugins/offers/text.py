"""Telling: an offer in words and values for machines.

Gives   in_full(): one plain text, always with the end when there is one
        amount(): money as programs read it; local(): ISO 8601 with the practice's distance from UTC
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from plugins.core.i18n.words import Words
from plugins.offers.schedule import ScheduledOffer


def in_full(offer: ScheduledOffer, words: Words) -> str:
    facts = offer.facts
    parts = (
        about(offer),
        words.offer_text.until(end=offer.until) if offer.until else "",
        words.offer_text.code(code=facts.code) if facts.code else "",
        facts.terms or "",
    )
    return " ".join(filter(None, parts))


def about(offer: ScheduledOffer) -> str:
    """The offer's own text, without its HTML."""
    return " ".join(offer.document.prose.striptags().split())


def amount(money: Decimal) -> str:
    return f"{money:.2f}"


def local(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).isoformat()
