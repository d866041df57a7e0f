"""The map of the body in a real browser: touched or typed, it answers without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.core.model.site import Site
from plugins.symptoms import REGIONS, values
from tests.browser.scripts import have_run
from tests.sites import FULL, model
from tests.torture.counts import first

# The pages with the map, and widths of a window: two of the four pairs, the others in make torture.
PHONES = first(1, [(("/", 360),), (("/symptoms/", 360),)])
DESKS = first(1, [(("/symptoms/", 1280),), (("/", 1280),)])
PAIRS = [*PHONES, *DESKS]
HINT = "Point at the place, or touch it."
TARGET = 44  # CSS pixels, WCAG 2.5.5
# Each separate outline of a region: left, top, width and height in the region's own box.
OUTLINES = """path => {
  const box = path.getBoundingClientRect();
  return path.getAttribute("d").split(/(?=M)/).map(outline => {
    const one = path.cloneNode();
    one.setAttribute("d", outline);
    path.parentNode.append(one);
    const {left, top, width, height} = one.getBoundingClientRect();
    one.remove();
    return [left - box.left, top - box.top, width, height];
  });
}"""
PATTERNS = """[...document.querySelectorAll(".body_map .pain")].filter(pattern =>
  getComputedStyle(pattern).visibility == "visible" && pattern.getBoundingClientRect().width > 0
).map(pattern => pattern.parentNode.id)"""
# Where everything stands on the page, however far it is scrolled; the bar stands in the window.
STANDS = """[...document.querySelectorAll("main, main *:not(.pain, .pain *), footer")]
  .filter(one => one.getClientRects().length)
  .map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 60)])
  .map(([box, name]) => [name, box.left + scrollX, box.top + scrollY, box.width, box.height])"""
# Also what moves right after a touch, which browsers forgive.
WATCH = """window.moved = [];
new PerformanceObserver(list => moved.push(...list.getEntries().map(entry => entry.value)))
  .observe({ type: "layout-shift", buffered: true });"""
# Once the frames are painted in which something may have moved.
MOVED = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
  () => setTimeout(() => done(moved), 50))))"""
# Top of the body, end of the text, top of the bar; and whether the whole text can be seen.
SEEN = """region => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  const text = document.querySelector(`li:has(#${region}) p`);
  const words = document.createRange();
  words.selectNodeContents(text);
  return {
    body: box(".body_map .body").top,
    text: words.getBoundingClientRect().bottom,
    bar: box(".action_bar").top,
    covered: [...words.getClientRects()].filter(line => !text.contains(
      document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)
    )).length,
  };
}"""


@pytest.fixture(scope="module")
def site() -> Site:
    return model(FULL)


class Spot(NamedTuple):
    """A region, what the map says of it, and the link there."""

    region: str
    label: str
    text: str
    link: str
    address: str


@pytest.fixture(scope="module")
def spots(site: Site) -> list[Spot]:
    """Every region, from head to foot, with the page that it leads to, or the call."""
    call = ("Call 303-555-0142", "tel:+13035550142")
    found = [
        Spot(place.region, place.label, place.text, *((one.title, one.address) if one else call))
        for place, one in values(site)["places"]
    ]
    assert len(found) == len(REGIONS)
    assert sum(spot.link == call[0] for spot in found) == 7
    return found


@contextmanager
def opened(browser: Browser, address: str, pair: tuple[str, int], **options: Any) -> Iterator[Page]:
    """A page with the map, on a phone or on a desk."""
    name, width = pair
    context = browser.new_context(viewport={"width": width, "height": 740}, **options)
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address + name)
    yield page
    context.close()


@pytest.fixture(params=PAIRS, ids=str)
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """One without JavaScript."""
    with opened(browser, address, request.param, java_script_enabled=False) as page:
        yield page


def chosen(page: Page) -> tuple[list[str], list[str]]:
    """The texts and the patterns that the map shows."""
    texts = page.locator(".body_map .plate p").filter(visible=True).all_inner_texts()
    return texts, page.evaluate(PATTERNS)


def answer(spot: Spot) -> tuple[list[str], list[str]]:
    return [f"{spot.label}. {spot.text} {spot.link}"], [spot.region]


def answers(page: Page, spot: Spot) -> None:
    """Wait until the map shows the answer of a region, and nothing else."""
    for _ in range(400):
        if chosen(page) == answer(spot):
            return
        page.wait_for_timeout(25)
    assert chosen(page) == answer(spot)


def touch(page: Page, region: str, outline: list[float]) -> None:
    """Click in the middle of an outline, and leave the map with the pointer."""
    left, top, width, height = outline
    middle = {"x": left + width / 2, "y": top + height / 2}
    page.locator(f"#{region} a path").click(position=middle)  # type: ignore[arg-type]
    page.mouse.move(0, 0)


def test_every_region_is_a_link_with_a_name(page: Page, spots: list[Spot]) -> None:
    """Who cannot see the body hears what there is to choose."""
    links = page.locator(".body_map .plate").get_by_role("link")
    found = [(one.get_attribute("aria-label"), one.get_attribute("href")) for one in links.all()]
    assert found == [(spot.label, f"#{spot.region}") for spot in spots]
    for spot in spots:
        assert links.and_(page.get_by_role("link", name=spot.label, exact=True)).count() == 1
    assert chosen(page) == ([HINT], [])


def test_a_touch_shows_what_its_region_says_and_nothing_else(page: Page, spots: list[Spot]) -> None:
    """Front and back, left and right: each outline answers for its own region."""
    url = page.url
    for spot in spots:
        for outline in page.locator(f"#{spot.region} a path").evaluate(OUTLINES):
            touch(page, spot.region, outline)
            assert page.url == f"{url}#{spot.region}"
            answers(page, spot)


def test_tab_walks_through_the_regions_and_the_links_of_their_texts(
    page: Page, spots: list[Spot]
) -> None:
    """Nobody needs a mouse. The link of a text stays while the focus goes to it."""
    page.goto(f"{page.url}#body-map")
    assert chosen(page) == ([HINT], [])
    for spot in spots:
        for link in (f"#{spot.region}", spot.address):
            page.keyboard.press("Tab")
            expect(page.locator(":focus")).to_have_attribute("href", link)
            answers(page, spot)


def test_enter_chooses_as_a_touch_does(page: Page, spots: list[Spot]) -> None:
    """What has the focus answers before Enter makes it stay; then its link comes next."""
    page.goto(f"{page.url}#body-map")
    page.wait_for_function("document.hasFocus()")  # a busy browser gives it a little later
    for spot in spots:
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_attribute("href", f"#{spot.region}")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**#{spot.region}")
        expect(page.locator(":focus")).to_have_count(0)
        answers(page, spot)
        for link in (f"#{spot.region}", spot.address):
            page.keyboard.press("Tab")
            expect(page.locator(":focus")).to_have_attribute("href", link)
            answers(page, spot)


def test_a_text_leads_to_the_page_of_its_symptom(
    page: Page, address: str, spots: list[Spot]
) -> None:
    """The map is the way in, not the end of it."""
    url = page.url
    for spot in [one for one in spots if one.address.startswith("/")][::4]:
        page.goto(f"{url}#{spot.region}")
        page.locator(".body_map .plate p a").filter(visible=True).click()
        assert page.url == address + spot.address
        assert page.locator("h1").inner_text() == spot.link


def test_every_outline_is_as_large_as_a_finger(page: Page, spots: list[Spot]) -> None:
    """On a phone 360 pixels wide too: a neighbor's answer would be a wrong one."""
    small = {
        (spot.region, round(width, 1), round(height, 1))
        for spot in spots
        for _, _, width, height in page.locator(f"#{spot.region} a path").evaluate(OUTLINES)
        if min(width, height) < TARGET
    }
    assert small == set()


def test_the_focus_answers_before_the_pointer_and_the_pointer_before_the_address(
    browser: Browser, address: str, spots: list[Spot]
) -> None:
    """Two texts in one place cannot be read."""
    first, second, third, *_ = spots
    with opened(browser, address, ("/", 1280)) as page:
        page.goto(f"{address}/#{first.region}")
        answers(page, first)
        region = page.locator(f"#{second.region} a path")
        left, top, width, height = region.evaluate(OUTLINES)[0]
        region.hover(position={"x": left + width / 2, "y": top + height / 2})
        answers(page, second)
        page.keyboard.press("Tab")
        page.locator(f"#{third.region} a").focus()
        answers(page, third)


def test_choosing_leaves_one_step_in_the_history(
    browser: Browser, address: str, spots: list[Spot]
) -> None:
    """One step back leaves the map, however many places were tried."""
    with opened(browser, address, ("/", 360)) as page:
        have_run(page)
        before = page.evaluate("history.length")
        for spot in spots[:3]:
            touch(page, spot.region, page.locator(f"#{spot.region} a path").evaluate(OUTLINES)[0])
            answers(page, spot)
        assert page.evaluate("history.length") == before


def test_every_symptom_stands_in_one_list_too(page: Page, site: Site) -> None:
    """The same way for who would rather read."""
    links = page.locator("main .document_list a[href^='/symptoms/']").filter(visible=True)
    found = [one.get_attribute("href") for one in links.all()]
    assert sorted(map(str, found)) == sorted(one.address for one in site.all("symptoms"))


def test_the_overview_lists_by_place_in_plain_words(browser: Browser, address: str) -> None:
    """Who does not know the name of a complaint knows where it hurts."""
    with opened(browser, address, ("/symptoms/", 360)) as page:
        found = page.locator("main .document_list h2").all_inner_texts()
    assert found == ["Stiff Neck", "Sore Shoulders", "Calf (Tired Feet)"]


def moved(before: list[list[Any]], after: list[list[Any]]) -> list[tuple[list[Any], list[Any]]]:
    """What stands elsewhere by a pixel or more, or is of another size."""
    return [
        (old, new)
        for old, new in zip(before, after, strict=True)
        if old[0] != new[0] or any(abs(a - b) >= 1 for a, b in zip(old[1:], new[1:], strict=True))
    ]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_nothing_moves_when_a_region_is_chosen(
    browser: Browser, address: str, spots: list[Spot], pair: tuple[str, int]
) -> None:
    """Who goes on choosing finds the next place where it was."""
    with opened(browser, address, pair) as page:
        have_run(page)
        before = page.evaluate(STANDS)
        for spot in spots:
            touch(page, spot.region, page.locator(f"#{spot.region} a path").evaluate(OUTLINES)[0])
            answers(page, spot)
            assert moved(before, page.evaluate(STANDS)) == [], spot.region
        assert page.evaluate(MOVED) == []


@pytest.mark.parametrize("pair", PHONES, ids=str)
def test_a_phone_shows_the_chosen_text_together_with_the_whole_body(
    browser: Browser, address: str, spots: list[Spot], pair: tuple[str, int]
) -> None:
    """The answer to a touch is in sight, above the bar with the number."""
    with opened(browser, address, pair) as page:
        for spot in spots:
            touch(page, spot.region, page.locator(f"#{spot.region} a path").evaluate(OUTLINES)[0])
            seen = page.evaluate(SEEN, spot.region)
            assert seen["body"] >= 0, (spot.region, seen)
            assert seen["text"] <= seen["bar"], (spot.region, seen)
            assert seen["covered"] == 0, (spot.region, seen)


def test_a_screen_reader_hears_the_places_and_the_text_of_the_chosen_one(
    browser: Browser, address: str, spots: list[Spot]
) -> None:
    """Assistive technology reads this tree: no drawing, no text of a place nobody chose."""
    without = next(spot for spot in spots if spot.address.startswith("tel:"))
    with opened(browser, address, ("/symptoms/", 1280)) as page:
        region = page.get_by_role("region", name="On the body")
        links = [f'- link "{spot.label}"' for spot in spots]
        tree = [line.strip().rstrip(":") for line in region.aria_snapshot().splitlines()]
        assert [line for line in tree if line.startswith("- link")] == links
        assert [line for line in tree if line.startswith("- paragraph")] == [f"- paragraph: {HINT}"]
        page.goto(f"{page.url}#{without.region}")
        (text,) = region.get_by_role("paragraph").all()
        assert text.inner_text() == f"{without.label}. {without.text} {without.link}"
