"""Booking: every button of a page leads to the most specific place that is known."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.build.conftest import Project
from tests.build.test_every_fact import links

PRACTICE = ("https://booking.hands.test/example-hands?from=site&lang=en", "Book a time online")
ADA = ("https://booking.example.com/ada", "Book with Ada")
STROKES = "https://booking.hands.test/swedish"
OWN = f"booking:\n  url: {STROKES}\n"


def booked(project: Project, address: str) -> set[tuple[str, str]]:
    """Where the buttons of a page lead, without those that call."""
    buttons = project.page(address).select("a.button")
    return {
        link
        for one in buttons
        if one.parent
        for link in links(one.parent)
        if link[0].startswith("https") and "gifts" not in link[0]
    }


@pytest.mark.parametrize(
    ("address", "place"), [("/people/ada-example/", ADA), ("/symptoms/stiff-neck/", PRACTICE)]
)
def test_a_page_has_one_place_to_book(live: Project, address: str, place: tuple[str, str]) -> None:
    """That of the person on their page, in the bar of a phone, too."""
    assert booked(live, address) == {place}


def test_what_a_page_is_about_may_have_a_place_of_its_own(full: Project) -> None:
    """And an offer for one modality leads there, unless it has another."""
    full.replace("modalities/swedish-massage.md", "sessions:\n", f"{OWN}sessions:\n")
    own = "https://hands.as.me/gift"
    full.replace(
        *("offers/gift-cards.md", "priority: 5\n"),
        f"priority: 5\ncode: GIVE\nmodalities: swedish-massage\nbooking:\n  url: {own}\n",
    )
    full.built()
    assert booked(full, "/modalities/swedish-massage/") == {(STROKES, "Book online")}
    assert booked(full, "/modalities/deep-tissue-massage/") == {PRACTICE}
    carried = f"{own}?certificate=GIVE"
    assert booked(full, "/offers/gift-cards/") == {(own, "Book online"), (carried, "Book online")}
    banner = full.page("/").find("section", class_="offer_banner")
    assert isinstance(banner, Tag)
    assert (carried, "Book online") in links(banner)
