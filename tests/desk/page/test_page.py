"""The desk in the browser: what runs, what is worth a look, what nobody knows yet."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from plugins.desk.page import page
from tests.audit import axe
from tests.conftest import serving_folder
from tests.sites import BARE, FULL, NOW, ROOT

STYLES = ROOT / "plugins/desk/page/desk.css"


@pytest.fixture(scope="module")
def html() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        yield page(str(ROOT / "pelicanconf.py"), FULL)


def rows(html: str, section: str) -> list[Tag]:
    found = BeautifulSoup(html, "html.parser").select(f"section[aria-labelledby={section}] li")
    assert found
    return found


def test_each_offer_is_drawn_and_leads_to_the_editor(html: str) -> None:
    """The same states and dates as `make offers`."""
    offers = [row for row in rows(html, "offers") if row.select(".track")]
    drawn = {
        str(link["href"]).rpartition("/")[2]: state.get_text()
        for row in offers
        for link, state in zip(row.select("a[href^='/admin/']"), row.select(".state"), strict=True)
    }
    assert drawn == {
        "deep-week": "Runs now",
        "spring": "Runs now",
        "gift-cards": "Runs now",
        "summer": "To come",
        "winter": "Ended",
    }
    texts = [row.get_text(" ", strip=True) for row in offers]
    assert any("Until Friday, May 31, 2030" in text for text in texts)
    assert any("Without an end" in text for text in texts)
    bars = [row.select_one(".bar") for row in offers]
    for bar in bars:
        assert bar
        starts, width = map(float, re.findall(r"([\d.]+)%", str(bar["style"])))
        assert 0 <= starts <= starts + width <= 100.01


def test_gaps_overlaps_and_problems_are_told_once(html: str) -> None:
    """Each with what to do, and a link to the place."""
    sentences = [row.get_text() for row in rows(html, "offers") if not row.select(".track")]
    assert any('"Gift cards are here" waits.' in one for one in sentences)
    look = [row.get_text(" ", strip=True) for row in rows(html, "look")]
    ends = [one for one in look if "an offer without an end" in one]
    assert len(ends) == 1
    assert "To fix:" in ends[0]
    link = next(row.a for row in rows(html, "look") if "gift-cards" in row.get_text())
    assert link
    assert link["href"] == "/admin/#/collections/offers/entries/gift-cards"


def test_facts_that_nobody_knows_lead_to_the_practice() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        html = page(str(ROOT / "pelicanconf.py"), BARE)
    unknown = rows(html, "unknown")
    hours = next(row for row in unknown if row.get_text().strip().startswith("hours"))
    assert hours.a
    assert hours.a["href"] == "/admin/#/collections/_singletons/entries/practice"
    assert "There is no offer." in html


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_and_used_on_a_phone(
    browser: Browser, html: str, tmp_path: Path, scheme: str
) -> None:
    """axe finds nothing, nothing is cut off at 360 pixels, and the Tab key reaches every link."""
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    (tmp_path / "_preview").mkdir()
    shutil.copy(STYLES, tmp_path / "_preview")
    with serving_folder(tmp_path) as address:
        window = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
        window.goto(address)
        axe.load(window)
        assert [found for width in (360, 1280) for found in axe.findings(window, width)] == []
        window.set_viewport_size({"width": 360, "height": 800})
        assert window.evaluate("document.documentElement.scrollWidth") == 360
        links = window.locator("a").count()
        reached = 0
        while reached <= links:
            window.keyboard.press("Tab")
            if window.evaluate("document.activeElement === document.body"):
                break
            reached += 1
        assert reached == links
        window.close()
