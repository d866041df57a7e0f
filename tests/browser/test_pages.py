"""Every page of the practice with every fact, in a real browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from tests.sites import staying

pytestmark = pytest.mark.xdist_group("pages")  # one process opens the pages

# They show titles and numbers by the dozen, and pages in a frame.
GUIDE = {"/style-guide/", "/style-guide/look/"}
READ = """() => {
  const calls = (where) => [...document.querySelectorAll(`${where} a[href^='tel:']`)];
  const shown = calls("body").filter((link) => link.checkVisibility({ visibilityProperty: true }));
  return [
    document.querySelectorAll("h1").length,
    document.title,
    calls("main").map((link) => link.getAttribute("href")),
    shown.map((link) => link.innerText.replace("\\n", " ")), // the number may take a line alone
  ];
}"""


def addresses(output: Path) -> list[str]:
    return [
        "/" + path.relative_to(output).as_posix().removesuffix("index.html")
        for path in staying(output)
    ]


@dataclass
class Visits:
    """What every page showed, each opened once.

    said     messages of the console, and errors
    asked    addresses that were asked for
    wrong    pages that were answered with an error
    read     by page: headings, title, numbers that links in the content call, calls in sight
    too_wide pages and widths of a window that they do not fit into
    """

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    read: dict[str, list[Any]] = field(default_factory=dict)
    too_wide: list[tuple[str, int]] = field(default_factory=list)


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str, output: Path) -> Visits:
    page, made = browser.new_page(), Visits()

    def listen(message: ConsoleMessage) -> None:
        made.said.append(f"{page.url}: {message.text}")

    def note(request: Request) -> None:
        made.asked.append(request.url)

    page.on("console", listen)
    page.on("request", note)
    page.on("pageerror", lambda error: made.said.append(f"{page.url}: {error}"))
    for name in addresses(output):
        reply = page.goto(address + name)
        if not reply or not reply.ok:
            made.wrong.append(name)
        made.read[name] = page.evaluate(READ)
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                made.too_wide.append((name, width))
    page.close()
    return made


def test_every_page_opens_without_errors_and_asks_nobody_else(visits: Visits, address: str) -> None:
    """Visitors are nobody's product: a page asks its own host, and what it asks for is there."""
    assert (visits.wrong, visits.said) == ([], [])
    assert [url for url in visits.asked if not url.startswith(address)] == []
    assert len(visits.read) == 31


def test_every_page_has_a_title_one_heading_and_the_number_to_call(visits: Visits) -> None:
    """Somebody in pain reads the number and touches it; nothing else may be needed."""
    for name in visits.read.keys() - GUIDE:
        headings, title, numbers, shown = visits.read[name]
        assert headings == 1, name
        assert title.count("Example Hands") == 1, name
        assert "tel:+13035550142" in numbers, name
        assert set(numbers) <= {"tel:+13035550142", "tel:+13035550145"}, name  # a place has its own
        assert "Call 303-555-0142" in shown, name


def test_no_page_scrolls_sideways(visits: Visits) -> None:
    """On a phone, sideways scrolling hides the number and the text."""
    assert visits.too_wide == []


STUCK = """() => [...document.querySelectorAll("a > .tel")].filter((number) => {
  const before = number.previousSibling;
  if (!number.checkVisibility() || before?.nodeType !== Node.TEXT_NODE) return false;
  const words = document.createRange();
  words.selectNodeContents(before);
  const [one, other] = [words.getBoundingClientRect(), number.getBoundingClientRect()];
  return Math.abs(one.top - other.top) < 4 && other.left - one.right < 2 &&
    getComputedStyle(number.parentElement).display.includes("flex");
}).map((number) => number.closest("[class]").className + ": " + number.parentElement.innerHTML)"""


@pytest.mark.parametrize("name", ["/", "/offers/", "/contact/"])
def test_a_number_stands_apart_from_the_words_before_it(
    browser: Browser, address: str, name: str
) -> None:
    """A box of flex drops the blank between them: "Call303-555-0142"."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + name)
    stuck = page.evaluate(STUCK)
    page.close()
    assert stuck == []


def test_the_menu_opens_under_its_word(browser: Browser, address: str) -> None:
    """What was touched stays under the finger, to be touched again."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    word = page.locator(".site_header summary")
    before = word.bounding_box()
    word.click()
    assert page.get_by_role("link", name="Contact").first.is_visible()
    assert word.bounding_box() == before
    page.close()


def test_lists_and_panels_keep_their_width_on_paper(browser: Browser, address: str) -> None:
    """A word of two letters a line is no word; a panel shows nothing of its neighbor."""
    page = browser.new_page(viewport={"width": 695, "height": 900})
    page.emulate_media(media="print")
    page.goto(address)
    widths = page.locator(".body_map .document_list li").evaluate_all(
        "items => items.map(item => item.getBoundingClientRect().width)"
    )
    assert min(widths) > 100
    page.close()


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
    page.get_by_role("region", name="What people come for").get_by_role(
        "link", name="Stiff Neck"
    ).click()
    assert page.url == f"{address}/symptoms/stiff-neck/"
    page.get_by_role("region", name="What may help").get_by_role(
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
