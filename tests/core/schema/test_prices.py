"""Prices and lengths: the ways in which people write them, and what the others are told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plugins.core.i18n.catalog import load
from plugins.core.schema.prices import ARRANGED, PRICE, Length, Price
from plugins.modalities.model import Modality, Session
from tests.core.conftest import made, refused
from tests.sites import ROOT

COUNTED = "a whole number of minutes, like 60"
ENGLISH = load(ROOT / "theme/words", "en")


def amounts(*numbers: str) -> list[Decimal | None]:
    return [Decimal(number) if number else None for number in numbers]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("95", "95", "95"), ("$135.50", "135.50", "135.50"), ("from $90", "90", ""),
        ("From 1,200", "1200", ""), ("$90-$120", "90", "120"), ("90 \u2013 120", "90", "120"),
        ("90 to 120", "90", "120"), ("By arrangement", "", ""), ("0", "0", "0"),
        ("60-75 dollars", "60", "75"),
    ],
)  # fmt: skip
def test_a_price_is_read_as_people_write_it(text: str, least: str, most: str) -> None:
    """One amount, an amount that it begins with, two, or none."""
    session = made(Session, f"minutes: 60\nprice: {text}")
    assert session.price == Price(*amounts(least, most))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        *(("60", (60, 60)), ("60-75", (60, 75)), ("30 to 45 min", (30, 45))),
        ("60min \u2013 90min", (60, 90)),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, length: tuple[int, int]) -> None:
    """Some sessions take as long as they take."""
    assert made(Session, f"minutes: {text}\nprice: 90").minutes == Length(*length)


@pytest.mark.parametrize(
    ("row", "needed", "fix"),
    [
        ("price: 90+", PRICE, 'write "price: from 90"'),
        ("price: starting at $90", PRICE, 'write "price: from 90"'),
        ("price: call for pricing", PRICE, f'write "price: {ARRANGED}"'),
        ("price: on request", PRICE, f'write "price: {ARRANGED}"'),
        ("price: free", PRICE, 'write "price: 0"'),
        ("price: 95 dollars", PRICE, 'write "price: 95"'),
        ("price: $80/$120", PRICE, 'write one amount in digits, and "$80/$120" into a text'),
        ("price: 120-90", "the lower amount first, then the higher", 'write "price: 90-120"'),
        ("price: 90-90", "the lower amount first, then the higher", "correct one"),
        ("price: [95]", PRICE, "write digits, without words"),
        ("minutes: 4", "from 5 to 480 minutes", "correct the number"),
        ("minutes: 60-600", "from 5 to 480 minutes", "correct the number"),
        ("minutes: 75-60", "the shorter time first, then the longer", "correct one"),
        ("minutes: 1 hour", COUNTED, 'write "minutes: 60"'),
        ("minutes: [60]", COUNTED, "write digits only"),
    ],
)
def test_what_is_no_price_or_length_is_told_with_what_to_write(
    row: str, needed: str, fix: str
) -> None:
    """And nothing that was written is lost."""
    other = "minutes: 60\n" if row.startswith("price") else "price: 90\n"
    assert refused(Session, other + row).splitlines()[-2:] == [
        f"  Needed  {needed}",
        f"  To fix  {fix}",
    ]


@pytest.mark.parametrize(
    ("prices", "said"),
    [
        ((), ""), (("95",), "$95"), (("95", "135.50"), "from $95"), (("$95-$120",), "$95 to $120"),
        (("by arrangement",), ""), (("by arrangement", "95"), "from $95"),
        (("from 80",), "from $80"),
    ],
)  # fmt: skip
def test_a_list_says_what_a_session_costs_at_least(prices: tuple[str, ...], said: str) -> None:
    """One price stands alone; where there are several, the lowest is enough."""
    rows = "".join(f"  - minutes: 60\n    price: {price}\n" for price in prices)
    page = made(Modality, f"title: A\nsummary: B\nsessions:\n{rows}")
    assert (ENGLISH.price(page.price) if page.price else "") == said
