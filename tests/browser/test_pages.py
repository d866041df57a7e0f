"""Every page of the practice with every fact, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from tests.sites import staying

GUIDE = "/style-guide/"  # shows titles and numbers by the dozen


def addresses(output: Path) -> list[str]:
    return [
        "/" + path.relative_to(output).as_posix().removesuffix("index.html")
        for path in staying(output)
    ]


def test_every_page_opens_without_errors_and_asks_nobody_else(
    browser: Browser, address: str, output: Path
) -> None:
    """Visitors are nobody's product: a page asks its own host, and what it asks for is there."""
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        said.append(f"{page.url}: {message.text}")

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("console", listen)
    page.on("request", note)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for name in addresses(output):
        reply = page.goto(address + name)
        assert reply is not None
        assert reply.ok, name
    page.close()
    assert said == []
    assert [url for url in asked if not url.startswith(address)] == []
    assert len(addresses(output)) == 24


def test_every_page_has_a_title_one_heading_and_the_number_to_call(
    browser: Browser, address: str, output: Path
) -> None:
    """Somebody in pain reads the number and touches it; nothing else may be needed."""
    page = browser.new_page()
    for name in set(addresses(output)) - {GUIDE}:
        page.goto(address + name)
        calls = page.locator("main a[href^='tel:']")
        assert page.locator("h1").count() == 1, name
        assert page.title().count("Example Hands") == 1, name
        assert {link.get_attribute("href") for link in calls.all()} == {"tel:+13035550142"}, name
        shown = page.locator("a[href^='tel:']").filter(visible=True)
        assert "Call 303-555-0142" in shown.all_inner_texts(), name
    page.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(browser: Browser, address: str, output: Path, width: int) -> None:
    """On a phone, sideways scrolling hides the number and the text."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    too_wide = []
    for name in addresses(output):
        page.goto(address + name)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(name)
    page.close()
    assert too_wide == []


def test_a_page_reads_and_acts_without_scripts(browser: Browser, address: str) -> None:
    """The number, the menu, the questions and the share links are plain HTML."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/modalities/swedish-massage/")
    page.get_by_text("Does it hurt?").click()
    answer = page.locator("details[open] p")
    assert answer.is_visible()
    assert page.get_by_role("link", name="Pin it on Pinterest").is_visible()
    assert page.get_by_role("button", name="Copy the link").count() == 0
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Contact").click()
    assert page.url == f"{address}/contact/"
    context.close()


def test_cross_links_lead_both_ways(browser: Browser, address: str) -> None:
    """A modality names its symptoms once; the symptom's page leads back by itself."""
    page = browser.new_page()
    page.goto(f"{address}/modalities/swedish-massage/")
    page.get_by_role("region", name="People come to us with").get_by_role(
        "link", name="Stiff Neck"
    ).click()
    assert page.url == f"{address}/symptoms/stiff-neck/"
    page.get_by_role("region", name="What we may choose for it").get_by_role(
        "link", name="Swedish Massage"
    ).click()
    assert page.url == f"{address}/modalities/swedish-massage/"
    page.close()


def test_the_first_tab_stop_skips_to_the_content(browser: Browser, address: str) -> None:
    """Who uses a keyboard does not walk through the menu on every page."""
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/#content")
    page.close()
