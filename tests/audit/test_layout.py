"""Nothing moves under the finger, nothing is cut off, whatever the window and the letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.core.design.font import woff2
from tests.audit import layout
from tests.audit.conftest import DESK, PHONE, SIZES, Site, looking, nothing, resize
from tests.audit.host import hosting
from tests.sites import NOW

HEAD = '<!doctype html><html lang="en"><title>Bad</title><body style="margin: 0">'


@pytest.mark.counts
@SIZES
def test_nothing_moves_by_itself(browser: Browser, site: Site, size: tuple[int, int]) -> None:
    """Not when the typeface comes late, not while reading, not after the banner is closed."""
    found: dict[str, set[str]] = {}
    with looking(browser, site.now, size) as page:
        layout.watch(page)
        for name in site.pages:
            moved = layout.shifts(page, site.address + name)
            moved += layout.shifts_in_use(page) if size == PHONE else []
            page.evaluate("localStorage.clear()")  # a banner that was closed stays closed
            for one in moved:
                found.setdefault(one, set()).add(name)
    nothing(found)


@pytest.mark.counts
def test_no_page_is_too_wide_and_no_number_is_cut(browser: Browser, site: Site) -> None:
    """At 320 pixels; and with letters twice as large, on a phone and on a desk."""
    found: dict[str, list[str]] = {}
    with looking(browser, site.now, (320, 640)) as page:
        for name in site.pages:
            page.goto(site.address + name)
            page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
            for width, percent in ((320, 100), (360, 200), (640, 200), (1280, 200)):
                resize(page, (width, 640))
                layout.enlarge_text(page, percent)
                for one in layout.sideways(page) + layout.broken_numbers(page):
                    found.setdefault(f"{one} ({width}, {percent} %)", []).append(name)
    nothing(found)


@pytest.mark.counts
def test_nothing_is_animated_for_who_wants_less_motion(browser: Browser, site: Site) -> None:
    """Motion makes some people ill."""
    found = {}
    with looking(browser, site.now, DESK, reduced_motion="reduce") as page:
        for name in site.pages:
            page.goto(site.address + name)
            if moving := layout.moving(page):
                found[name] = moving
    nothing(found)


@pytest.mark.counts
def test_the_regions_of_the_map_show_in_forced_colors(browser: Browser, site: Site) -> None:
    """Where backgrounds are taken away, a region has an outline."""
    with looking(browser, site.now, DESK, forced_colors="active") as page:
        for name in site.pages:
            page.goto(site.address + name)
            for region in page.locator(".body_map a path").all():
                stroke = region.evaluate("path => getComputedStyle(path).stroke")
                assert stroke not in {"none", "rgba(0, 0, 0, 0)"}, name


@pytest.fixture
def bad(browser: Browser) -> Iterator[Page]:
    """A page to be made bad."""
    with looking(browser, NOW, PHONE, reduced_motion="reduce") as page:
        yield page


def opened(page: Page, folder: Path, body: str) -> list[str]:
    """What moves on a page."""
    (folder / "index.html").write_text(HEAD + body)
    with hosting(folder) as address:
        layout.watch(page)
        return layout.shifts(page, f"{address}/") + layout.shifts_in_use(page)


def test_what_moves_is_found(bad: Page, tmp_path: Path) -> None:
    """A box that comes late pushes the text down."""
    late = '<p>Above</p><div id="late"></div><p class="text">Text</p><script>setTimeout(() => {'
    grow = 'document.getElementById("late").style.blockSize = "100px" }, 100)</script>'
    (moved,) = set(opened(bad, tmp_path, late + grow))
    assert moved.endswith(" text")


def test_a_typeface_that_comes_late_and_moves_lines_is_found(bad: Page, tmp_path: Path) -> None:
    """Three times as large as any face that the machine may have until it comes."""
    face = '@font-face { font-family: Late; src: url("/late.woff2"); size-adjust: 300% }'
    (tmp_path / "late.woff2").write_bytes(woff2())
    style = f"<style>{face} h1 {{ font: 2rem Late }}</style>"
    body = f"{style}<h1>Sciatica, hip and iliotibial pain</h1><p class=text>T"
    assert opened(bad, tmp_path, body) != []


def test_an_answer_to_a_press_is_no_fault(bad: Page, tmp_path: Path) -> None:
    """Opening a question moves what follows: that is what it is for."""
    question = "<details><summary>Why?</summary><p>Because.</p></details><p class=text>Text"
    assert opened(bad, tmp_path, question) == []


def test_what_is_too_wide_or_cut_is_found(bad: Page) -> None:
    """By itself, with larger letters, and when the page hides it."""
    bad.set_content(HEAD + '<div class="wide" style="inline-size: 400px">Text')
    assert layout.sideways(bad) == ["div.wide"]
    bad.set_content(HEAD + '<div class="letters" style="inline-size: 20rem">Text')
    assert layout.sideways(bad) == []
    layout.enlarge_text(bad, 200)
    assert layout.sideways(bad) == ["div.letters"]
    bad.set_content(HEAD + '<style>body { overflow-x: hidden }</style><div class="wide">')
    assert layout.sideways(bad) == ["cut off by body."]
    bad.set_content(HEAD + '<p style="inline-size: 5em">Call <a href="tel:+1">303-555-0142</a>')
    assert layout.broken_numbers(bad) == ["303-555-0142"]


def test_what_is_animated_is_found(bad: Page) -> None:
    """Endless, on hover, and when a link scrolls."""
    bad.set_content(
        HEAD
        + "<style>@keyframes turn { to { rotate: 1turn } } .turns { animation: turn 1s infinite }"
        " .fades:hover { opacity: 0 } .fades { transition: opacity 1s }"
        " .slides { scroll-behavior: smooth }</style>"
        "<p class=turns><p class=fades><p class=slides><p class=stays>"
    )
    assert layout.moving(bad) == ["turns", "fades", "slides"]
