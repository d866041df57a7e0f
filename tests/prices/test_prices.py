"""Prices and policies: where visitors look for them, and nowhere when nobody has said them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from plugins.core.model.price_range import price_range
from plugins.prices.gift_law import expiring_soon
from tests.build.conftest import Project
from tests.build.test_every_fact import links, section, words
from tests.sites import PAGE, PRACTICE, model

POLICIES = [
    *("How to pay", "cash, checks, cards", "If you cannot come"),
    "Please tell us at least 24 hours before your session. Otherwise we charge 50% of the price. "
    "We know that children fall ill.",
    *("If you are late", "Your session ends when it was going to end."),
    *("Minors", "Somebody who looks after the child stays in the room."),
]
SESSION = """\
---
title: Massage
summary: Slow.
sessions:
  - minutes: 60
    price: 95
  - minutes: 90
    price: 135
---
"""


def test_one_page_has_every_price(live: Project) -> None:
    """Nobody opens five pages to compare."""
    page = live.page("/prices/")
    assert section(page, "Sessions and prices") == [
        "Length Price Swedish Massage 60 minutes $95 90 minutes $135.50 "
        "Deep Tissue Massage 60 minutes $120 "
        "Back and shoulders 30 to 45 minutes with a warm pack $70 to $90 "
        "Book online , Back and shoulders At your home 90 minutes by arrangement "
        "With two therapists 60 minutes from $200"
    ]
    assert section(page, "Packages") == [
        "Package Price Five quiet hours 5 sessions, 12 months to share with whom you like $430 "
        "Monthly $85 to $120"
    ]
    assert section(page, "Sliding scale") == [
        "A few hours each week cost what you can pay. Ask when you call."
    ]


def test_the_page_of_prices_has_what_else_to_know(live: Project) -> None:
    """A fee that surprises costs a client."""
    page = live.page("/prices/")
    assert section(page, "Before you book") == POLICIES
    assert section(page, "Insurance") == [
        "We accept Example Mutual, Sample Health.",
        "You can have a superbill to send to your insurer.",
        "We do not take HSA or FSA cards.",
        "Ask your insurer first.",
    ]


@pytest.mark.parametrize("address", ["/", "/offers/", "/prices/"])
def test_gift_certificates_stand_where_people_look_for_a_present(
    live: Project, address: str
) -> None:
    """And at the end of every page."""
    page = live.page(address)
    said = ["An hour to give away.", "They never expire. Not for cash.", "Buy a gift certificate"]
    assert section(page, "Gift certificates") == said
    footer = page.find("footer")
    assert isinstance(footer, Tag)
    assert ("https://gifts.hands.test/", "Gift certificates") in links(footer)


def test_search_engines_read_every_price_with_the_practice(live: Project) -> None:
    """As it stands on the page."""
    data = live.page("/prices/").find("script", type="application/ld+json")
    assert isinstance(data, Tag)
    things: list[dict[str, Any]] = json.loads(data.get_text())["@graph"]
    (made,) = (one["makesOffer"] for one in things if "makesOffer" in one)
    assert len(made) == 8
    first, monthly = (
        next(one for one in made if one["name"] == name)
        for name in ("Swedish Massage, 60 minutes", "Monthly")
    )
    assert (first["price"], first["itemOffered"]["name"]) == ("95.00", "Swedish Massage")
    assert monthly["priceSpecification"] == {
        **{"@type": "PriceSpecification", "priceCurrency": "USD"},
        **{"minPrice": "85.00", "maxPrice": "120.00"},
    }


def test_a_first_visit_and_questions_say_what_belongs_there(full: Project) -> None:
    """Where somebody reads before coming."""
    full.write({"pages/first-visit.md": PAGE, "pages/questions.md": PAGE})
    full.built()
    assert section(full.page("/first-visit/"), "Before you book") == POLICIES
    assert full.page("/questions/").find("h2", string="Insurance")
    assert not full.page("/questions/").find("h2", string="Before you book")


def test_without_facts_nothing_speaks_of_them(bare: Project) -> None:
    """No heading without a text, no empty page; one price is enough for the page."""
    bare.write({"pages/first-visit.md": PAGE})
    bare.built()
    assert not (bare.output / "prices").exists()
    assert not bare.page("/first-visit/").find("h2", string="Before you book")
    assert "Gift certificates" not in words(bare.page("/"))
    bare.write({"modalities/massage.md": SESSION, "pages/modalities.md": PAGE})
    bare.built()
    page = bare.page("/prices/")
    assert next(words(one) for one in page.select("main h2")) == "Sessions and prices"
    assert "Prices" in words(page.find("footer"))


@pytest.mark.parametrize(
    ("stated", "said"), [("", "$95 to $135"), ('price_range: "$90-$140"\n', "$90-$140")]
)
def test_the_price_range_is_that_of_the_sessions_until_staff_say_another(
    tmp_path: Path, stated: str, said: str
) -> None:
    """Google asks for one, and nobody writes a fact twice."""
    files = {"practice.yaml": PRACTICE + stated, "modalities/massage.md": SESSION}
    assert price_range(model(tmp_path, files)) == said


ADDRESS = "address:\n  street: A\n  city: B\n  country: "


@pytest.mark.parametrize(
    ("country", "expires", "warns"),
    [
        ("", "1", "5 years or more: as a rule, 15 U.S.C. 1693l-1"),
        ("", "5 years", ""),
        ("", "never", ""),
        ("IE", "2 years",
         "5 years or more: as a rule, the Consumer Protection (Gift Vouchers) Act 2019"),
        ("AU\n  region: NSW\n  postal_code: '2000'", "3", ""),
        ("DE\n  postal_code: '10115'", "1",
         "3 years or more: as a rule, BGB \u00a7 307, OLG M\u00fcnchen 29 U 3193/07"),
        ("CA\n  region: QC\n  postal_code: H2X 1Y4", "10",
         "no end: as a rule, the Consumer Protection Act, s. 187.3"),
        ("CA\n  region: NL\n  postal_code: A1A 1A1", "1", ""),
        ("GB\n  postal_code: W1A 4ZZ", "1", ""),
    ],
)  # fmt: skip
def test_certificates_that_expire_sooner_than_the_law_allows_are_told(
    tmp_path: Path, country: str, expires: str, warns: str
) -> None:
    """By the law of the practice's country, as far as it is known here."""
    place = f"{ADDRESS}{country}\n" if country else ""
    gift = f"gift:\n  link: https://gifts.hands.test/\n  expires: {expires}\n"
    site = model(tmp_path, {"practice.yaml": PRACTICE + place + gift})
    told = [one.needed.partition(" lets ")[0] for one in expiring_soon(site)]
    assert told == ([warns] if warns else [])
