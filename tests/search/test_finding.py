"""What people in pain type, and the page that they mean."""

from __future__ import annotations

import pytest

from tests.search.conftest import Open

pytestmark = pytest.mark.xdist_group("search")  # one process makes their site

MEANT = {
    "my hip hurts": "hip-pain",
    "jaw": "tmj-disorders",
    "jaw clicking": "tmj-disorders",
    "hurts to chew": "tmj-disorders",
    "headache": "tmj-disorders",
    "sciatica": "sciatica",
    "shooting pain down the leg": "sciatica",
    "buttock pain": "sciatica",
    "pins and needles in the hand": "carpal-tunnel-syndrome",
    "numb hand": "carpal-tunnel-syndrome",
    "tingling fingers": "thoracic-outlet-syndrome",
    "low back": "low-back-pain",
    "lower back pain": "low-back-pain",
    "Back ache": "low-back-pain",
    "pain when sitting": "low-back-pain",
    "runner's knee": "knee-pain",
    "neck pain": "thoracic-outlet-syndrome",
    "stiff neck": "shoulder-pain",
    "frozen shoulder": "shoulder-pain",
    # As people misspell them.
    "siatica": "sciatica",
    "carpel tunnel": "carpal-tunnel-syndrome",
    "sholder": "shoulder-pain",
}
FIRST = "site-search ol li:nth-child(-n+3) a"


@pytest.mark.parametrize("query", MEANT)
def test_the_page_that_is_meant_is_among_the_first_three(searching: Open, query: str) -> None:
    """Nobody in pain reads a second screen of results."""
    page = searching(f"?q={query}")
    page.locator(FIRST).first.wait_for()
    found = page.locator(FIRST).evaluate_all("links => links.map(link => link.pathname)")
    assert f"/symptoms/{MEANT[query]}/" in found
