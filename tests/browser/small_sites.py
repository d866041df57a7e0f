"""Small sites of a few offers, for looking at them through time.

Gives   small_site(): a built site; Offer fields as staff write them
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.browser.conftest import built

PAGES = {
    "home": "title: A massage practice\nsummary: The home page.",
    "404": "title: Not here\nsummary: No such page.",
    "offers": "title: Offers\nsummary: What runs now.",
    "about": "title: About us\nsummary: Who we are.",
}


def content(folder: Path, offers: dict[str, str], zone: str = "America/Denver") -> Path:
    """A practice with these offers: slug to front matter."""
    for kind in ("pages", "offers"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    (folder / "practice.yaml").write_text(
        f"name: Example Hands\ntelephone: 303-555-0142\ntime_zone: {zone}\n"
    )
    for slug, fields in PAGES.items():
        (folder / "pages" / f"{slug}.md").write_text(f"---\n{fields}\n---\n\nSome text.\n")
    for slug, fields in offers.items():
        (folder / "offers" / f"{slug}.md").write_text(f"---\n{fields}\n---\n")
    return folder


def small_site(
    folder: Path,
    offers: dict[str, str],
    at: datetime,
    monkeypatch: pytest.MonkeyPatch,
    zone: str = "America/Denver",
) -> Path:
    """The site of a practice with these offers, built at an instant."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at.timestamp())))
    return built(content(folder / "content", offers, zone), folder / "output")
