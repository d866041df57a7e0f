"""A long page: its text comes early on a phone, its contents stay in sight on a wide screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
SWEDISH = "/modalities/swedish-massage/"
PARTS = ["h1", "main .prose > p", ".hero .figure", ".see_a_doctor", ".contents", ".techniques"]
ORDER = """(parts) => parts.map((part) =>
  document.querySelector(part).getBoundingClientRect().top)"""


@pytest.mark.parametrize("name", [SWEDISH, "/symptoms/stiff-neck/", "/symptoms/tired-feet/"])
def test_the_text_begins_on_the_first_screen_or_soon_after(
    browser: Browser, address: str, name: str
) -> None:
    """Four screens of drawings and lists came before the first sentence."""
    page = browser.new_page(viewport=PHONE)
    page.goto(address + name)
    text = page.locator("main .prose > p").first.bounding_box()
    page.close()
    assert text and text["y"] < 1.2 * PHONE["height"]


def test_the_parts_follow_each_other_on_a_phone(browser: Browser, address: str) -> None:
    """Title, first paragraph, drawing, warning signs, contents, and then the rest."""
    page = browser.new_page(viewport=PHONE)
    page.goto(address + SWEDISH)
    tops = page.evaluate(ORDER, PARTS)
    contents = page.locator(".contents")
    folded = not contents.get_by_role("link", name="The strokes").is_visible()
    page.close()
    assert tops == sorted(tops)
    assert folded


def test_the_contents_stay_beside_the_text(browser: Browser, address: str) -> None:
    """From the middle of a page there is a way to any part of it, and to the number."""
    page = browser.new_page(viewport=DESK)
    page.goto(address + SWEDISH)
    contents = page.locator(".contents")
    contents.get_by_role("link", name="Afterward").click()
    assert page.url.endswith("#afterward")
    call = contents.get_by_role("link", name="Call 303-555-0142")
    assert call.is_visible()
    box = call.bounding_box()
    page.close()
    assert box and 0 < box["y"] < DESK["height"]


def test_the_section_that_is_read_is_marked(browser: Browser, address: str) -> None:
    """By CSS alone, in browsers that can."""
    page = browser.new_page(viewport=DESK)
    page.goto(f"{address}{SWEDISH}#what-to-wear-and-what-to-bring")
    marked = page.locator(".contents a:target-current").all_inner_texts()
    page.close()
    assert marked == ["What to wear and what to bring"]


def test_a_long_page_prints_on_few_sheets(browser: Browser, address: str) -> None:
    """It is a leaflet: eight sheets are left in the printer."""
    page = browser.new_page()
    page.goto(address + SWEDISH)
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter", prefer_css_page_size=True))
    page.close()
    assert len(sheets) <= 4


def test_a_further_drawing_stands_in_the_text(browser: Browser, address: str) -> None:
    """Without a heading of its name, after the text that it belongs to."""
    page = browser.new_page(viewport=DESK)
    page.goto(address + SWEDISH)
    figures = page.locator(".prose > .figure").count()
    page.close()
    assert figures == 1
