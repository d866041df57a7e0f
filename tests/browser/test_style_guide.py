"""The style guide in a real browser: each example is there, fits, and can be used by everyone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.browser.scripts import have_run
from tests.sites import NOW

# Examples that are meant to show nothing.
NOTHING = {
    *("offer_facts: A headline, nothing else", "open_now: Nothing known"),
    *(
        "getting_here: Nothing known",
        "location_list: None",
        "opening_hours: Nothing known",
        "picture: None",
        "steps: None",
    ),
}
# Text that scripts say, and may not say at the moment.
SCRIPTED = {"open_now: Days that nobody knows"}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# One page has many titles, menus and regions of one name: that is what it is for.
SEVERAL = ("heading-order", "landmark-unique")
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": LEVELS},
    "rules": {
        **{name: {"enabled": False} for name in SEVERAL},
        "target-size": {"enabled": True},
        "color-contrast-enhanced": {"enabled": True},
    },
}
SAID = """() => [...document.querySelectorAll("[data-component]")].flatMap((group) =>
  [...group.querySelectorAll(".guide_example")].map((example) => [
    `${group.id}: ${example.previousElementSibling.textContent}`,
    example.innerText.trim() || (example.querySelector("svg, img") ? "a picture" : ""),
  ]))"""
TOO_WIDE = """() => [...document.querySelectorAll(".guide_example, .guide_group > *")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.id || one.className || one.localName)"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.clock.set_fixed_time(NOW)
    opened.goto(f"{address}/style-guide/")
    have_run(opened)
    yield opened
    opened.close()


def test_every_example_shows_something(page: Page) -> None:
    """A macro that shows nothing for its example is not looked at."""
    said = dict(page.evaluate(SAID))
    assert len(said) > 100
    assert {name for name, text in said.items() if text == "Nothing"} == NOTHING
    assert {name for name, text in said.items() if not text} <= SCRIPTED


def test_no_id_stands_twice(page: Page) -> None:
    """Labels and headings would name the wrong example."""
    ids: list[str] = page.evaluate("() => [...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert [name for name in ids if ids.count(name) > 1] == []


def test_no_example_leads_out_of_the_guide(page: Page) -> None:
    """The pages that an example speaks of are not there."""
    assert page.locator(".guide_example a[href^='/']").count() == 0


def test_the_contents_lead_to_every_part(page: Page) -> None:
    """The page is long: nobody scrolls to find sessions."""
    leads = "() => [...document.querySelectorAll('.guide_contents a')].map((a) => a.hash.slice(1))"
    parts = "() => [...document.querySelectorAll('.guide_group')].map((group) => group.id)"
    assert page.evaluate(leads) == page.evaluate(parts)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_example_is_wider_than_its_place(page: Page, width: int) -> None:
    """Long words break, long lists wrap; nothing is cut off or scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(320, "dark"), pytest.param(1280, "light", marks=pytest.mark.long)],
)
def test_everyone_can_use_every_example(page: Page, width: int, scheme: Any) -> None:
    """WCAG 2.2 AA, contrast of 7:1 and targets of 24 pixels, in each variant."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run('main', options)", OPTIONS)["violations"]
    broken = [f"{rule['id']}: {node['target'][-1]}" for rule in found for node in rule["nodes"]]
    assert broken == []


def test_no_menu_leads_to_it(browser: Browser, address: str) -> None:
    """Developers know the address; visitors of a preview shall not read it."""
    home = browser.new_page()
    home.goto(address)
    assert home.locator("a[href*='style-guide']").count() == 0
    assert home.goto(f"{address}/sitemap.xml")
    assert "style-guide" not in home.content()
    home.goto(f"{address}/style-guide/")
    assert home.locator("meta[name=robots]").get_attribute("content") == "noindex"
    home.close()
