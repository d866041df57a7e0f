"""Booking an offer: what a link carries along to the provider, and what it leaves alone."""

from __future__ import annotations

import pytest

from plugins.offers.booking import carrying


@pytest.mark.parametrize(
    ("address", "carries"),
    [
        ("https://app.acuityscheduling.com/schedule.php?owner=1", "&certificate=TEN+%26+UP"),
        ("https://hands.as.me", "?certificate=TEN+%26+UP"),
        ("https://hands.as.me/?certificate=", ""),
        ("https://calendly.com/hands/massage#top", "?utm_campaign=spring"),
        ("https://cal.com/hands?utm_campaign=mine", ""),
        ("https://notcal.com/hands", ""),
        ("https://booking.hands.test/?a=%20b&c", ""),
    ],
)
def test_a_code_and_a_name_go_where_a_provider_has_a_place_for_them(
    address: str, carries: str
) -> None:
    """The rest of the address stays as staff copied it, to the letter."""
    before, mark, after = address.partition("#")
    assert carrying(address, "spring", "TEN & UP") == f"{before}{carries}{mark}{after}"


def test_an_offer_without_a_code_carries_none() -> None:
    """An empty code would be refused."""
    assert carrying("https://hands.as.me", "spring", "") == "https://hands.as.me"
