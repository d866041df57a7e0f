"""What is to be pressed can be hit; what has the focus can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.audit import stops
from tests.audit.conftest import DESK, PHONE, SIZES, Site, looking, nothing
from tests.sites import NOW
from tests.torture.counts import times

LOOKS: list[dict[str, Any]] = [
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
]
# In make test each look in one size.
LOOKS_OF = {PHONE: LOOKS, DESK: LOOKS} if times(0, 1) else {PHONE: LOOKS[1:], DESK: LOOKS[:1]}
HEAD = '<!doctype html><html lang="en"><title>Bad</title><body style="margin: 0">'


@pytest.fixture
def bad(browser: Browser) -> Iterator[Page]:
    """A page to be made bad; a window of 360 x 640."""
    with looking(browser, NOW, PHONE) as page:
        yield page


def opened(page: Page, body: str) -> Page:
    page.set_content(HEAD + body)
    stops.load(page)
    return page


@pytest.mark.counts
@SIZES
def test_every_target_is_as_large_as_a_finger(
    browser: Browser, site: Site, size: tuple[int, int]
) -> None:
    """44 pixels for what somebody came to press, 24 for everything but links in a sentence."""
    found: dict[str, list[str]] = {}
    with looking(browser, site.now, size) as page:
        for name in site.pages:
            page.goto(site.address + name)
            stops.load(page)
            page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
            for one in stops.small(page):
                found.setdefault(one, []).append(name)
    nothing(found)


@pytest.mark.counts
@SIZES
def test_the_focus_shows_at_every_stop(browser: Browser, site: Site, size: tuple[int, int]) -> None:
    """By day, by night, and in the colors that somebody has forced."""
    found: dict[str, list[str]] = {}
    with looking(browser, site.now, size) as page:
        for name in site.pages:
            page.goto(site.address + name)
            stops.load(page)
            for look in LOOKS_OF[size]:
                page.emulate_media(**look)
                for one in stops.unmarked(page):
                    found.setdefault(f"{one} {list(look.values())}", []).append(name)
    nothing(found)


@pytest.mark.counts
@SIZES
def test_the_tab_key_goes_as_people_read_and_nothing_covers_where_it_is(
    browser: Browser, site: Site, size: tuple[int, int]
) -> None:
    """The bar at the thumb must not hide the link that is about to be followed."""
    found: dict[str, list[str]] = {}
    with looking(browser, site.now, size) as page:
        for name in site.pages:
            page.goto(site.address + name)
            stops.load(page)
            walked = stops.walk(page)
            assert walked[0].name == 'a "Skip to the content"'
            for one in stops.covered(walked) + stops.backward(walked):
                found.setdefault(one, []).append(name)
    nothing(found)


@pytest.mark.counts
def test_the_skip_link_leads_into_the_content(browser: Browser, site: Site) -> None:
    """The next stop after it stands in the content, on every page."""
    with looking(browser, site.now, PHONE) as page:
        for name in site.pages:
            page.goto(site.address + name)
            stops.load(page)
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("stops.here()")["main"], name


def test_a_small_target_is_found(bad: Page) -> None:
    """43 pixels are too few for a call, 23 for a link by itself; a link in a sentence is let be."""
    opened(
        bad,
        '<a href="tel:1" style="display: block; block-size: 43px">Call</a>'
        '<a href="/" style="display: block; block-size: 23px">About us</a>'
        '<p>Read <a href="/">on</a>.</p><button style="inline-size: 50px; block-size: 44px">Go',
    )
    assert stops.small(bad) == ['a "Call": 43.0', 'a "About us": 23.0']


@pytest.mark.parametrize(
    "style",
    [
        "outline: none",
        "outline: 1px solid black",
        "outline: 3px solid #ccc",
        "outline: 3px solid transparent",
    ],
)
def test_a_focus_that_does_not_show_is_found(bad: Page, style: str) -> None:
    """No line, a thin one, a pale one."""
    page = (
        f"<style>a:focus {{ {style} }} button:focus {{ outline: 2px solid #777 }}</style>"
        "<a href='/'>Home</a><button>Go</button>"
    )
    assert stops.unmarked(opened(bad, page)) == ['a "Home"']


def test_what_comes_with_the_focus_of_another_is_looked_at(bad: Page) -> None:
    """A text with a link shows while its place on a map has the focus."""
    page = (
        "<style>:focus { outline: 3px solid } p a:focus { outline: none }"
        "p { visibility: hidden; transition: visibility 0s 1ms }"
        "li:has(:focus) p { visibility: visible; transition: none }</style>"
        "<ul><li><a href='/'>Hip</a><p><a href='/'>More</a></p>"
        "<li><a href='/'>Knee</a><p><a href='/'>On</a></p>"
    )
    assert stops.unmarked(opened(bad, page)) == ['a "More"', 'a "On"']


def test_a_covered_focus_is_found(bad: Page) -> None:
    """A bar that stays at the foot of the window lies over what scrolls just into view."""
    links = "".join(f'<p style="block-size: 90px"><a href="/">{number}</a>' for number in range(9))
    bar = '<div style="position: fixed; inset: auto 0 0; block-size: 200px; background: tan">'
    found = stops.covered(stops.walk(opened(bad, links + bar)))
    assert found != []
    assert {one.split(": ")[1] for one in found} == {"div."}
    clear = "<style>html { scroll-padding-block-end: 220px }</style>"
    room = "<p style='block-size: 300px'>"
    assert stops.covered(stops.walk(opened(bad, clear + links + room + bar))) == []


def test_an_order_against_reading_is_found(bad: Page) -> None:
    """Who follows the focus with the eyes must not search for it."""
    one, two = '<a href="/">1</a><br>', '<a href="/">2</a><br>'
    row = f'<div style="display: flex; flex-direction: row-reverse">{one}{two}</div>'
    columns = f'<div style="columns: 2">{one}{two}{one}{two}</div>'
    stacked = f'<div style="display: grid"><p style="grid-row: 2">{one}</p><p>{two}</p></div>'
    for page in (row, stacked):
        assert stops.backward(stops.walk(opened(bad, page))) == ['a "1", then a "2"']
    assert stops.backward(stops.walk(opened(bad, columns))) == []
