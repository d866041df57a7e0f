"""The page of search as visitors use it, under the site's own security policy."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit import axe
from tests.build.conftest import Project
from tests.conftest import serving_folder
from tests.search.conftest import Open

pytestmark = pytest.mark.xdist_group("search")  # one process makes their site

LOADED = "performance.getEntriesByType('resource').map((entry) => entry.name)"
FIELD = "What do you feel, and where?"
NOTHING = "Nothing found. Try another word, or ask us: 303-555-0142."
FAILED = "The search could not be loaded. Please try again, or ask us: 303-555-0142."


def status(page: Page) -> str:
    return page.locator("site-search [role=status]").inner_text().strip()


def found(page: Page) -> list[str]:
    page.get_by_text("Pages found").wait_for()
    return page.locator("site-search ol h2").all_inner_texts()


def test_nothing_is_loaded_before_somebody_searches(searching: Open) -> None:
    """Most visitors choose from the list; they do not pay for an engine."""
    page = searching()
    page.wait_for_load_state("networkidle")
    asked: list[int] = []
    page.on("requestfinished", lambda request: asked.append(request.sizes()["responseBodySize"]))
    assert not [name for name in page.evaluate(LOADED) if "pagefind" in name]
    page.get_by_label(FIELD).fill("hip")
    assert found(page)[0] == "Hip Pain"
    page.wait_for_load_state("networkidle")
    assert 0 < sum(asked) < 215_000


def test_an_address_with_a_query_searches_at_once(searching: Open) -> None:
    """The field on other pages leads here, and so does the way back from a result."""
    page = searching("?q=my+hip+hurts")
    assert found(page)[0] == "Hip Pain"
    assert page.get_by_label(FIELD).input_value() == "my hip hurts"


def test_the_address_keeps_what_was_searched(searching: Open) -> None:
    """Back from a page, somebody finds what they had found; one entry of the history, not ten."""
    page = searching()
    entries = page.evaluate("history.length")
    page.get_by_label(FIELD).press_sequentially("numb & cold", delay=20)
    found(page)
    page.wait_for_url("**/search/?q=numb%20%26%20cold")  # the last word may be found a little later
    assert page.evaluate("history.length") == entries
    page.get_by_label(FIELD).fill("")
    page.wait_for_url("**/search/")
    expect(page.locator("site-search ol")).to_be_hidden()
    assert status(page) == ""


def test_the_number_of_pages_is_said_and_the_words_are_marked(searching: Open) -> None:
    """Who does not see the list hears that there is one."""
    page = searching("?q=jaw")
    titles = found(page)
    assert status(page) == f"Pages found: {len(titles)}"
    marks = page.locator("site-search ol li:first-child mark").all_inner_texts()
    assert marks
    assert {mark.lower()[:3] for mark in marks} == {"jaw"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say_of_what_is_found(
    searching: Open, scheme: Literal["light", "dark"]
) -> None:
    """The list is not in the page that the other checks read."""
    page = searching("?q=my+hip+hurts", color_scheme=scheme, bypass_csp=True)
    found(page)
    axe.load(page)
    assert [axe.findings(page, width) for width in (320, 1280)] == [[], []]


def test_who_finds_nothing_has_the_number(searching: Open) -> None:
    """A dead end costs a client."""
    page = searching("?q=xyzzy")
    page.get_by_text("Nothing found").wait_for()
    assert status(page) == NOTHING
    link = page.locator("site-search [role=status] a:visible")
    assert link.get_attribute("href") == "tel:+13035550142"


def test_what_somebody_types_is_text(searching: Open) -> None:
    """An address that somebody sends must not run code."""
    page = searching("?q=<img src=x onerror=alert(1)> hip")
    assert found(page)[0] == "Hip Pain"
    assert page.locator("site-search img").count() == 0


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(searching: Open) -> None:
    """In a lift the network is gone for a moment."""
    page = searching(strict=False)
    page.route("**/guide.json", lambda route: route.abort())
    page.get_by_label(FIELD).fill("hip")
    page.get_by_text("could not be loaded").wait_for()
    assert status(page) == FAILED
    page.unroute("**/guide.json")
    page.get_by_role("button", name="Search").click()
    assert found(page)[0] == "Hip Pain"


def test_the_keyboard_goes_from_the_field_to_the_first_page(searching: Open) -> None:
    """Tab, Tab, Enter."""
    page = searching()
    page.get_by_label(FIELD).fill("jaw")
    found(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Search"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/symptoms/tmj-disorders/")


def test_without_scripts_the_symptoms_are_listed(searching: Open) -> None:
    """The field of another page still leads somewhere."""
    page = searching(java_script_enabled=False)
    page.get_by_label(FIELD).fill("hip")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=hip")
    assert page.locator("site-search noscript p").is_visible()
    page.locator("main").get_by_role("link", name="Hip Pain").click()
    page.wait_for_url("**/symptoms/hip-pain/")


def test_a_page_that_is_missing_has_the_field(browser: Browser, address: str) -> None:
    """A wrong address is where a search begins."""
    page = browser.new_page()
    page.goto(f"{address}/404.html")
    page.get_by_label(FIELD).fill("hip")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=hip")
    assert found(page)[0] == "Hip Pain"
    page.context.close()


def test_no_other_page_runs_webassembly(browser: Browser, address: str) -> None:
    """The tests of this file show that the policy lets the search through; this one, that there is
    a policy."""
    page = browser.new_page()
    page.goto(f"{address}/about/")
    module = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))"
    compiled = f"{module}.then(() => 'yes', (error) => error.name)"
    assert page.evaluate(compiled) == "CompileError"
    page.goto(f"{address}/search/")
    assert page.evaluate(compiled) == "yes"
    page.context.close()


def test_the_search_works_under_the_policy_inside_the_page(searching: Open, full: Project) -> None:
    """Hosts that send no headers of ours: GitHub Pages, S3."""
    full.built(HOST="github")
    with serving_folder(full.output) as host:
        page = searching("?q=neck", host=host)
        assert found(page)
