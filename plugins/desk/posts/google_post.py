"""Post: an offer in the fields of Google's form for offers.

Gives   post(): the fields in the order of the form, each within its limit, and notes
Units   characters, as Python counts them; days and times by the practice's clock
Source  Business Profile Help, "Create posts"; Business Profile API, LocalPost. Posts with a
        telephone number are turned down: people call with the button that Google adds
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import date_in_words, last_moment, time_in_words
from plugins.core.model.site import Site
from plugins.core.problems import quoted
from plugins.desk.offers.listing import Listed
from plugins.desk.posts.phone_numbers import apart, has_number
from plugins.desk.posts.photo import picture

TITLE, DETAILS, CODE = 58, 1500, 58
HOSTLESS = "http://127.0.0.1"
NUMBERS = "Google turns down posts with a telephone number"


@dataclass(frozen=True)
class Field:
    """One field of the form, and the line to paste into it."""

    label: str
    text: str


@dataclass
class Post:
    """source: the offer's file; said: what the offer does now, in words."""

    source: str
    said: str
    fields: list[Field] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, label: str, text: str, limit: int = 0) -> None:
        """A field, when there is something to write; cut between words, with a note."""
        if not text:
            return
        if limit and len(text) > limit:
            self.notes.append(
                f"{label}: shortened from {len(text)} to {limit} characters, as many as Google "
                "takes. Write a shorter one there if you like."
            )
            text = shortened(text, limit)
        count = f" ({len(text):,} of at most {limit:,} characters)" if limit else ""
        self.fields.append(Field(f"{label}{count}", text))


def shortened(text: str, limit: int) -> str:
    cut = textwrap.shorten(text, limit, placeholder="…")
    return cut if len(cut) > 1 else f"{text[: limit - 1]}…"


def post(offer: Listed, site: Site) -> Post:
    made, facts, zone = Post(offer.source, offer.said), offer.facts, site.practice.time_zone
    made.add("Offer title", facts.headline, TITLE)
    if has_number(facts.headline, site):
        made.notes.append(f"{NUMBERS}: write another title there, without it.")
    for label, text in dates(offer, site.now, zone):
        made.add(label, text)
    made.add("Offer details", spoken(made, "Offer details", about(offer), site), DETAILS)
    made.add("Coupon code", code(made, facts.code or ""))
    made.add("Link to redeem offer", link(made, offer, site))
    terms = spoken(made, "Terms and conditions", facts.terms or "", site)
    made.add("Terms and conditions", terms)
    made.add("Photo", picture(offer, site))
    made.notes += around(offer, zone)
    return made


def about(offer: Listed) -> str:
    """The offer's own text, without its HTML."""
    return " ".join(offer.document.prose.striptags().split())


def dates(offer: Listed, now: datetime, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    """The form asks for days, and takes times."""
    starts = offer.period.starts if offer.state == "coming" else now
    if starts:
        local = starts.astimezone(zone)
        yield "Start date", date_in_words(local.date())
        if offer.state == "coming" and local.time() != time():
            yield "Start time", time_in_words(local.time())
    day, clock = last_moment(offer.period, zone)
    if day:
        yield "End date", date_in_words(day)
    if clock:
        yield "End time", time_in_words(clock)


def code(made: Post, text: str) -> str:
    if len(text) <= CODE:
        return text
    made.notes.append(
        f"Coupon code: left out. It has {len(text)} characters, Google takes {CODE}, and half a "
        "code is none."
    )
    return ""


def spoken(made: Post, label: str, text: str, site: Site) -> str:
    """A text without the sentences that have a telephone number, each of which is noted."""
    kept, dropped = apart(text, site)
    made.notes += [f"{label}: left out {quoted(one)} {NUMBERS}." for one in dropped]
    return kept


def link(made: Post, offer: Listed, site: Site) -> str:
    address = offer.document.address
    if not site.url.startswith(HOSTLESS):
        return site.url + address
    made.notes.append(
        f"Link to redeem offer: the address of your site, then {address}. To have it here in "
        "full, type: make posts SITEURL=https://..."
    )
    return ""


def around(offer: Listed, zone: ZoneInfo) -> Iterator[str]:
    """What to know of the dates."""
    if offer.period.starts and offer.state == "coming":
        day = date_in_words(offer.period.starts.astimezone(zone).date())
        yield f"Post it on {day}, not before: until then the website tells nothing of it."
    if not offer.until:
        yield (
            "Google asks for an end, and this offer has none. To give it one, write "
            f'"ends: 2026-12-31" in {offer.source}; or choose a day there.'
        )
