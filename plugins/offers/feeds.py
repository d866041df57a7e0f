"""Feeds: what runs at the build's instant, for feed readers and for other programs.

Gives   /offers/feed.xml (Atom) and /offers/offers.json, when there is an overview of offers
Units   an entry is dated by the start of its offer, or its last commit without one; the feed by the
        last entry, or the last instant at which an offer began or ended
Why     an offer that is to come says nothing before its start, here as on its page: both files
        hold what runs, and nothing else
Source  RFC 4287; plugins/hosting/README.md documents offers.json
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from plugins.core.model.changes import build_day
from plugins.core.model.feeds import Entry, atom
from plugins.core.model.pages import File, Link
from plugins.core.model.site import Site
from plugins.offers.model import Offer
from plugins.offers.schedule import ScheduledOffer, dated, running, scheduled_offers
from plugins.offers.text import about, amount, in_full, local

FEED, JSON = "/offers/feed.xml", "/offers/offers.json"


def files(site: Site) -> Iterator[File]:
    overview = site.overview("offers")
    if overview:
        offers = running(scheduled_offers(site), site.now)
        yield File(site.at(FEED), feed(offers, overview, site))
        yield File(site.at(JSON), listed(offers, site))


def feed(offers: Sequence[ScheduledOffer], overview: Link, site: Site) -> str:
    return atom(
        site,
        site.at(FEED),
        (entry_of(offer, site) for offer in offers),
        of=Link(str(site.words.offers.feed(practice=site.practice.name)), overview.address),
        summary=site.words.offers.feed_summary,
        updated=changed(site),
    )


def entry_of(offer: ScheduledOffer, site: Site) -> Entry:
    published = dated(offer, site)
    return Entry(offer.facts.headline, offer.address, in_full(offer, site.words), published)


def changed(site: Site) -> datetime:
    """When the feed last became another one."""
    zone = site.practice.time_zone
    periods = [document.facts.period(zone) for document in site.all("offers")]
    limits = [limit for one in periods for limit in (one.starts, one.ends) if limit]
    dates = [dated(offer, site) for offer in running(scheduled_offers(site), site.now)]
    past = (limit for limit in limits if limit <= site.now)
    return max((*past, *dates), default=build_day(site))


def listed(offers: Sequence[ScheduledOffer], site: Site) -> str:
    practice = site.practice
    feed = {
        "practice": practice.name,
        "telephone": practice.telephone,
        "url": f"{site.url}/",
        "time_zone": practice.time_zone.key,
        "offers": [entry(offer, site) for offer in offers],
    }
    return json.dumps(feed, ensure_ascii=False, indent=2) + "\n"


def entry(offer: ScheduledOffer, site: Site) -> dict[str, Any]:
    """What is known of one offer; a key without a value is left out."""
    facts, period, zone = offer.facts, offer.period, site.practice.time_zone
    values: dict[str, Any] = {
        "headline": facts.headline,
        "url": site.url + offer.address,
        "text": about(offer),
        "starts": local(period.starts, zone) if period.starts else None,
        "ends": local(period.ends, zone) if period.ends and offer.until else None,
        "until": offer.until,
        "code": facts.code,
        "terms": facts.terms,
        "regular_price": amount(facts.regular_price) if facts.regular_price else None,
        "saving": saved(facts),
        "saving_percent": f"{facts.saving.percent}"
        if facts.saving and facts.saving.percent
        else None,
        "price": amount(offer.price) if offer.price else None,
        "currency": site.words.locale.currency if facts.regular_price or saved(facts) else None,
        "modalities": [
            {"title": one.title, "url": site.url + one.address} for one in offer.modalities
        ],
        "calendar": f"{site.url}{offer.address}offer.ics" if offer.until else None,
    }
    return {key: value for key, value in values.items() if value}


def saved(facts: Offer) -> str | None:
    """The amount that is saved, when they are known."""
    if not facts.saving or (facts.saving.percent and not facts.regular_price):
        return None
    return amount(facts.saving.of(facts.regular_price or Decimal(0)))


def share(facts: Offer) -> str | None:
    return str(facts.saving.percent) if facts.saving and facts.saving.percent else None
