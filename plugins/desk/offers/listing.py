"""Listing: every offer with its state, those that run first, then those to come, then the ended.

Gives   Listed, and listing(): all of a site
Units   days are counted by the calendar of the practice's zone
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import Period
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.desk.offers.date_text import in_days
from plugins.offers.model import Offer
from plugins.offers.schedule import rank, stand

State = Literal["runs", "coming", "ended"]
ORDER: tuple[State, ...] = ("runs", "coming", "ended")


@dataclass(frozen=True)
class Listed:
    """An offer and what it does at the instant of the listing.

    until  `Thursday, December 31, 2026`; "" without an end
    place  among all, the best first
    """

    document: Document
    period: Period
    until: str
    state: State
    said: str
    place: int

    @property
    def facts(self) -> Offer:
        facts: Offer = self.document.facts
        return facts

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def source(self) -> str:
        return self.document.source


def listing(site: Site) -> list[Listed]:
    zone = site.practice.time_zone
    standing = sorted((stand(document, site) for document in site.all("offers")), key=rank)
    offers = []
    for place, one in enumerate(standing):
        state = state_at(one.period, site.now)
        said = in_words(state, one.period, site.now, zone)
        offers.append(Listed(one.document, one.period, one.until, state, said, place))
    return sorted(offers, key=order)


def order(one: Listed) -> tuple[int, float, int]:
    starts = one.period.starts.timestamp() if one.period.starts and one.state == "coming" else 0.0
    return ORDER.index(one.state), starts, one.place


def state_at(period: Period, now: datetime) -> State:
    if period.contains(now):
        return "runs"
    return "ended" if period.over(now) else "coming"


def in_words(state: State, period: Period, now: datetime, zone: ZoneInfo) -> str:
    if state == "coming" and period.starts:
        return f"coming {in_days(days_until(period.starts, now, zone))}"
    return "runs now" if state == "runs" else state


def days_until(instant: datetime, now: datetime, zone: ZoneInfo) -> int:
    return (instant.astimezone(zone).date() - now.astimezone(zone).date()).days
