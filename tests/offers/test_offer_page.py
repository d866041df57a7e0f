"""The page of an offer through time, in a browser, with nobody rebuilding."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.offers.browsing import MILLISECOND, opened
from tests.offers.sites import Site, site

START, END = datetime(2026, 3, 1, 7, tzinfo=UTC), datetime(2026, 4, 1, 0, tzinfo=UTC)
BUILT = START + timedelta(days=3)
OFFERS = {
    "spring": "headline: Save $25\nstarts: 2026-03-01\nends: 2026-03-31 18:00\ncode: SPRING",
    "ten": "headline: Ten dollars off\nstarts: 2026-03-15\nends: 2026-04-30",
}
COMING, RUNNING = ["This offer has not begun"], ["Save $25", "SPRING"]
OVER = ["Save $25", "This offer has ended."]
NONE = "No offer is running at the moment."


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return site(tmp_path, OFFERS, BUILT, monkeypatch)


def states(page: Page) -> list[str]:
    """What the page shows of the offer: its heading, and the words that tell the states apart."""
    heading = page.locator("h1").inner_text()
    words = page.locator("main .offer_details .code, main strong")
    return [heading, *(one.inner_text() for one in words.all() if one.is_visible())]


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (START - MILLISECOND, COMING),
        (START, RUNNING),
        (END - MILLISECOND, RUNNING),
        (END, OVER),
        (END + timedelta(days=400), OVER),
    ],
)
@pytest.mark.parametrize("zone", ["America/Denver", "Asia/Tokyo"])
def test_a_page_that_is_opened_says_what_is_true_then(
    browser: Browser, made: Site, at: datetime, says: list[str], zone: str
) -> None:
    """The millisecond decides, in every time zone; the build was another day."""
    with opened(browser, made, "/offers/spring/", at, timezone_id=zone) as page:
        assert states(page) == says


@pytest.mark.parametrize(
    ("instant", "before", "after"), [(START, COMING, RUNNING), (END, RUNNING, OVER)]
)
def test_an_open_page_changes_at_the_exact_instant(
    browser: Browser, made: Site, instant: datetime, before: list[str], after: list[str]
) -> None:
    """Whoever reads at that moment sees the truth without reloading."""
    with opened(browser, made, "/offers/spring/", instant - timedelta(minutes=10)) as page:
        page.clock.run_for(10 * 60_000 - 1)
        assert states(page) == before
        page.clock.run_for(1)
        assert states(page) == after


@pytest.mark.parametrize("at", [START - MILLISECOND, START, END])
def test_the_first_paint_is_right(browser: Browser, made: Site, at: datetime) -> None:
    """No module has run yet: a page that corrects itself has said the other thing first."""
    with opened(browser, made, "/", at) as page:
        page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(page.url + "offers/spring/")
        shown = page.locator("main [data-to]:not([hidden]), main [data-to]:not([hidden]) *")
        assert ("Save $25" in shown.all_inner_texts()) == (at >= START)
        assert ("This offer has ended." in shown.all_inner_texts()) == (at >= END)


def instead(page: Page) -> list[str]:
    """What an ended offer's page lists in its place."""
    words = page.get_by_role("region", name="What runs now").locator("p, li")
    return [one.inner_text() for one in words.all() if one.is_visible()]


def test_an_ended_offer_lists_what_runs_then(browser: Browser, made: Site) -> None:
    """Also what began after the build, and no longer than it runs."""
    with opened(browser, made, "/offers/spring/", END) as page:
        assert instead(page) == ["Ten dollars off, until Thursday, April 30, 2026"]
    with opened(browser, made, "/offers/spring/", END + timedelta(days=60)) as page:
        assert instead(page) == [NONE]


def test_an_ended_page_without_other_offers_stands_still(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no clock on it, and nothing that asks for one."""
    alone = site(tmp_path, {"spring": OFFERS["spring"]}, END, monkeypatch)
    with opened(browser, alone, "/offers/spring/", END) as page:
        assert states(page) == OVER
        assert instead(page) == [NONE]


@pytest.mark.parametrize(("zone", "shown"), [("America/Denver", False), ("America/New_York", True)])
def test_the_zone_is_named_for_visitors_from_elsewhere(
    browser: Browser, made: Site, zone: str, shown: bool
) -> None:
    """6 PM is two hours earlier for them than they think; neighbors need no lesson."""
    with opened(browser, made, "/offers/spring/", START, timezone_id=zone) as page:
        said = page.locator(".offer_details .offer_facts").inner_text()
        assert "6 PM on Tuesday, March 31, 2026" in said
        assert ("(Denver time)" in said) == shown


def listed(page: Page) -> list[str]:
    words = page.locator("main .with_sidebar > .flow").locator("> article > h2, > p[data-to]")
    return [one.inner_text() for one in words.all() if one.is_visible()]


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (START - MILLISECOND, [NONE]),
        (START, ["Save $25"]),
        (START + timedelta(days=20), ["Save $25", "Ten dollars off"]),
        (END - MILLISECOND, ["Save $25", "Ten dollars off"]),
        (END, ["Ten dollars off"]),
        (END + timedelta(days=60), [NONE]),
    ],
)
def test_the_overview_lists_what_runs_then(
    browser: Browser, made: Site, at: datetime, found: list[str]
) -> None:
    """By the same rules as everything, and "no offer" exactly when there is none."""
    with opened(browser, made, "/offers/", at) as page:
        assert listed(page) == found


def test_an_open_overview_changes_at_the_exact_instant(browser: Browser, made: Site) -> None:
    """One millisecond before the start there is none."""
    with opened(browser, made, "/offers/", START - timedelta(seconds=90)) as page:
        page.clock.run_for(89_999)
        assert listed(page) == [NONE]
        page.clock.run_for(1)
        assert listed(page) == ["Save $25"]
