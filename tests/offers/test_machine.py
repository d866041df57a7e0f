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
    "@type": "HealthAndBeautyBusiness",
    "@id": f"{URL}/#practice",
    "name": "Example Hands",
    "telephone": "+13035550142",
    "url": f"{URL}/",
}
OFFER = {
    "@type": "Offer",
    "name": "Save $25 on acupuncture",
    "url": f"{URL}/offers/spring/",
    "description": "The text of spring.",
    "validFrom": "2026-03-01T00:00:00-07:00",
    "validThrough": "2026-03-31T23:59:59-06:00",
    "price": "65.00",
    "priceCurrency": "USD",
}
SERVICE = {
    "@type": "Service",
    "name": "Acupuncture",
    "description": "Thin needles.",
    "url": f"{URL}/modalities/acupuncture/",
    "provider": PRACTICE,
}
CONTEXT = {"@context": "https://schema.org"}


def test_an_offers_page_is_an_offer_of_a_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its end is the last second, by the practice's clock, across the change to summer time."""
    made = site(tmp_path, {"spring": SPRING}, START, monkeypatch)
    assert made.structured("/offers/spring/") == (
        CONTEXT | OFFER | {"itemOffered": SERVICE, "offeredBy": PRACTICE}
    )


def test_a_modality_is_a_service_with_the_offers_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who searches for acupuncture finds the page of acupuncture, with the offer."""
    made = site(tmp_path, {"spring": SPRING}, START, monkeypatch)
    assert made.structured("/modalities/acupuncture/") == CONTEXT | SERVICE | {"offers": [OFFER]}
    assert made.structured("/modalities/swedish/") is None
    assert made.structured("/") is None


@pytest.mark.parametrize("at", [START - SECOND, END])
def test_what_does_not_run_at_the_build_is_in_no_structured_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime
) -> None:
    """Search results outlive a page by weeks."""
    made = site(tmp_path, {"spring": SPRING}, at, monkeypatch)
    assert made.structured("/offers/spring/") is None
    assert made.structured("/modalities/acupuncture/") is None


def test_nothing_is_said_that_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A saving without a regular price is no price; no modality is no service."""
    made = site(tmp_path, {"ten": "headline: Ten dollars off\nsaving: 10"}, START, monkeypatch)
    assert made.structured("/offers/ten/") == CONTEXT | {
        "@type": "Offer",
        "name": "Ten dollars off",
        "url": f"{URL}/offers/ten/",
        "description": "The text of ten.",
        "offeredBy": PRACTICE,
    }


def test_an_offer_for_several_modalities_names_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them alone would be half of the truth."""
    offer = "headline: Both\nmodalities: [acupuncture, swedish]"
    made = site(tmp_path, {"both": offer}, START, monkeypatch)
    named = [one["name"] for one in made.structured("/offers/both/")["itemOffered"]]
    assert named == ["Acupuncture", "Swedish massage"]


def test_a_headline_cannot_end_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What staff write is data, also when it looks like HTML."""
    headline = '</script><b>&amp; it\'s "here"'
    offer = "headline: '" + headline.replace("'", "''") + "'"
    made = site(tmp_path, {"odd": offer}, START, monkeypatch)
    assert made.structured("/offers/odd/")["name"] == headline
    assert "</script><b>" not in made.text("/offers/odd/")
