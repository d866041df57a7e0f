"""Checks on offers: pages that exist, ends that have passed, promises that must be kept.

Gives   an error for a page that does not exist, the same offer twice on a page, a "limited" offer
        without a limit, a saving that differs from the headline's or, when publishing, is above
        the price; a warning for an end that has
        passed, and for what an offer should say: end, terms, the code in them, a true regular price
Source  plugins.core.law: a former price must be genuine, what is limited must be
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from plugins.core.dates.moments import Period, end_in_words, end_to_write
from plugins.core.i18n.locale import Locale
from plugins.core.i18n.words import Words
from plugins.core.law import cited
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.problems import Problem, did_you_mean, quoted
from plugins.core.schema.money import amount
from plugins.core.schema.prices import Share
from plugins.offers.model import EVERYWHERE, Offer
from plugins.offers.sessions import false_price

# "limited to one side" and "limited movement" speak of something else.
LIMITED = re.compile(
    r"\blimited(?:[- ]time)?\b(?! (?:to|range|movement|motion|mobility))"
    r"|\bfor a short time\b|\bwhile (?:supplies|places) last\b",
    re.IGNORECASE,
)


def site_problems(site: Site) -> Iterator[Problem]:
    addresses = {one.local_address for one in site.everything if one.address}
    for document in site.all("offers"):
        yield from unknown_pages(document, addresses)
        yield from another_saving(document, site.words)
        yield from above_price(document, site)
        yield from false_price(document, site)
        # What is over needs no better words.
        yield from list(over(document, site)) or missing_facts(document, site)
    yield from twice(site)


def unknown_pages(document: Document, addresses: set[str]) -> Iterator[Problem]:
    if document.facts.pages == EVERYWHERE:
        return
    for place, address in enumerate(document.facts.pages):
        if address not in addresses:
            close = did_you_mean(address, addresses)
            fix = (
                f'did you mean "{close}"?'
                if close
                else 'write the address of a page, such as "/", or "everywhere"'
            )
            yield document.problem(
                "pages",
                quoted(address),
                "the address of a page of this site, or the word everywhere",
                fix,
                location=("pages", place),
            )


def over(document: Document, site: Site) -> Iterator[Problem]:
    zone = site.practice.time_zone
    period = document.facts.period(zone)
    if period.over(site.now):
        yield document.problem(
            "ends",
            f"an offer that ended: {end_in_words(period, zone)}",
            "nothing, if that is right: it shows nowhere",
            "delete the file, or write a later end",
            level="warning",
        )


def missing_facts(document: Document, site: Site) -> Iterator[Problem]:
    """What people need to know, and nobody has filled in."""
    facts = document.facts
    if not facts.ends:
        yield endless(document, site)
    if not facts.terms:
        needed = "who it is for and what it excludes"
        yield wanting(document, "terms", "an offer without terms", needed, 'write "terms: ..."')
    elif facts.code and facts.code.casefold() not in facts.terms.casefold():
        found = f"terms without the code {quoted(facts.code)}"
        needed = "terms that say what the code is for"
        yield wanting(document, "terms", found, needed, "name the code there")
    if facts.saving and not facts.regular_price:
        found = f"{site.words.saving(facts.saving)} to save, and no regular price"
        needed = f"the price that it is taken off{cited('former_price', *site.practice.law)}"
        yield wanting(document, "saving", found, needed, 'write "regular_price: ..."')


def wanting(document: Document, key: str, found: str, needed: str, fix: str) -> Problem:
    return document.problem(key, found, needed, fix, level="warning")


def endless(document: Document, site: Site) -> Problem:
    """An offer without an end is worth a look; one that calls itself limited is untrue."""
    texts = (document.facts.headline, document.facts.terms or "", document.body)
    last = end_to_write(document.facts.period(site.practice.time_zone), site.now)
    end = f'write its last day, such as "ends: {last}"'
    match = next(filter(None, map(LIMITED.search, texts)), None)
    if not match:
        needed = "until when it runs: nobody remembers to take it down"
        return wanting(document, "ends", "an offer without an end", needed, end)
    found = f"{quoted(match.group())} in an offer without an end"
    needed = f"a limit: what is called limited must be{cited('limited', *site.practice.law)}"
    return document.problem("ends", found, needed, f"{end}, or leave the word out")


@lru_cache(maxsize=8)
def save(locale: Locale) -> re.Pattern[str]:
    """What a headline says that people save: an amount with its sign, or a share."""
    sign = f"(?:{'|'.join(map(re.escape, locale.currency_signs))})"
    digits, part = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?", r"\d{1,3}(?:\.\d+)?"
    return re.compile(
        rf"\bsaves? (?:(?P<amount>{sign} ?{digits}|{digits} ?{sign})"
        rf"|(?P<share>{part}) ?(?:%|percent))"
        rf"|\b(?P<off>{part}) ?(?:%|percent) off\b",
        re.IGNORECASE,
    )


def another_saving(document: Document, words: Words) -> Iterator[Problem]:
    """A saving that its headline contradicts."""
    facts = document.facts
    match = save(words.locale).search(facts.headline)
    if match and facts.saving and not same(match, facts, words.locale):
        yield document.problem(
            "saving",
            f"{words.saving(facts.saving)}, and {quoted(match.group())} in the headline",
            "the same amount in both",
            "correct one of the two",
        )


def same(match: re.Match[str], facts: Offer, locale: Locale) -> bool:
    """Whether the headline says the saving; an amount for a share, when the price is known."""
    share = match["share"] or match["off"]
    said = Share(percent=Decimal(share)) if share else Share(amount(match["amount"], "", locale))
    if said == facts.saving or facts.saving is None:
        return True
    price, mixed = facts.regular_price, bool(share) != bool(facts.saving.percent)
    return mixed and (price is None or said.of(price) == facts.saving.of(price))


def above_price(document: Document, site: Site) -> Iterator[Problem]:
    """More to save than there is to pay."""
    facts = document.facts
    price, saving, money = facts.regular_price, facts.saving, site.words.locale.money
    if price is not None and saving and saving.of(price) > price:
        yield document.problem(
            "saving",
            f"{site.words.saving(saving)} to save on a regular price of {money(price)}",
            "a saving below the price",
            "correct one of the two",
            level="warning" if site.preview else "error",
        )


def twice(site: Site) -> Iterator[Problem]:
    """Two offers that read the same, on one page at one time."""
    for first, second in combinations(site.all("offers"), 2):
        same = first.facts.headline.casefold() == second.facts.headline.casefold()
        if same and meet(first, second, site):
            yield second.problem(
                "headline",
                f"the headline of {first.source}",
                "every offer once on a page",
                "delete one of the two, or give them different days or pages",
            )


def meet(first: Document, second: Document, site: Site) -> bool:
    """Whether two offers, both still to end, stand on one page at one time."""
    one, other = (document.facts.period(site.practice.time_zone) for document in (first, second))
    if one.over(site.now) or other.over(site.now) or apart(one, other) or apart(other, one):
        return False
    pages = (first.facts.pages, second.facts.pages)
    return EVERYWHERE in pages or bool(set(pages[0]) & set(pages[1]))


def apart(one: Period, other: Period) -> bool:
    return one.ends is not None and other.starts is not None and one.ends <= other.starts
