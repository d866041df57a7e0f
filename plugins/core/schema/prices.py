"""Prices: what a session costs and how long it lasts, as people write both.

Gives   Price: one amount, from an amount up, from one to another, or by arrangement
        Length: minutes, or from some to others; Share: an amount, or a part of a price
Units   amounts are in the practice's currency; minutes from 5 to 480
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from plugins.core.i18n.locale import Locale
from plugins.core.schema.fields import MINUTES, minutes
from plugins.core.schema.model import field_error
from plugins.core.schema.money import amount, locale_of, meant

SHORTEST, LONGEST = 5, 480  # minutes
ARRANGED = "by arrangement"
PRICE = f"an amount like 95, two like 95-120, one like from 95, or {ARRANGED}"
SHARE = "an amount like 25 or 25.50, or a share like 20%"
CENT = Decimal("0.01")
BETWEEN = r"\s*(?:[-\u2013\u2014]|\bto\b)\s*"
LENGTHS = re.compile(rf"([0-9]+)(?:{MINUTES})?{BETWEEN}([0-9]+)(?:{MINUTES})?", re.IGNORECASE)
LEAST = re.compile(r"from\s+(.+)", re.IGNORECASE)
RANGE = re.compile(rf"([^-\u2013\u2014]+?){BETWEEN}(.+)", re.IGNORECASE)
# Not accepted, but understood.
LOOSE_LEAST = re.compile(
    r"(?:starting (?:at|from)|starts at|at least|min\.?|minimum)\s+(?P<a>.+)"
    r"|(?P<b>.+?)\s*(?:\+|and up|or more|and over|upwards?)",
    re.IGNORECASE,
)
LOOSE_ARRANGED = re.compile(
    r"(?:up)?on request|by (?:agreement|request|quote|consultation)|varies|ask(?: us)?"
    r"|(?:please )?(?:call|contact|inquire)(?: us)?(?: for (?:a )?(?:price|quote|pricing))?",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:%|percent|per cent)(?:\s+off)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Price:
    """What something costs; without either amount it is by arrangement.

    least  the lowest amount; most: the highest, None where nobody says one
    """

    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def one(self) -> Decimal | None:
        """The amount, where there is one."""
        return self.least if self.least == self.most else None

    @classmethod
    def of_all(cls, prices: Iterable[Price]) -> Price | None:
        """From the lowest to the highest; None where no amount is known."""
        known = [one for one in prices if one.least is not None]
        least = min((one.least for one in known if one.least is not None), default=None)
        most = [one.most for one in known if one.most is not None]
        if least is None:
            return None
        return cls(least, max(most) if len(most) == len(known) else None)


@dataclass(frozen=True)
class Length:
    """How many minutes, at least and at most."""

    least: int
    most: int


@dataclass(frozen=True)
class Share:
    """An amount, or a part of a price."""

    amount: Decimal | None = None
    percent: Decimal | None = None

    def of(self, price: Decimal) -> Decimal:
        """The amount that it is of a price."""
        if self.percent is None:
            return self.amount or Decimal(0)
        share = price * self.percent / 100
        return share if share == int(share) else share.quantize(CENT, ROUND_HALF_UP)


def price(value: object, info: ValidationInfo) -> Price:
    """`95`, `from $95`, `$95-$120` or `by arrangement`."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if text.casefold() == ARRANGED:
        return Price()
    if LOOSE_ARRANGED.fullmatch(text):
        raise field_error(PRICE, write=ARRANGED)
    locale = locale_of(info)
    if several := RANGE.fullmatch(text):
        return price_range(several[1], several[2], text, locale)
    if least := LEAST.fullmatch(text):
        return Price(amount(least[1], PRICE, locale))
    loose = LOOSE_LEAST.fullmatch(text)
    if loose and (said := meant(loose["a"] or loose["b"], locale)):
        raise field_error(PRICE, write=f"from {said}")
    known = amount(text, PRICE, locale)
    return Price(known, known)


def price_range(low: str, high: str, text: str, locale: Locale) -> Price:
    said = meant(low.strip(), locale), meant(high.strip(), locale)
    if not all(said):
        amount(text, PRICE, locale)  # says what is wrong
    least, most = (amount(one, PRICE, locale) for one in said)
    if least >= most:
        turned = f"{most}-{least}" if least > most else ""
        raise field_error("the lower amount first, then the higher", "correct one", write=turned)
    return Price(least, most)


def length(value: object) -> Length:
    """`60`, or `60-75`, in minutes."""
    text = value.strip() if isinstance(value, str) else ""
    several = LENGTHS.fullmatch(text)
    least, most = several.groups() if several else [str(minutes(value))] * 2
    found = Length(int(least), int(most))
    if found.least < SHORTEST or found.most > LONGEST:
        raise field_error(f"from {SHORTEST} to {LONGEST} minutes", "correct the number")
    if several and found.least >= found.most:
        raise field_error("the shorter time first, then the longer", "correct one")
    return found


def share(text: object, info: ValidationInfo) -> Share:
    """`25` or `$25.50`, `20%` of a price."""
    shown = text.strip() if isinstance(text, str) else ""
    percent = PERCENT.fullmatch(shown)
    if not percent:
        return Share(amount(text, SHARE, locale_of(info)))
    part = Decimal(percent[1])
    if not 0 < part <= 100:
        raise field_error("from 1% to 100%", "correct the number")
    return Share(percent=part)


PriceField = Annotated[Price, PlainValidator(price)]
LengthField = Annotated[Length, PlainValidator(length)]
ShareField = Annotated[Share, PlainValidator(share)]
