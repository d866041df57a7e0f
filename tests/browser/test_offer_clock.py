"""Offers in a real browser, true to the millisecond, with nobody rebuilding."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import WHOLE, find
from tests.browser.small_sites import small_site
from tests.conftest import FLAGS, serving_folder
from tests.torture.counts import first

DENVER = ZoneInfo("America/Denver")
NONE = "Call to schedule an appointment."
MILLISECOND = timedelta(milliseconds=1)
# First a winter in July, and an offset of 45 minutes.
ZONES = (
    "Pacific/Auckland",
    "Asia/Kathmandu",
    "America/Denver",
    "America/New_York",
    "Europe/Berlin",
    "Asia/Tokyo",
    "America/Phoenix",
)
PLACES = pytest.mark.parametrize("place", first(2, range(len(ZONES))), ids=ZONES)


def shown(page: Page) -> str | None:
    """What the banner says first; None when it is closed."""
    words = page.locator(".offer_banner > div:not([hidden])").all()
    assert len(words) == 1
    if not words[0].is_visible():
        return None
    said = words[0].evaluate(
        "e => (e.querySelector('p:not(.actions) a') ?? e.querySelector('p')).innerText"
    )
    return str(said)


@contextmanager
def opened(
    browser: Browser,
    site: Path,
    at: datetime,
    *,
    zone: str = "America/Denver",
    address: str = "/",
) -> Iterator[Page]:
    """A page that is opened at an instant, on a clock that stands still until it is moved."""
    with ExitStack() as stack:
        host = stack.enter_context(serving_folder(site))
        context = browser.new_context(timezone_id=zone)
        stack.callback(context.close)
        page = context.new_page()
        page.clock.install(time=at - timedelta(hours=1))
        page.clock.pause_at(at)
        page.goto(host + address)
        yield page


def offer(headline: str, **fields: object) -> str:
    return "\n".join([f"headline: {headline}", *(f"{key}: {fields[key]}" for key in fields)])


# Periods around both clock changes of a year, the turn of the year and a leap day.
DAYS = (
    ("2026-03-07", "2026-03-08"),
    ("2026-03-28", "2026-03-29"),
    ("2026-04-04", "2026-04-05"),
    ("2026-09-26", "2026-09-27"),
    ("2026-10-24", "2026-10-25"),
    ("2026-10-31", "2026-11-01"),
    ("2026-12-31", "2026-12-31"),
    ("2028-02-29", "2028-02-29"),
)


@PLACES
def test_an_offer_appears_at_its_first_millisecond_and_is_gone_at_its_end(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    """In the practice's zone, whichever the visitor's; the page was built a year before."""
    zone, visitor = ZoneInfo(ZONES[place]), ZONES[(place + 3) % len(ZONES)]
    offers = {f"o{n}": offer(f"Offer {n}", starts=a, ends=b) for n, (a, b) in enumerate(DAYS)}
    site = small_site(tmp_path, offers, datetime(2025, 6, 1, tzinfo=zone), monkeypatch, zone.key)
    with opened(browser, site, datetime(2026, 1, 1, tzinfo=zone), zone=visitor) as page:
        for number, (first, last) in enumerate(DAYS):
            start = datetime.fromisoformat(first).replace(tzinfo=zone)
            end = (datetime.fromisoformat(last) + timedelta(days=1)).replace(tzinfo=zone)
            for instant, before, after in (
                (start, NONE, f"Offer {number}"),
                (end, f"Offer {number}", NONE),
            ):
                page.clock.pause_at(instant.astimezone(ZoneInfo("UTC")) - MILLISECOND)
                assert shown(page) == before, (first, instant)
                page.clock.run_for(1)
                assert shown(page) == after, (first, instant)
                page.clock.run_for(1)
                assert shown(page) == after, (first, instant)


@PLACES
def test_a_page_opened_at_any_instant_shows_what_runs_then(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    """The first look decides before the page is painted, not a timer later."""
    zone = ZoneInfo(ZONES[place])
    offers = {"one": offer("One", starts='"2026-11-01 00:30"', ends='"2026-11-01 23:30:30"')}
    site = small_site(tmp_path, offers, datetime(2026, 1, 1, tzinfo=zone), monkeypatch, zone.key)
    start = datetime(2026, 11, 1, 0, 30, tzinfo=zone).astimezone(ZoneInfo("UTC"))
    end = datetime(2026, 11, 1, 23, 30, 30, tzinfo=zone).astimezone(ZoneInfo("UTC"))
    expected = (
        (start - MILLISECOND, NONE),
        (start, "One"),
        (end - MILLISECOND, "One"),
        (end, NONE),
    )
    with opened(browser, site, start - timedelta(hours=1), zone=ZONES[place - 2]) as page:
        for instant, words in expected:
            page.clock.pause_at(instant)
            page.reload()
            assert shown(page) == words


NOW = datetime(2026, 6, 1, 12, tzinfo=DENVER)
RUNNING = {
    "low": offer("Low", priority=1),
    "high": offer("High", priority=9, ends='"2026-06-01 13:00"'),
    "later": offer("Later", priority=5, starts='"2026-06-01 14:00"', ends="2026-06-30"),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three offers: one always, one that ends in an hour, one that begins in two."""
    return small_site(tmp_path, RUNNING, NOW, monkeypatch)


def test_the_highest_priority_shows_and_the_others_are_counted(
    browser: Browser, site: Path
) -> None:
    """One calm line; the rest is a link away."""
    with opened(browser, site, NOW) as page:
        banner = page.locator(".offer_banner > div:not([hidden])")
        assert banner.locator("p:not(.actions) a").inner_text() == "High"
        more = banner.get_by_role("link", name="and 1 more offer")
        assert more.get_attribute("href") == "/offers/"
        page.clock.pause_at(NOW + timedelta(hours=1))
        assert shown(page) == "Low"
        assert banner.get_by_role("link", name="more offer").count() == 0
        page.clock.pause_at(NOW + timedelta(hours=2))
        assert shown(page) == "Later"


def test_a_page_left_open_over_night_is_right_in_the_morning(browser: Browser, site: Path) -> None:
    """A machine that slept lost its timers' time; the next tick looks at the clock."""
    with opened(browser, site, NOW) as page:
        page.clock.fast_forward(40 * 86_400_000)
        assert shown(page) == "Low"


def test_an_offer_in_more_than_a_month_is_waited_for(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timer of more than 2^31 - 1 milliseconds fires at once in every browser."""
    offers = {"far": offer("Far", starts="2026-09-01"), "near": offer("Near", ends="2026-08-31")}
    site = small_site(tmp_path, offers, NOW, monkeypatch)
    start = datetime(2026, 9, 1, tzinfo=DENVER)
    with opened(browser, site, NOW) as page:
        page.clock.run_for(1)
        assert shown(page) == "Near"
        page.clock.pause_at(start - MILLISECOND)
        assert shown(page) == "Near"
        page.clock.run_for(1)
        assert shown(page) == "Far"


@pytest.mark.parametrize(
    ("moved", "words"),
    [(timedelta(hours=-3), "High"), (timedelta(hours=5), "Later")],
    ids=["back", "forward"],
)
def test_a_clock_that_is_set_is_followed_within_a_minute(
    browser: Browser, site: Path, moved: timedelta, words: str
) -> None:
    """Timers do not notice that somebody set the clock."""
    with opened(browser, site, NOW + timedelta(hours=1)) as page:
        assert shown(page) == "Low"
        page.clock.set_system_time(NOW + timedelta(hours=1) + moved)
        page.clock.run_for(60_000)
        assert shown(page) == words


def test_a_tab_that_is_looked_at_again_is_right_at_once(browser: Browser, site: Path) -> None:
    """Browsers slow the timers of hidden tabs; being seen again is the moment that counts."""
    with opened(browser, site, NOW) as page:
        page.clock.set_system_time(NOW + timedelta(hours=3))
        assert shown(page) == "High"
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert shown(page) == "Later"


def test_a_page_from_the_back_forward_cache_is_right_at_once(browser: Browser, site: Path) -> None:
    """Going back shows the page as it was left, hours ago."""
    chromium = browser.browser_type.launch(
        executable_path=find(WHOLE),  # the one without windows has no such cache
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    with serving_folder(site) as host:
        page = chromium.new_page()
        page.add_init_script(SHIFTED_CLOCK)
        page.goto(host + "/about/")
        page.evaluate("at => { localStorage.at = at }", NOW.timestamp() * 1000)
        page.goto(host)
        page.evaluate("addEventListener('pageshow', e => { window.kept = e.persisted })")
        assert shown(page) == "High"
        page.goto(host + "/about/")
        page.evaluate("at => { localStorage.at = at }", NOW.timestamp() * 1000 + 3 * 3_600_000)
        # Playwright waits for a load event, which a page from the cache does not have.
        page.go_back(wait_until="commit")
        assert page.evaluate("window.kept") is True
        assert shown(page) == "Later"
    chromium.close()


SHIFTED_CLOCK = "Date.now = () => Number(localStorage.at)"


def test_closing_is_remembered_for_this_offer_alone(browser: Browser, site: Path) -> None:
    """Who closed one offer has not closed the next."""
    with opened(browser, site, NOW) as page:
        page.get_by_role("button", name="Close this offer").click()
        assert shown(page) is None
        page.reload()
        assert shown(page) is None
        page.goto(page.url + "about/")
        assert shown(page) is None
        page.clock.pause_at(NOW + timedelta(hours=1))
        assert shown(page) == "Low"


def test_the_same_offer_with_another_text_is_seen_again(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new end or a new saving is news, also under the same file name."""
    first = small_site(tmp_path, {"one": offer("Ten off")}, NOW, monkeypatch)
    with serving_folder(first) as host:
        context = browser.new_context()
        page = context.new_page()
        page.goto(host)
        page.get_by_role("button", name="Close this offer").click()
        small_site(tmp_path, {"one": offer("Twenty off")}, NOW, monkeypatch)
        page.reload()
        assert shown(page) == "Twenty off"
        context.close()


def test_the_banner_is_closed_by_keyboard(browser: Browser, site: Path) -> None:
    """Tab reaches the button, Enter closes; the keyboard then goes on from the top."""
    with opened(browser, site, NOW) as page:
        button = page.get_by_role("button", name="Close this offer")
        for _ in range(8):
            page.keyboard.press("Tab")
            if button.evaluate("button => button === document.activeElement"):
                break
        page.keyboard.press("Enter")
        assert shown(page) is None


def test_the_close_button_is_large_enough_for_a_finger(browser: Browser, site: Path) -> None:
    """44 px, as every action."""
    with opened(browser, site, NOW) as page:
        box = page.get_by_role("button", name="Close this offer").bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 44


BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); }
});"""
FULL = """for (let size = 2 ** 23; size >= 1; size /= 2) {
  try {
    for (let n = 0; ; n++) localStorage[`${size} ${n}`] = "x".repeat(size);
  } catch {}
}
try { for (let n = 0; ; n++) localStorage[n] = ""; } catch {}"""


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_storage_that_fails_neither_throws_nor_traps_the_banner(
    browser: Browser, site: Path, script: str
) -> None:
    """Private windows and full disks: the banner shows, and it closes."""
    with opened(browser, site, NOW) as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        if script is FULL:
            page.evaluate(f"() => {{ {script} }}")
        else:
            page.add_init_script(script)
        page.reload()
        assert shown(page) == "High"
        page.get_by_role("button", name="Close this offer").click()
        assert shown(page) is None
        page.clock.run_for(120_000)
        assert shown(page) is None
        assert errors == []


@pytest.mark.parametrize(
    ("visitor", "words"),
    [("America/Denver", ""), ("Asia/Tokyo", " (Denver time)")],
)
def test_the_zone_is_named_where_the_visitors_clock_is_another(
    browser: Browser, site: Path, visitor: str, words: str
) -> None:
    """1 PM means something else in Tokyo."""
    with opened(browser, site, NOW, zone=visitor) as page:
        line = page.locator(".offer_banner > div:not([hidden]) p").first
        assert line.inner_text() == f"High, until 1 PM on Monday, June 1, 2026{words}."


def test_without_scripts_only_what_ran_at_the_build_shows_with_its_end(
    browser: Browser, site: Path
) -> None:
    """It is never false: the end stands in words, and what has not begun is hidden."""
    with serving_folder(site) as host:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(host)
        line = page.locator(".offer_banner > div:not([hidden]) p").first
        assert line.inner_text().startswith("High, until 1 PM on Monday, June 1, 2026")
        assert not page.get_by_text("Later").is_visible()
        assert page.get_by_role("button", name="Close this offer").count() == 0
        context.close()


def test_a_browser_that_cannot_read_the_clock_shows_the_page_as_without_scripts(
    browser: Browser, site: Path
) -> None:
    """One of before 2018 stops at the syntax; other scripts must not show offers in its place."""
    home = site / "index.html"
    html = home.read_text()
    assert html.count("window.onpageshow") == 1
    home.write_text(html.replace("window.onpageshow", "?? window.onpageshow"))
    for at in (NOW, NOW + timedelta(hours=2), NOW + timedelta(days=365)):
        with opened(browser, site, at) as page:
            page.clock.run_for(1000)  # the other scripts come after the first paint
            page.wait_for_function("() => customElements.get('offer-countdown')", polling=100)
            line = page.locator(".offer_banner > div:not([hidden]) p").first
            assert line.inner_text().startswith("High, until 1 PM on Monday, June 1, 2026")
            assert not page.get_by_text("Later").is_visible()


def test_the_banner_is_one_labelled_landmark_before_the_main_content(
    browser: Browser, site: Path
) -> None:
    """A screen reader finds it by name, once, and can skip it."""
    with opened(browser, site, NOW) as page:
        banner = page.get_by_role("region", name="Offer", exact=True)
        assert banner.count() == 1
        assert banner.evaluate(
            "e => e.compareDocumentPosition(document.querySelector('main'))"
            " === Node.DOCUMENT_POSITION_FOLLOWING"
        )


SHIFT = """new Promise(done => {
  const moved = [];
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const parts = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.data);
      if (!entry.hadRecentInput) moved.push(`${entry.value}: ${parts}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved), 50)));
})"""
FIVE = {
    f"o{n}": offer(
        f"Offer number {n} " + "with many words " * n,
        priority=n,
        starts=f'"2026-06-01 {10 + n}:00"',
        ends=f'"2026-06-01 {11 + n}:30"',
    )
    for n in range(5)
}
SHIFTED = "Date.now = () => Number(window.at ?? {at})"
FLIP = "at => { window.at = at; window.dispatchEvent(new Event('pageshow')) }"
WIDTHS = first(1, [320, 768, 1440, 360, 1024])


def test_an_offer_of_next_month_takes_no_room_today(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title stands as high as it can; the page is open for minutes, not for weeks."""
    words = "many words " * 20
    offers = {
        "now": offer("Runs now"),
        "soon": offer("Tomorrow", starts='"2026-06-02 08:00"', ends="2026-06-03", priority=1),
        "later": offer(f"Next month, with {words}", starts="2026-07-01", priority=2),
    }
    site = small_site(tmp_path, offers, datetime(2026, 6, 1, 9, tzinfo=DENVER), monkeypatch)
    with serving_folder(site) as host:
        page = browser.new_page(viewport={"width": 390, "height": 700})
        page.add_init_script(SHIFTED.format(at=1000 * NOW.timestamp()))
        page.goto(host)
        rooms = page.locator(".offer_banner > div[data-offer]").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height > 0)"
        )
        page.close()
    assert rooms == [True, True, False, False]


@pytest.mark.parametrize("count", [0, 1, 5])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_in_any_state(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, width: int
) -> None:
    """Whoever is about to touch the number must not touch something else."""
    offers = dict(list(FIVE.items())[:count])
    site = small_site(tmp_path, offers, datetime(2026, 6, 1, 9, tzinfo=DENVER), monkeypatch)
    start = datetime(2026, 6, 1, 9, 30, tzinfo=DENVER).timestamp() * 1000
    hours = [start + hour * 3_600_000 for hour in (0, 2, 4, 8)]
    with serving_folder(site) as host:
        context = browser.new_context(viewport={"width": width, "height": 700})
        page = context.new_page()
        for at in hours:
            page.add_init_script(SHIFTED.format(at=at))
            page.goto(host)
            assert page.evaluate(SHIFT) == [], "opened"
            page.evaluate(FLIP, start)
            assert page.evaluate(SHIFT) == [], "flipped back"
        for later in hours[1:]:
            page.evaluate(FLIP, later)
            assert page.evaluate(SHIFT) == [], "flipped"
        if count:
            page.add_init_script(SHIFTED.format(at=start + 3_600_000))
            page.goto(host)
            page.get_by_role("button", name="Close this offer").click()
            page.reload()
            assert shown(page) is None
            assert page.evaluate(SHIFT) == [], "closed before"
            for later in hours:
                page.evaluate(FLIP, later)
                assert page.evaluate(SHIFT) == [], "flipped after it was closed"
        context.close()


def test_the_clock_is_parsed_right_after_the_banner_and_small(browser: Browser, site: Path) -> None:
    """It decides before the first paint, so it must come with the page, and cost little."""
    with opened(browser, site, NOW) as page:
        script = page.locator(".offer_banner + script")
        assert script.get_attribute("src") is None
        assert script.get_attribute("type") is None
        assert len(script.evaluate("script => script.text").encode()) <= 600
