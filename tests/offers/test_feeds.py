"""The feed and the JSON file: what runs at the build's instant, with dates from content."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.offers.sites import Site, site

START, END = datetime(2026, 3, 1, 7, tzinfo=UTC), datetime(2026, 4, 1, 6, tzinfo=UTC)
RUNNING = START + timedelta(days=1)
SECOND = timedelta(seconds=1)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
OFFERS = {
    "spring": "headline: Needles & <rest>\nstarts: 2026-03-01\nends: 2026-03-31\n"
    "modalities: [acupuncture]\ncode: SPRING\nterms: New clients with the code SPRING.\n"
    "regular_price: 90\nsaving: 25",
}
BOTH = OFFERS | {"always": "headline: Ten percent\npriority: 5"}


def entries(made: Site) -> list[str]:
    feed = ET.fromstring(made.text("/offers/feed.xml"))  # noqa: S314  (our own)
    return [one.text or "" for one in feed.findall("a:entry/a:title", ATOM)]


def listed(made: Site) -> list[str]:
    return [one["headline"] for one in json.loads(made.text("/offers/offers.json"))["offers"]]


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (START - SECOND, []),
        (START, ["Needles & <rest>"]),
        (END - SECOND, ["Needles & <rest>"]),
        (END, []),
    ],
)
def test_both_hold_what_runs_at_the_build_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime, found: list[str]
) -> None:
    """What is to come is not told before its time; what has ended leaves at the next build."""
    made = site(tmp_path, OFFERS, at, monkeypatch)
    assert (entries(made), listed(made)) == (found, found)


def test_both_are_in_the_order_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The highest priority is what the practice wants to be seen first."""
    made = site(tmp_path, BOTH, RUNNING, monkeypatch)
    assert entries(made) == listed(made) == ["Ten percent", "Needles & <rest>"]


def test_an_entry_has_its_end_and_dates_from_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers keep entries for years: the end stands in it, and a rebuild makes nothing new."""
    made = site(tmp_path, OFFERS, RUNNING, monkeypatch)
    entry = ET.fromstring(made.text("/offers/feed.xml")).find("a:entry", ATOM)  # noqa: S314
    assert entry is not None
    said = {one.tag.partition("}")[2]: one.text for one in entry}
    assert said == {
        "title": "Needles & <rest>",
        "link": None,
        "published": "2026-03-01T07:00:00+00:00",
        "updated": "2026-03-01T07:00:00+00:00",
        "id": "https://www.example.com/offers/spring/",
        "summary": "The text of spring. Until Tuesday, March 31, 2026. Code: SPRING. "
        "New clients with the code SPRING.",
    }


@pytest.mark.parametrize(
    ("at", "updated"),
    [
        (START - SECOND, "2026-02-28T07:00:00+00:00"),
        (RUNNING, "2026-03-01T07:00:00+00:00"),
        (END + timedelta(days=9), "2026-04-01T06:00:00+00:00"),
    ],
)
def test_the_feed_changed_when_an_offer_last_began_or_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime, updated: str
) -> None:
    """Builds of two days with the same offers give the same bytes."""
    feed = ET.fromstring(site(tmp_path, OFFERS, at, monkeypatch).text("/offers/feed.xml"))  # noqa: S314
    assert feed.findtext("a:updated", namespaces=ATOM) == updated


def test_an_offer_without_a_start_is_dated_by_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """1970 puts it below everything that a reader has. With Git, it is dated by its commit."""
    made = site(tmp_path, {"tea": "headline: Tea"}, RUNNING, monkeypatch)
    feed = ET.fromstring(made.text("/offers/feed.xml"))  # noqa: S314
    names = ("a:updated", "a:entry/a:published", "a:entry/a:updated")
    found = {feed.findtext(name, namespaces=ATOM) for name in names}
    assert found == {"2026-03-02T07:00:00+00:00"}


def test_the_json_says_everything_that_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """plugins/hosting/README.md documents these keys; other programs rely on them."""
    made = site(tmp_path, OFFERS, RUNNING, monkeypatch)
    assert json.loads(made.text("/offers/offers.json")) == {
        "practice": "Example Hands",
        "telephone": "303-555-0142",
        "url": "https://www.example.com/",
        "time_zone": "America/Denver",
        "offers": [
            {
                "headline": "Needles & <rest>",
                "url": "https://www.example.com/offers/spring/",
                "text": "The text of spring.",
                "starts": "2026-03-01T00:00:00-07:00",
                "ends": "2026-04-01T00:00:00-06:00",
                "until": "Tuesday, March 31, 2026",
                "code": "SPRING",
                "terms": "New clients with the code SPRING.",
                "regular_price": "90.00",
                "saving": "25.00",
                "price": "65.00",
                "currency": "USD",
                "modalities": [
                    {
                        "title": "Acupuncture",
                        "url": "https://www.example.com/modalities/acupuncture/",
                    }
                ],
                "calendar": "https://www.example.com/offers/spring/offer.ics",
            }
        ],
    }


def test_what_is_not_known_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No null and no empty text that a program would show."""
    made = site(tmp_path, {"always": "headline: Ten percent"}, RUNNING, monkeypatch)
    assert json.loads(made.text("/offers/offers.json"))["offers"] == [
        {
            "headline": "Ten percent",
            "url": "https://www.example.com/offers/always/",
            "text": "The text of always.",
        }
    ]


def test_the_overview_names_the_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Feed readers are given the address of a page, and find the feed from there."""
    made = site(tmp_path, OFFERS, RUNNING, monkeypatch)
    link = made.page("/offers/").find("link", rel="alternate")
    assert link
    assert (link["type"], link["href"]) == ("application/atom+xml", "/offers/feed.xml")
