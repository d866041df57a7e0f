"""The countdown: real, calm, and only in the last 48 hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.scripts import have_run
from tests.offers.browsing import MILLISECOND, opened
from tests.offers.sites import Site, site

END = datetime(2026, 4, 1, 0, tzinfo=UTC)
OFFERS = {
    "spring": "headline: Save $25\nstarts: 2026-03-01\nends: 2026-03-31 18:00",
    "always": "headline: Ten percent",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    with pytest.MonkeyPatch.context() as patch:
        return site(tmp_path_factory.mktemp("made"), OFFERS, END - timedelta(days=10), patch)


def counted(page: Page) -> str:
    """The words of the countdown; nothing when it does not show."""
    timer = page.locator("offer-countdown")
    return timer.inner_text() if timer.is_visible() else ""


LEFT = [
    (timedelta(hours=48) + MILLISECOND, ""),
    (timedelta(hours=48), "Ends in 2 days"),
    (timedelta(hours=47, minutes=59, seconds=59), "Ends in 1 day 23 hours"),
    (timedelta(days=1, hours=3, minutes=40), "Ends in 1 day 3 hours"),
    (timedelta(days=1, minutes=40), "Ends in 1 day"),
    (timedelta(hours=2, minutes=14, seconds=59), "Ends in 2 hours 14 minutes"),
    (timedelta(hours=1, minutes=1), "Ends in 1 hour 1 minute"),
    (timedelta(minutes=4, seconds=10), "Ends in 4 minutes 10 seconds"),
    (timedelta(minutes=1, seconds=1), "Ends in 1 minute 1 second"),
    (timedelta(seconds=9.001), "Ends in 10 seconds"),
    (MILLISECOND, "Ends in 1 second"),
    (timedelta(), ""),
    (-timedelta(days=1), ""),
]


def test_it_says_what_is_left_in_the_last_48_hours(browser: Browser, made: Site) -> None:
    """Until the true end, and never "0 seconds" while the offer runs."""
    with opened(browser, made, "/offers/spring/", END - timedelta(days=3)) as page:
        for left, words in LEFT:
            page.clock.pause_at(END - left)
            page.reload()
            have_run(page)
            assert (left, counted(page)) == (left, words)


def test_it_counts_in_the_language_of_the_page(browser: Browser, made: Site) -> None:
    """Browsers know the plurals of every language; the sentence around them is translated."""
    with opened(browser, made, "/offers/spring/", END - timedelta(hours=2)) as page:
        page.evaluate("document.documentElement.lang = 'es'")
        page.clock.run_for(1000)
        assert counted(page) == "Ends in 1 hora 59 minutos"


def test_it_appears_in_an_open_page(browser: Browser, made: Site) -> None:
    """A page may stand open in a tab for days."""
    with opened(browser, made, "/offers/spring/", END - timedelta(hours=48, minutes=3)) as page:
        page.clock.run_for(3 * 60_000 - 1)
        assert counted(page) == ""
        page.clock.run_for(1)
        assert counted(page) == "Ends in 2 days"


def test_it_runs_to_the_end_and_is_gone(browser: Browser, made: Site) -> None:
    """It does not start again, as countdowns in shops do."""
    with opened(browser, made, "/offers/spring/", END - timedelta(seconds=62)) as page:
        said = []
        for _ in range(4):
            said.append(counted(page))
            page.clock.run_for(1000)
        page.clock.run_for(57_999)
        said.append(counted(page))
        page.clock.run_for(1)
        said.append(counted(page))
        page.clock.run_for(3_600_000)
        assert [*said, counted(page)] == [
            "Ends in 1 minute 2 seconds",
            "Ends in 1 minute 1 second",
            "Ends in 1 minute",
            "Ends in 59 seconds",
            "Ends in 1 second",
            "",
            "",
        ]


def test_its_words_change_no_more_often_than_they_must(browser: Browser, made: Site) -> None:
    """With two hours left a second does not matter to anybody."""
    with opened(browser, made, "/offers/spring/", END - timedelta(hours=2)) as page:
        page.evaluate(
            """() => {
                window.changes = 0
                const count = (all) => (window.changes += all.length)
                const watched = { childList: true, characterData: true, subtree: true }
                const timer = document.querySelector("offer-countdown")
                new MutationObserver(count).observe(timer, watched)
            }"""
        )
        page.clock.run_for(10 * 60_000)
        assert page.evaluate("window.changes") <= 2 * 11


def test_it_is_not_announced(browser: Browser, made: Site) -> None:
    """A screen reader that speaks every second cannot be listened to."""
    with opened(browser, made, "/offers/spring/", END - timedelta(hours=2)) as page:
        timer = page.get_by_role("timer")
        assert timer.get_attribute("aria-live") == "off"
        assert timer.inner_text() == "Ends in 2 hours"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_it_appears(browser: Browser, made: Site, width: int) -> None:
    """A finger on its way to the button must not land beside it."""
    size = {"width": width, "height": 700}
    at = END - timedelta(hours=48, seconds=1)
    with opened(browser, made, "/offers/spring/", at, viewport=size) as page:
        button = page.locator(".offer_details .button")
        before = button.bounding_box()
        page.clock.run_for(1000)
        assert counted(page) == "Ends in 2 days"
        assert button.bounding_box() == before


def test_without_javascript_it_takes_no_room(browser: Browser, made: Site) -> None:
    """Nothing would ever stand in it; the end stands above it in words."""
    at = END - timedelta(hours=2)
    with opened(browser, made, "/offers/spring/", at, java_script_enabled=False) as page:
        line = page.locator(".offer_countdown").bounding_box()
        assert not line or line["height"] == 0


def test_an_offer_without_an_end_has_none(made: Site) -> None:
    """There is nothing to count down to."""
    assert "offer-countdown" not in made.text("/offers/always/")
