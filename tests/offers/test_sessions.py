"""Sessions of an offer: its regular price is that of one of them, and says of which."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.offers.schedule import scheduled
from plugins.offers.sessions import false_price
from tests.sites import PRACTICE, model

LONG, SHORT = "  - minutes: 60\n    price: 95\n", "  - minutes: 30\n    price: 50\n"
NAMED, SAME = f"  - name: Back\n{SHORT.replace('  -', '   ')}", "  - minutes: 75\n    price: 95\n"
OPEN = "  - minutes: 90\n    price: from 95\n"


@pytest.mark.parametrize(
    ("sessions", "price", "session", "warning"),
    [
        (LONG, 95, "", ""),
        (LONG + SHORT, 95, "60 minutes", ""),
        (LONG + NAMED, 50, "Back, 30 minutes", ""),
        (LONG + SAME, 95, "", ""),
        (LONG + SHORT, 110, "", "$110, and sessions for $50 and $95"),
        (LONG + OPEN, 110, "", ""),
        ("", 110, "", ""),
    ],
)
def test_a_regular_price_is_that_of_a_session(
    tmp_path: Path, sessions: str, price: int, session: str, warning: str
) -> None:
    """Whoever compares with the page of prices finds it there."""
    rows = f"sessions:\n{sessions}" if sessions else ""
    offer = f"---\nheadline: A\nmodalities: a\nregular_price: {price}\n---\n"
    files = {
        **{"practice.yaml": PRACTICE, "offers/a.md": offer},
        "modalities/a.md": f"---\ntitle: A\nsummary: B\n{rows}---\n",
    }
    site = model(tmp_path, files)
    (document,) = site.all("offers")
    assert scheduled(document, site).session == session
    found = [one.found for one in false_price(document, site)]
    assert found == ([warning] if warning else [])
