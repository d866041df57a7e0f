"""Offers made in memory, for tests that look at many."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import end_in_words
from plugins.core.model.documents import Document
from plugins.core.reading.front_matter import Fields
from plugins.offers import KIND
from plugins.offers.model import Offer
from plugins.offers.schedule import ScheduledOffer, rank

DENVER = ZoneInfo("America/Denver")
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def offer(slug: str, zone: ZoneInfo = DENVER, **fields: str) -> ScheduledOffer:
    """An offer as if it had been read from content/offers/<slug>.md."""
    values = {"headline": slug, **fields}
    facts = Offer.model_validate(values, context={"zone": zone})
    read = Fields(Path(f"content/offers/{slug}.md"), values, {})
    period = facts.period(zone)
    document = Document(KIND, slug, read, facts, "", 1)
    return ScheduledOffer(document, period, end_in_words(period, zone), (), NEW_YEAR, None, "")


def in_order(offers: list[ScheduledOffer]) -> list[ScheduledOffer]:
    return sorted(offers, key=rank)
