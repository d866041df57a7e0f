"""The typeface in a real browser: early it is used, late it moves nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route

FONT = re.compile(r"/assets/fraunces\.[0-9a-f]{10}\.woff2$")
# One page of every kind.
PAGES = (
    *("/", "/privacy/", "/contact/", "/modalities/", "/modalities/swedish-massage/"),
    *("/offers/spring/", "/symptoms/", "/symptoms/stiff-neck/"),
)
WATCH = """window.moved = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });"""
# Every heading with its height and where its lines break: the words that begin a line.
HEADINGS = """[...document.querySelectorAll("h1, h2, h3")].map(e => {
  const range = document.createRange(), words = [], walk = document.createTreeWalker(e, 4);
  let bottom = null;
  for (let text; text = walk.nextNode();) for (const word of text.data.matchAll(/\\S+/g)) {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    if (bottom === null || box.bottom - bottom > 8) { bottom = box.bottom; words.push(word[0]); }
  }
  return [e.innerText, e.offsetHeight, words];
})"""
REMEMBERED = """document.addEventListener("readystatechange", () => {
  for (const e of document.querySelectorAll("link[as=font], link[as=font] + style")) e.media = "";
});"""
# Where what is in sight stands.
TOPS = """[...document.querySelectorAll("h1, h2, a, p")].map(e => e.getBoundingClientRect().top)
  .filter(top => top < innerHeight)"""
# Headings in letters that are far wider than the serif's.
WIDE = """document.addEventListener("DOMContentLoaded", () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("%s { font-family: Fraunces, monospace }");
  document.adoptedStyleSheets = [sheet];
});"""
USED = "[...document.fonts].some(face => face.family == 'Fraunces' && face.status == 'loaded')"


def held_back(page: Page) -> list[Route]:
    """The requests for the font, which wait for the test to answer them."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(FONT, hold)
    return held


def test_a_font_that_comes_in_time_sets_the_headings(browser: Browser, address: str) -> None:
    """It is fetched with the page, not after its styles are known."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.goto(address)
    assert page.evaluate(f"document.fonts.ready.then(() => {USED})")
    assert len([url for url in asked if FONT.search(url)]) >= 1
    assert "Fraunces" in page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily")
    page.close()


def test_a_phone_shows_the_text_first_and_has_the_font_a_moment_later(
    browser: Browser, address: str
) -> None:
    """Fetched before the text, it would put that off by a round trip; the first page is often the
    only one."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.add_init_script(WATCH)
    held = held_back(page)
    page.goto(address)
    page.wait_for_function("performance.getEntriesByType('paint').length")
    page.wait_for_timeout(300)
    assert not page.evaluate(USED)
    before = page.evaluate(TOPS)
    for route in held:
        route.continue_()
    page.unroute(FONT)
    page.wait_for_function(USED)
    assert page.evaluate("moved") == []
    assert page.evaluate(TOPS) == before
    page.goto(f"{address}/privacy/")
    assert page.evaluate(f"document.fonts.ready.then(() => {USED})")
    assert page.evaluate("moved") == []
    page.close()


@pytest.mark.parametrize(
    ("path", "headings"), [("/", "h1"), ("/offers/", "h2 a")], ids=["itself", "its link"]
)
def test_a_heading_that_would_grow_keeps_the_font_of_the_device(
    browser: Browser, address: str, path: str, headings: str
) -> None:
    """Until the next page: nothing may move below a finger."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.add_init_script(WATCH)
    page.add_init_script(WIDE % headings)
    page.goto(address + path)
    page.wait_for_function("localStorage.serif")
    used = page.evaluate(USED)
    page.close()
    assert not used


def test_who_saves_data_is_spared_the_font(browser: Browser, address: str) -> None:
    """It is an ornament, and eleven kilobytes."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: 1}})")
    page.goto(address)
    page.wait_for_timeout(500)
    assert [url for url in asked if FONT.search(url)] == []
    assert any("/assets/site." in url for url in asked)
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_font_comes_late(browser: Browser, address: str, width: int) -> None:
    """Whoever is about to touch the number must not touch something else."""
    changed = []
    for name in PAGES:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.add_init_script(WATCH)
        page.add_init_script(REMEMBERED)  # as on a phone's second page
        held = held_back(page)
        page.goto(address + name, wait_until="commit")
        page.locator("footer").wait_for(state="attached")
        page.wait_for_function("performance.getEntriesByType('paint').length")
        page.wait_for_timeout(200)
        before = page.evaluate(HEADINGS)
        assert held, name
        for route in held:
            route.continue_()
        page.wait_for_function(USED)
        page.wait_for_timeout(100)
        after, moved = page.evaluate(HEADINGS), page.evaluate("moved")
        if after != before or moved:
            pairs = zip(before, after, strict=True)
            changed.append((name, moved, [pair for pair in pairs if pair[0] != pair[1]]))
        page.close()
    assert changed == []
