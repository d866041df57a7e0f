"""Structured data: what search engines read of offers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.offers.sites import site

START, END = datetime(2026, 3, 1, 7, tzinfo=UTC), datetime(2026, 4, 1, 6, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SPRING = (
    "headline: Save $25 on acupuncture\nstarts: 2026-03-01\nends: 2026-03-31\n"
    "modalities: [acupuncture]\nregular_price: 90\nsaving: 25"
)
URL = "https://www.example.com"
PRACTICE = {
    "@type": "Organization",
    "@id": f"{URL}/#practice",
    "name": "Example Hands",
    "url": f"{URL}/",
}
SERVICE = {
    "@type": "Service",
    "@id": f"{URL}/modalities/acupuncture/#service",
    "name": "Acupuncture",
    "url": f"{URL}/modalities/acupuncture/",
}
OFFER = {
    "@type": "Offer",
    "@id": f"{URL}/offers/spring/#offer",
    "name": "Save $25 on acupuncture",
    "url": f"{URL}/offers/spring/",
    "description": "The text of spring.",
    "validFrom": "2026-03-01T00:00:00-07:00",
    "validThrough": "2026-03-31T23:59:59-06:00",
    "price": "65.00",
    "priceCurrency": "USD",
    "itemOffered": SERVICE,
    "offeredBy": PRACTICE,
}


def test_an_offer_stands_on_its_page_and_on_that_of_what_it_is_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who searches for acupuncture finds the page of acupuncture, with the offer. Its end is the
    last second, by the practice's clock, across the change to summer time."""
    made = site(tmp_path, {"spring": SPRING}, START, monkeypatch)
    assert made.things("/offers/spring/", "Offer") == [OFFER]
    assert made.things("/modalities/acupuncture/", "Offer") == [OFFER]
    for address in ("/modalities/swedish/", "/offers/", "/"):
        assert made.things(address, "Offer") == []


@pytest.mark.parametrize("at", [START - SECOND, END])
def test_what_does_not_run_at_the_build_is_in_no_structured_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime
) -> None:
    """Search results outlive a page by weeks."""
    made = site(tmp_path, {"spring": SPRING}, at, monkeypatch)
    assert made.things("/offers/spring/", "Offer") == []
    assert made.things("/modalities/acupuncture/", "Offer") == []


def test_nothing_is_said_that_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A saving without a regular price is no price; no modality is no service."""
    made = site(tmp_path, {"ten": "headline: Ten dollars off\nsaving: 10"}, START, monkeypatch)
    assert made.things("/offers/ten/", "Offer") == [
        {
            "@type": "Offer",
            "@id": f"{URL}/offers/ten/#offer",
            "name": "Ten dollars off",
            "url": f"{URL}/offers/ten/",
            "description": "The text of ten.",
            "offeredBy": PRACTICE,
        }
    ]


def test_an_offer_for_several_modalities_names_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them alone would be half of the truth."""
    offer = "headline: Both\nmodalities: [acupuncture, swedish]"
    made = site(tmp_path, {"both": offer}, START, monkeypatch)
    named = [one["name"] for one in made.things("/offers/both/", "Offer")[0]["itemOffered"]]
    assert named == ["Acupuncture", "Swedish massage"]


def test_a_headline_cannot_end_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What staff write is data, also when it looks like HTML."""
    headline = '</script><b>&amp; it\'s "here"'
    offer = "headline: '" + headline.replace("'", "''") + "'"
    made = site(tmp_path, {"odd": offer}, START, monkeypatch)
    assert made.things("/offers/odd/", "Offer")[0]["name"] == headline
    assert "</script><b>" not in made.text("/offers/odd/")
