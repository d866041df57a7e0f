"""Everything that a page is for works where scripts are off, or never arrive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.conftest import DESK, PHONE, Site, looking


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Page]:
    with looking(browser, site.now, PHONE, java_script_enabled=False) as page:
        yield page


def test_the_menu_opens_and_leads_on(phone: Page, site: Site) -> None:
    """On a phone the menu is folded; opening it is the browser's own doing."""
    phone.goto(f"{site.address}/")
    menu = phone.get_by_role("navigation", name="Main menu")
    expect(menu.get_by_role("link", name="Contact")).to_be_hidden()
    menu.locator("summary").click()
    menu.get_by_role("link", name="Contact").click()
    assert phone.url == f"{site.address}/contact/"


def test_the_menu_stands_open_where_there_is_room(browser: Browser, site: Site) -> None:
    """On a desk nobody has to open it."""
    with looking(browser, site.now, DESK, java_script_enabled=False) as page:
        page.goto(f"{site.address}/")
        menu = page.get_by_role("navigation", name="Main menu")
        expect(menu.get_by_role("link", name="Contact")).to_be_visible()


@pytest.mark.counts
def test_the_call_is_at_the_thumb_on_every_page(phone: Page, site: Site) -> None:
    """The number is in sight wherever somebody lands, and it is a link."""
    for name in site.pages:
        phone.goto(site.address + name)
        call = phone.locator(".action_bar a[href^='tel:']")
        expect(call).to_be_in_viewport()


def test_every_region_of_the_map_shows_what_hurts_and_leads_on(phone: Page, site: Site) -> None:
    """Each region is a link to itself, and its text comes with it."""
    phone.goto(f"{site.address}/symptoms/")
    regions = phone.locator(".body_map svg a")
    links = [str(region.get_attribute("href")) for region in regions.all()]
    assert len(links) > 5
    addresses = []
    for number, link in enumerate(links):
        phone.goto(f"{site.address}/symptoms/{link}")
        expect(phone.locator(".body_map li p").nth(number)).to_be_visible()
        expect(phone.locator(".body_map li p:visible")).to_have_count(1)
        leads = phone.locator(".body_map li p:visible a")
        addresses.append(str(leads.get_attribute("href")))
    assert {address[:4] for address in addresses} == {"/sym", "tel:"}
    pages = [number for number, address in enumerate(addresses) if address.startswith("/")]
    phone.goto(f"{site.address}/symptoms/{links[pages[0]]}")
    leads = phone.locator(".body_map li p:visible a")
    expect(leads).to_have_count(1)
    leads.click()
    assert phone.url == f"{site.address}{addresses[pages[0]]}"


@pytest.mark.counts
def test_every_question_opens(phone: Page, site: Site) -> None:
    """Answers are there, folded up by the browser itself."""
    for name in site.pages:
        phone.goto(site.address + name)
        for question in phone.locator("main details").all():
            question.locator("summary").click()
            expect(question.locator("summary + *")).to_be_visible()
