"""The coupon on paper: one sheet, with everything that is needed to use the offer."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, PdfMargins
from pypdf import PdfReader

from tests.offers.browsing import opened
from tests.offers.sites import Site, site

END = datetime(2026, 4, 1, 6, tzinfo=UTC)
RUNNING = END - timedelta(days=3)
TERMS = "For new clients who mention the code SPRING when they call. " * 30
OFFER = (
    "headline: Save $25 on a first acupuncture session\nstarts: 2026-03-01\nends: 2026-03-31\n"
    f"code: SPRING\nterms: {TERMS}\nregular_price: 90\nsaving: 25\nmodalities: [acupuncture]"
)
PAGE = "/offers/spring/"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return site(tmp_path, {"spring": OFFER, "ten": "headline: Ten"}, RUNNING, monkeypatch)


def printed(page: Page, size: str) -> list[str]:
    """The text of each sheet, with the margins of a printer; the font's ligatures undone."""
    margin = PdfMargins(top="1cm", right="1cm", bottom="1cm", left="1cm")
    paper = PdfReader(BytesIO(page.pdf(format=size, margin=margin)))
    texts = (unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in paper.pages)
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_coupon_is_one_sheet_with_its_code_its_end_and_where_to_call(
    browser: Browser, made: Site, size: str
) -> None:
    """Even with the longest terms that there may be; American and other paper."""
    with opened(browser, made, PAGE, RUNNING) as page:
        (text,) = printed(page, size)
    for words in (
        "Example Hands Save $25 on a first acupuncture session",
        "You pay $65",
        "Code SPRING",
        "Until Tuesday, March 31, 2026",
        "Call 303-555-0142 and mention the code.",
    ):
        assert words in text
    assert "Share" not in text
    assert "Ten" not in text


def test_a_coupon_has_its_qr_code(browser: Browser, made: Site) -> None:
    """Loaded before anybody prints: a printer does not wait."""
    with opened(browser, made, PAGE, RUNNING) as page:
        page.emulate_media(media="print")
        code = page.locator(".offer_coupon img")
        box = code.bounding_box()
        assert code.get_attribute("src") == f"{PAGE}qr.svg"
        assert code.get_attribute("alt") == f"QR code of https://www.example.com{PAGE}"
        assert code.evaluate("image => image.complete && image.naturalWidth > 0")
        assert box
        assert box["width"] == box["height"] > 100


def test_on_screen_the_coupon_is_not_there(browser: Browser, made: Site) -> None:
    """The page says it already."""
    with opened(browser, made, PAGE, RUNNING) as page:
        assert not page.locator(".offer_coupon .paper").is_visible()


def test_after_the_end_no_coupon_is_printed(browser: Browser, made: Site) -> None:
    """A fresh coupon of an offer that has ended would be a promise."""
    with opened(browser, made, PAGE, END) as page:
        (text,) = printed(page, "A4")
    assert "This offer has ended." in text
    assert "SPRING" not in text


def test_the_button_prints(browser: Browser, made: Site) -> None:
    """Phones hide printing three menus deep."""
    with opened(browser, made, PAGE, RUNNING) as page:
        page.evaluate("window.print = () => (window.printed = true)")
        page.get_by_role("button", name="Print this coupon").click()
        assert page.evaluate("window.printed")


def test_the_button_needs_javascript(browser: Browser, made: Site) -> None:
    """A button that does nothing is worse than none; the browser's own menu prints the coupon."""
    with opened(browser, made, PAGE, RUNNING, java_script_enabled=False) as page:
        assert page.get_by_role("button", name="Print this coupon").count() == 0
        assert len(printed(page, "A4")) == 1
