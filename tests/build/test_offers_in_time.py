"""Offers on whole sites: what shows at an instant, on which page, in which words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.build.conftest import Project
from tests.sites import PAGE

SECOND = timedelta(seconds=1)


def offer(headline: str, **fields: object) -> str:
    rows = [f"{key}: {value}" for key, value in {"headline": headline, **fields}.items()]
    return "\n".join(["---", *rows, "terms: For everyone.", "---", "", "Call us.", ""])


def banner(project: Project, address: str = "/") -> str:
    """The words of the banner of a page; nothing when there is none."""
    found = project.page(address).select_one(".offer_banner")
    return " ".join(found.get_text(" ").split()).replace(" ,", ",") if found else ""


@pytest.fixture
def shop(bare: Project) -> Project:
    """The smallest practice with a page for its offers."""
    bare.write({"pages/offers.md": PAGE})
    return bare


def shown(shop: Project, now: datetime) -> str:
    shop.now = now
    shop.built()
    return banner(shop)


CALL = "Call 303-555-0142 About this offer"
BOUNDARIES = [
    # field, what staff wrote, the first instant on the other side
    pytest.param("starts", "2030-05-15", datetime(2030, 5, 15, 6, tzinfo=UTC), id="a day"),
    pytest.param(
        "starts", "2030-05-15 09:30", datetime(2030, 5, 15, 15, 30, tzinfo=UTC), id="9:30"
    ),
    pytest.param("starts", "2030-03-10", datetime(2030, 3, 10, 7, tzinfo=UTC), id="spring day"),
    pytest.param("starts", "2030-03-10 03:00", datetime(2030, 3, 10, 9, tzinfo=UTC), id="spring"),
    pytest.param("starts", "2030-11-03 01:30", datetime(2030, 11, 3, 7, 30, tzinfo=UTC), id="fall"),
    pytest.param("ends", "2030-05-15", datetime(2030, 5, 16, 6, tzinfo=UTC), id="end of a day"),
    pytest.param("ends", "2030-05-15 18:00", datetime(2030, 5, 16, tzinfo=UTC), id="end at 6 PM"),
    pytest.param("ends", "2030-03-10", datetime(2030, 3, 11, 6, tzinfo=UTC), id="end in spring"),
    pytest.param("ends", "2030-11-03", datetime(2030, 11, 4, 7, tzinfo=UTC), id="end in fall"),
    pytest.param("ends", "2030-11-03 02:30", datetime(2030, 11, 3, 9, 30, tzinfo=UTC), id="2:30"),
    pytest.param("ends", "2030-12-31T18:00-05:00", datetime(2030, 12, 31, 23, tzinfo=UTC), id="-5"),
]


@pytest.mark.parametrize(("field", "written", "boundary"), BOUNDARIES)
def test_an_offer_changes_at_its_second(
    shop: Project, field: str, written: str, boundary: datetime
) -> None:
    """One second is the whole difference, in the practice's zone and across its clock changes."""
    shop.write({"offers/one.md": offer("Tea", **{field: written})})
    before, at, after = (
        bool(shown(shop, now)) for now in (boundary - SECOND, boundary, boundary + SECOND)
    )
    assert (before, at, after) == (
        (False, True, True) if field == "starts" else (True, False, False)
    )


@pytest.mark.parametrize(
    ("zone", "boundary"),
    [
        ("Pacific/Auckland", datetime(2030, 5, 31, 12, tzinfo=UTC)),
        ("Asia/Kathmandu", datetime(2030, 5, 31, 18, 15, tzinfo=UTC)),
        ("Pacific/Honolulu", datetime(2030, 6, 1, 10, tzinfo=UTC)),
    ],
)
def test_the_practice_decides_when_a_day_ends(shop: Project, zone: str, boundary: datetime) -> None:
    """Not the server that builds, nor the visitor's clock."""
    shop.replace("practice.yaml", "America/Denver", zone)
    shop.write({"offers/one.md": offer("Tea", ends="2030-05-31")})
    assert shown(shop, boundary - SECOND) == f"Tea, until Friday, May 31, 2030. {CALL}"
    assert shown(shop, boundary) == ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Tea ."),
        ({"ends": "2030-05-31"}, "Tea, until Friday, May 31, 2030."),
        ({"ends": "2030-05-31 18:00"}, "Tea, until 6 PM on Friday, May 31, 2030."),
        ({"code": "TEA-1"}, "Tea, with the code TEA-1 ."),
        (
            {"ends": "2030-05-31", "code": "TEA-1"},
            "Tea, until Friday, May 31, 2030, with the code TEA-1 .",
        ),
    ],
)
def test_the_banner_says_until_when_and_with_which_code(
    shop: Project, fields: dict[str, str], words: str
) -> None:
    """A banner on paper, or in a page left open, is true by its own words."""
    shop.write({"offers/one.md": offer("Tea", **fields)})
    assert shown(shop, shop.now) == f"{words} {CALL}"


def test_the_highest_priority_shows_and_the_others_are_counted(shop: Project) -> None:
    """One calm line, and the way to the rest."""
    shop.write({"offers/low.md": offer("Low", priority=1, ends="2030-06-01")})
    shop.write({"offers/high.md": offer("High", priority=9, ends="2030-07-01")})
    assert shown(shop, shop.now) == (
        "High, until Monday, July 1, 2030. Call 303-555-0142 and 1 more offer"
    )
    shop.write({"offers/middle.md": offer("Middle", priority=5, ends="2030-07-01")})
    assert shown(shop, shop.now) == (
        "High, until Monday, July 1, 2030. Call 303-555-0142 and 2 more offers"
    )


def test_of_two_with_one_priority_the_one_that_ends_first_shows(shop: Project) -> None:
    """The other can wait."""
    shop.write({"offers/a-long.md": offer("Long", ends="2030-07-01")})
    shop.write({"offers/b-short.md": offer("Short", ends="2030-06-01")})
    shop.write({"offers/c-open.md": offer("Open")})
    shop.built()
    headings = [one.get_text() for one in shop.page("/offers/").select(".offer_details h2")]
    assert headings == ["Short", "Long", "Open"]


def test_an_offer_shows_on_the_pages_that_it_names(full: Project) -> None:
    """On every other page the next in line does."""
    full.built()
    shown_on = {
        name
        for name, page in full.pages().items()
        if "A week of deep tissue massage" in str(page.select_one(".offer_banner"))
    }
    assert shown_on == {"contact/index.html", "modalities/deep-tissue-massage/index.html"}
    assert banner(full, "/contact/") == (
        "A week of deep tissue massage, until 6 PM on Friday, May 17, 2030, "
        "with the code DEEP-20 . Book this week and 2 more offers"
    )
    assert banner(full) == (
        "Spring, save $25 on Swedish massage, until Friday, May 31, 2030. "
        "Call 303-555-0142 and 1 more offer"
    )


def test_the_overview_has_what_runs_and_nothing_else(full: Project) -> None:
    """An offer that is over, or to come, is none."""
    full.built()
    headings = [one.get_text() for one in full.page("/offers/").select(".offer_details h2")]
    assert headings == [
        "A week of deep tissue massage",
        "Spring, save $25 on Swedish massage",
        "Gift cards are here",
    ]


def test_the_overview_says_all_of_an_offer(full: Project) -> None:
    """For what, until when, what it saves, the code, the terms, what to do."""
    full.built()
    details = full.page("/offers/").select_one("#deep-week")
    assert details
    assert " ".join(details.get_text(" ").split()) == (
        "A week of deep tissue massage Five days, firm hands. For Deep Tissue Massage "
        "Until 6 PM on Friday, May 17, 2030 You save $20 Regular price $120 Code DEEP-20 "
        "Say the code DEEP-20 when you call. Book this week"
    )
    assert [str(one["href"]) for one in details.find_all("a")] == [
        "/modalities/deep-tissue-massage/",
        "https://booking.example.com/deep-week?code=DEEP-20&from=site",
    ]


def test_an_offer_that_ended_is_named_and_shown_nowhere(shop: Project) -> None:
    """Somebody has to delete the file, or to write a new date."""
    shop.write({"offers/old.md": offer("Old", ends="2030-05-14")})
    outcome = shop.built()
    assert (
        outcome.text
        == """\
Worth a look:

content/offers/old.md:3, ends
  Found   an offer that ended: Tuesday, May 14, 2030
  Needed  nothing, if that is right: it shows nowhere
  To fix  delete the file, or write a later end"""
    )
    assert [name for name, page in shop.pages().items() if "Old" in str(page)] == []
