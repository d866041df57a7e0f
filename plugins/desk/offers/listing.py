"""Listing: every offer with its state: those that run, then those to come, then the ended.

Gives   ListedOffer; list_offers(): all of a site
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import Period
from plugins.core.model.site import Site
from plugins.desk.offers.date_text import days_until, in_days
from plugins.offers.schedule import ScheduledOffer, rank, scheduled

State = Literal["runs", "coming", "ended"]
ORDER: tuple[State, ...] = ("runs", "coming", "ended")


@dataclass(frozen=True)
class ListedOffer(ScheduledOffer):
    """An offer and its state at the moment of the listing.

    status    the state in words: `coming in 3 days`
    position  among all offers, by priority
    """

    state: State
    status: str
    position: int

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def source(self) -> str:
        return self.document.source


def list_offers(site: Site) -> list[ListedOffer]:
    ranked = sorted((scheduled(document, site) for document in site.all("offers")), key=rank)
    offers = []
    for position, offer in enumerate(ranked):
        state = state_at(offer.period, site.now)
        status = in_words(state, offer.period, site.now, site.practice.time_zone)
        offers.append(ListedOffer(**vars(offer), state=state, status=status, position=position))
    return sorted(offers, key=order)


def order(offer: ListedOffer) -> tuple[int, float, int]:
    starts = offer.period.starts if offer.state == "coming" else None
    return ORDER.index(offer.state), starts.timestamp() if starts else 0.0, offer.position


def state_at(period: Period, now: datetime) -> State:
    if period.contains(now):
        return "runs"
    return "ended" if period.over(now) else "coming"


def in_words(state: State, period: Period, now: datetime, zone: ZoneInfo) -> str:
    if state == "coming" and period.starts:
        return f"coming {in_days(days_until(period.starts, now, zone))}"
    return "runs now" if state == "runs" else state
