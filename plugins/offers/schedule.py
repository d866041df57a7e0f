"""Schedule: the offers of a site, and which of them shows at every instant.

Gives   ScheduledOffer: an offer with its words and the pieces of time that it goes through;
        stretches(): time cut into pieces, in each of which one offer shows, or none;
        gaps(): those in which none does
Units   instants are aware datetimes in UTC; a stretch ends where the next begins, the last never
Why     time in pieces leaves the browser one question, "which piece is now?": what shows at an
        instant, and how many other offers run, is decided here alone
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from plugins.core.dates.moments import Period
from plugins.core.dates.pieces import Piece, inside
from plugins.core.model.changes import written
from plugins.core.model.documents import Document
from plugins.core.model.pages import Link, Page
from plugins.core.model.site import Site, once_per_site
from plugins.offers.booking import offer_link
from plugins.offers.model import EVERYWHERE, Offer
from plugins.offers.sessions import regular_session

KEY = "offer-"  # and a hash
LAST_HOURS = timedelta(hours=48)


@dataclass(frozen=True)
class ScheduledOffer:
    """An offer with its period.

    until  "Thursday, December 31, 2026"; "" without an end
    built  the build's instant
    booking  where to book it
    session  to which of several its regular price belongs, in words; "" where that is not known
    """

    document: Document
    period: Period
    until: str
    modalities: tuple[Document, ...]
    built: datetime
    booking: Link | None
    session: str

    @property
    def facts(self) -> Offer:
        facts: Offer = self.document.facts
        return facts

    @property
    def address(self) -> str:
        return self.document.address

    @property
    def key(self) -> str:
        """What the browser remembers when a visitor closes it: a new text is a new offer."""
        text = "\n".join((self.facts.headline, self.facts.code or "", self.until))
        return KEY + hashlib.sha256(text.encode()).hexdigest()[:8]

    @property
    def price(self) -> Decimal | None:
        """What is paid, when it is known."""
        regular, saving = self.facts.regular_price, self.facts.saving
        saved = saving.of(regular) if regular and saving else None
        return regular - saved if regular and saved and saved < regular else None

    @property
    def coming(self) -> Piece | None:
        """The time before its start; None without one."""
        starts = self.period.starts
        return Piece.of(None, starts, self.built) if starts else None

    @property
    def running(self) -> Piece:
        return Piece.of(self.period.starts, self.period.ends, self.built)

    @property
    def begun(self) -> Piece:
        """The time from its start on, its end or not."""
        return Piece.of(self.period.starts, None, self.built)

    @property
    def closing(self) -> Piece | None:
        """Its last 48 hours; None without an end."""
        starts, ends = self.period.starts, self.period.ends
        if not self.until or ends is None:
            return None
        begins = ends - LAST_HOURS
        return Piece.of(max(begins, starts) if starts else begins, ends, self.built)

    @property
    def over(self) -> Piece | None:
        """The time after its end; None without one."""
        return Piece.of(self.period.ends, None, self.built) if self.until else None


@dataclass(frozen=True)
class Stretch(Piece):
    """A piece of time in which one offer shows, or none.

    others  how many more offers run meanwhile
    """

    offer: ScheduledOffer | None
    others: int


@once_per_site
def scheduled_offers(site: Site) -> tuple[ScheduledOffer, ...]:
    """The offers that run or are to come, highest priority first, then the one that ends first."""
    found = (scheduled(document, site) for document in site.all("offers"))
    return tuple(sorted((one for one in found if not one.period.over(site.now)), key=rank))


def scheduled(document: Document, site: Site) -> ScheduledOffer:
    zone = site.practice.time_zone
    period = document.facts.period(zone)
    until = site.words.end(period, zone)
    modalities = site.get("modalities", document.facts.modalities)
    booking = offer_link(site, document, modalities)
    session = regular_session(document.facts, modalities, site.words)
    return ScheduledOffer(document, period, until, modalities, site.now, booking, session)


def dated(offer: ScheduledOffer, site: Site) -> datetime:
    """Since when the offer is known: its start, or when its file was written; never to come."""
    starts = offer.period.starts
    return starts if starts and starts <= site.now else written(offer.document, site)


def rank(one: ScheduledOffer) -> tuple[int, bool, float, str]:
    ends = one.period.ends
    return (-one.facts.priority, ends is None, ends.timestamp() if ends else 0.0, one.document.slug)


def running(offers: Iterable[ScheduledOffer], now: datetime) -> tuple[ScheduledOffer, ...]:
    """Those that run at an instant, in the same order."""
    return tuple(one for one in offers if one.period.contains(now))


def meant_for(offers: Iterable[ScheduledOffer], page: Page) -> tuple[ScheduledOffer, ...]:
    """The offers that are meant for a page."""
    return tuple(
        one
        for one in offers
        if one.facts.pages == EVERYWHERE or page.local_address in one.facts.pages
    )


def stretches(offers: Sequence[ScheduledOffer], now: datetime) -> tuple[Stretch, ...]:
    """All of time, cut wherever what shows changes; nothing when there is no offer."""
    if not offers:
        return ()
    limits = {limit for one in offers for limit in (one.period.starts, one.period.ends) if limit}
    edges = [None, *sorted(limits), None]
    found: list[Stretch] = []
    for starts, ends in pairwise(edges):
        # Before the first limit, the offers without a start run.
        first = [one for one in offers if starts is None and one.period.starts is None]
        shown = running(offers, starts) if starts else tuple(first)
        offer, others = (shown[0] if shown else None), max(len(shown) - 1, 0)
        if found and (found[-1].offer, found[-1].others) == (offer, others):
            starts = found.pop().starts  # noqa: PLW2901  (one stretch with the one before)
        found.append(Stretch(starts, ends, inside(starts, ends, now), offer, others))
    return tuple(found)


@once_per_site
def stretches_of(site: Site, slugs: tuple[str, ...]) -> tuple[Stretch, ...]:
    """The stretches of a group of offers, which many pages are meant to show."""
    return stretches(
        [one for one in scheduled_offers(site) if one.document.slug in slugs], site.now
    )


def banner(site: Site, page: Page) -> tuple[Stretch, ...]:
    """The stretches of the offers that are meant for a page. The overview and the pages of offers
    say what runs themselves."""
    overview = site.overview("offers")
    if overview and overview.address in {page.address, page.parent and page.parent.address}:
        return ()
    offers = meant_for(scheduled_offers(site), page)
    return stretches_of(site, tuple(one.document.slug for one in offers))


@once_per_site
def without(site: Site) -> tuple[Piece, ...]:
    """The pieces of time in which no offer runs."""
    return gaps(scheduled_offers(site), site.now)


def gaps(offers: Sequence[ScheduledOffer], now: datetime) -> tuple[Piece, ...]:
    """The pieces of time in which none of the offers runs."""
    if not offers:
        return (Piece.of(None, None, now),)
    return tuple(one for one in stretches(offers, now) if one.offer is None)
