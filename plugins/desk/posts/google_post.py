"""Google post: an offer in the fields of Google's form for offers.

Gives   write_post(): the fields in the order of the form, each within its limit, and notes
Units   characters, as Python counts them; days and times by the practice's clock
Source  Business Profile Help, "Create posts"; Business Profile API, LocalPost. Google rejects posts
        with a telephone number: people call with the button that Google adds
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from zoneinfo import ZoneInfo

from plugins.core.dates.date_words import date_in_words, time_in_words
from plugins.core.dates.moments import end_to_write, last_moment
from plugins.core.model.site import Site
from plugins.core.problems import quoted
from plugins.desk.offers.listing import ListedOffer
from plugins.desk.posts.phone_numbers import has_number, remove_numbers
from plugins.desk.posts.photo import find_photo
from plugins.offers.text import about

TITLE, DETAILS, CODE = 58, 1500, 58
PREVIEW = "http://127.0.0.1"
NUMBERS = "Google turns down posts with a telephone number"


@dataclass(frozen=True)
class Field:
    """A field of the form, and the line to paste into it."""

    label: str
    text: str


@dataclass
class GooglePost:
    """source: the offer's file; status: its state in words."""

    source: str
    status: str
    fields: list[Field] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, label: str, text: str, limit: int = 0) -> None:
        """Add a field unless it is empty; shorten it between words, with a note."""
        if not text:
            return
        if limit and len(text) > limit:
            self.notes.append(
                f"{label}: shortened from {len(text)} to {limit} characters, as many as Google "
                "takes. Write a shorter one there if you like."
            )
            text = shorten(text, limit)
        count = f" ({len(text):,} of at most {limit:,} characters)" if limit else ""
        self.fields.append(Field(f"{label}{count}", text))


def shorten(text: str, limit: int) -> str:
    cut = textwrap.shorten(text, limit, placeholder="…")
    return cut if len(cut) > 1 else f"{text[: limit - 1]}…"


def write_post(offer: ListedOffer, site: Site) -> GooglePost:
    facts, zone = offer.facts, site.practice.time_zone
    post = GooglePost(offer.source, offer.status)
    post.add("Offer title", facts.headline, TITLE)
    if has_number(facts.headline, site):
        post.notes.append(f"{NUMBERS}: write another title there, without it.")
    for label, text in dates(offer, site.now, zone):
        post.add(label, text)
    add_text(post, "Offer details", about(offer), site, DETAILS)
    add_code(post, facts.code or "")
    add_link(post, offer, site)
    add_text(post, "Terms and conditions", facts.terms or "", site)
    post.add("Photo", find_photo(offer, site))
    post.notes += date_notes(offer, zone, site.now)
    return post


def dates(offer: ListedOffer, now: datetime, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    """The form requires days and accepts times."""
    starts = offer.period.starts if offer.state == "coming" else now
    if starts:
        local = starts.astimezone(zone)
        yield "Start date", date_in_words(local.date(), zone)
        if offer.state == "coming" and local.time() != time():
            yield "Start time", time_in_words(local.time(), zone)
    day, clock = last_moment(offer.period, zone)
    if day:
        yield "End date", date_in_words(day, zone)
    if clock:
        yield "End time", time_in_words(clock, zone)


def add_text(post: GooglePost, label: str, text: str, site: Site, limit: int = 0) -> None:
    """Add a text without the sentences that have a telephone number, a note for each."""
    text, removed = remove_numbers(text, site)
    post.notes += [f"{label}: left out {quoted(sentence)} {NUMBERS}." for sentence in removed]
    post.add(label, text, limit)


def add_code(post: GooglePost, text: str) -> None:
    if len(text) <= CODE:
        post.add("Coupon code", text)
        return
    post.notes.append(
        f"Coupon code: left out. It has {len(text)} characters, Google takes {CODE}, and half a "
        "code is none."
    )


def add_link(post: GooglePost, offer: ListedOffer, site: Site) -> None:
    if not site.url.startswith(PREVIEW):
        post.add("Link to redeem offer", site.url + offer.address)
        return
    post.notes.append(
        f"Link to redeem offer: the address of your site, then {offer.address}. To have it here "
        "in full, type: make posts SITEURL=https://..."
    )


def date_notes(offer: ListedOffer, zone: ZoneInfo, now: datetime) -> Iterator[str]:
    if offer.period.starts and offer.state == "coming":
        day = date_in_words(offer.period.starts.astimezone(zone).date(), zone)
        yield f"Post it on {day}, not before: until then the website tells nothing of it."
    if not offer.until:
        yield (
            "Google asks for an end, and this offer has none. To give it one, write "
            f'"ends: {end_to_write(offer.period, now)}" in {offer.source}; or choose a day there.'
        )
