"""The practice: how to reach it, and what nobody has filled in yet."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.core.model.pages import Link, Page
from plugins.core.model.site import Site
from plugins.practice.contact_links import ContactLinks, contact_links
from plugins.practice.missing_facts import WANTED, missing_facts
from plugins.sharing import FEATURE as SHARING
from tests.sites import FULL, PRACTICE, model


def practice(folder: Path, more: str = "") -> Site:
    return model(folder, {"practice.yaml": PRACTICE + more})


def test_a_practice_can_be_called(tmp_path: Path) -> None:
    """The only way that every practice has."""
    assert contact_links(practice(tmp_path)) == ContactLinks(
        Link("303-555-0142", "tel:+13035550142")
    )


def test_every_way_to_reach_a_practice_is_a_link_that_phones_know() -> None:
    """In the order in which templates show them."""
    assert contact_links(model(FULL)) == ContactLinks(
        call=Link("303-555-0142", "tel:+13035550142"),
        book=Link(
            "Book a time online", "https://booking.hands.test/example-hands?from=site&lang=en"
        ),
        text=Link("303-555-0143", "sms:+13035550143"),
        email=Link("hello@hands.test", "mailto:hello@hands.test"),
        intake=Link("Intake form (PDF, 1 KB)", "/files/intake.pdf"),
        route="https://www.google.com/maps/dir/?api=1&destination=39.5%2C-105.25",
    )


@pytest.mark.parametrize(
    ("rows", "destination"),
    [
        ("", ""),
        ("geo:\n  latitude: 1.5\n  longitude: -2\n", "1.5,-2.0"),
        (
            "address:\n  street: 2 A & B St\n  city: Ada\n  region: OH\n  postal_code: 45810\n",
            "2 A & B St, Ada, OH 45810, US",
        ),
    ],
)
def test_the_way_leads_to_the_point_or_else_to_the_address(
    tmp_path: Path, rows: str, destination: str
) -> None:
    """A sign of the address is no sign of the link."""
    query = parse_qs(urlsplit(contact_links(practice(tmp_path, rows)).route).query)
    assert query.get("destination", [""]) == [destination]


def test_booking_without_a_label_says_what_it_is(tmp_path: Path) -> None:
    """In the words of the site's language."""
    site = practice(tmp_path, "booking:\n  url: https://booking.hands.test/\n")
    assert contact_links(site).book == Link("Book online", "https://booking.hands.test/")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("yes", "sms:+13035550142"),
        ("303-555-0143", "sms:+13035550143"),
        ("no", None),
        ("", None),
    ],
)
def test_text_messages_go_where_the_practice_says(
    tmp_path: Path, written: str, number: str | None
) -> None:
    """To its own number, to another, or nowhere."""
    link = contact_links(practice(tmp_path, f"text_messages: {written}\n")).text
    assert (link.address if link else None) == number


def test_what_is_not_known_is_noted_with_what_to_write(tmp_path: Path) -> None:
    """make check lists it; nothing is invented."""
    notes = list(missing_facts(practice(tmp_path)))
    assert [one.field for one in notes] == list(WANTED)
    assert {(one.level, one.line, one.found) for one in notes} == {("note", 0, "")}
    first = notes[0]
    assert (first.path, first.needed, first.fix) == (
        (tmp_path / "practice.yaml").as_posix(),
        "for visitors: the opening hours, which Google asks for too",
        'write "hours:" and below it a line for each day, like monday: "09:00-18:00"',
    )


def test_what_google_asks_for_is_said_where_it_is_missing(tmp_path: Path) -> None:
    """An address is required there, the others are asked for; nobody is told twice."""
    notes = {one.field: one.needed for one in missing_facts(practice(tmp_path))}
    assert {key for key, needed in notes.items() if "Google" in needed} == {
        *("address", "geo", "hours", "price_range"),
    }


def test_a_practice_with_every_fact_has_no_note() -> None:
    """Nothing is left to fill in."""
    assert list(missing_facts(model(FULL))) == []


def test_an_answer_is_known_also_when_it_is_no(tmp_path: Path) -> None:
    """Who wrote "text_messages: no" has answered, and is not asked again."""
    notes = missing_facts(practice(tmp_path, "text_messages: no\n"))
    assert "text_messages" not in {one.field for one in notes}


def test_a_practice_that_shares_nowhere_gives_templates_nothing(tmp_path: Path) -> None:
    """Else a heading stands over an empty list."""
    page = Page("/", "Home", "", "home")
    assert SHARING.page_values(practice(tmp_path), page) == {}
    assert set(SHARING.page_values(practice(tmp_path, "share: x\n"), page)) == {"share", "shared"}
