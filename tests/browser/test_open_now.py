"""Open now: said by the practice's clock, in an open page too, and nothing moves for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import built
from tests.browser.scripts import have_run
from tests.browser.small_sites import content
from tests.conftest import serving_folder

DENVER = ZoneInfo("America/Denver")
HOURS = """\
hours:
  monday: "09:00-18:00"
  tuesday: ["08:30-12:00", "13:00-20:00"]
  thursday: "09:00-18:00"
  friday: "16:00-23:59"
  saturday: "00:00-02:00"
  sunday: closed
  seasons:
    - starts: 11-15
      ends: 01-31
      tuesday: "11:00-20:00"
    - starts: 2027-01-01
      ends: 2027-01-15
      tuesday: closed
special_days:
  - date: 2026-12-24
    hours: "09:00-12:00"
  - date: 2026-12-25
    through: 2026-12-26
    reason: Christmas
  - date: 2026-12-28
  - date: 2026-12-29
    hours: "10:00-12:00"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice whose Wednesdays nobody knows, with a contact page."""
    folder = tmp_path_factory.mktemp("hours")
    source = content(folder / "content", {})
    with (source / "practice.yaml").open("a") as file:
        file.write(HOURS)
    (source / "pages/contact.md").write_text("---\ntitle: Contact\nsummary: Call us.\n---\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 12, 1, tzinfo=UTC).timestamp())))
        return built(source, folder / "output")


@contextmanager
def opened(browser: Browser, made: Path, at: str, **options: Any) -> Iterator[Page]:
    """The contact page, opened at a time of the practice's clock, which then stands still."""
    with serving_folder(made) as host:
        context = browser.new_context(**{"timezone_id": "America/Denver", **options})
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        now = datetime.fromisoformat(at).replace(tzinfo=DENVER).astimezone(UTC)
        page.clock.install(time=now - timedelta(hours=1))
        page.clock.pause_at(now)
        page.goto(f"{host}/contact/")
        if options.get("java_script_enabled", True):
            have_run(page)
        yield page
        context.close()


def said(page: Page) -> str:
    return page.locator("open-now").inner_text()


def today(page: Page) -> list[str]:
    """The rows that are marked as today's."""
    return page.locator(".opening_hours [aria-current=date] th").all_inner_texts()


HOLDS = [
    ("2026-09-07 08:59", "Closed now, opens at 9 AM", "Monday"),
    ("2026-09-07 09:00", "Open now, until 6 PM", "Monday"),
    ("2026-09-07 18:00", "Closed now, opens tomorrow at 8:30 AM", "Monday"),
    ("2026-09-08 11:59", "Open now, until noon", "Tuesday"),
    ("2026-09-08 12:00", "Closed now, opens at 1 PM", "Tuesday"),
    ("2026-09-08 20:00", "Closed now", "Tuesday"),
    ("2026-09-09 12:00", "", ""),
    ("2026-09-11 23:58", "Open now, until 2 AM", "Friday"),
    ("2026-09-11 23:59", "Open now, until 2 AM", "Friday"),
    ("2026-09-12 00:00", "Open now, until 2 AM", "Saturday"),
    ("2026-09-12 02:00", "Closed now, opens Monday at 9 AM", "Saturday"),
    # Clocks go back at 2 AM, and 1:30 comes twice.
    ("2026-11-01 01:30", "Closed now, opens tomorrow at 9 AM", "Sunday"),
    # Seasons, over the turn of the year; one of this year counts more.
    ("2026-11-10 08:30", "Open now, until noon", "Tuesday"),
    ("2026-11-16 23:59", "Closed now, opens tomorrow at 11 AM", "Monday"),
    ("2026-11-17 11:00", "Open now, until 8 PM", "Tuesday"),
    ("2026-12-24 11:00", "Open now, until noon", "Thursday, December 24, 2026"),
    ("2026-12-24 12:00", "Closed now, opens Tuesday at 10 AM", "Thursday, December 24, 2026"),
    ("2026-12-25 17:00", "Closed now, opens Tuesday at 10 AM", "December 25 to December 26"),
    ("2026-12-26 23:59", "Closed now, opens Tuesday at 10 AM", "December 25 to December 26"),
    ("2026-12-29 12:00", "Closed now", "Tuesday, December 29, 2026"),
    ("2027-01-12 12:00", "Closed now", "Tuesday"),
    ("2027-01-26 11:00", "Open now, until 8 PM", "Tuesday"),
    ("2027-02-01 23:59", "Closed now, opens tomorrow at 8:30 AM", "Monday"),
    ("2027-02-02 08:30", "Open now, until noon", "Tuesday"),
    # Clocks go forward: 2:30 never comes.
    ("2027-03-14 03:30", "Closed now, opens tomorrow at 9 AM", "Sunday"),
]


def test_it_says_what_holds(browser: Browser, made: Path) -> None:
    """What is not known is not said: a closed door costs more than a missing line."""
    with opened(browser, made, HOLDS[0][0]) as page:
        for at, words, row in HOLDS:
            page.clock.pause_at(datetime.fromisoformat(at).replace(tzinfo=DENVER))
            page.reload()
            have_run(page)
            assert (at, said(page), today(page)) == (at, words, [row] if row else [])


@pytest.mark.parametrize(
    ("at", "table"),
    [
        ("2026-11-14 23:59", "Hours"),
        ("2026-11-17 09:00", "November 15 to January 31"),
        ("2027-01-12 09:00", "Friday, January 1, 2027 to Friday, January 15, 2027"),
        ("2027-01-11 09:00", "Hours"),
    ],
)
def test_today_is_marked_in_the_table_that_holds(
    browser: Browser, made: Path, at: str, table: str
) -> None:
    """A season names the days that differ; on others the usual hours hold."""
    with opened(browser, made, at) as page:
        marked = page.locator(".opening_hours:has([aria-current=date]) caption")
        assert marked.all_inner_texts() == [table]


def test_visitors_elsewhere_read_where_the_clock_is(browser: Browser, made: Path) -> None:
    """9 AM in Denver is 5 PM in Berlin, and a page cannot know who will travel."""
    with opened(browser, made, "2026-09-07 09:00", timezone_id="Europe/Berlin") as page:
        assert said(page) == "Open now, until 6 PM (Denver time)"
    with opened(browser, made, "2026-09-09 12:00", timezone_id="Europe/Berlin") as page:
        assert said(page) == ""


def test_it_follows_the_clock_in_an_open_page(browser: Browser, made: Path) -> None:
    """A page stands open in a tab for days; the change comes with the minute."""
    with opened(browser, made, "2026-09-07 17:58:30") as page:
        page.clock.run_for(89_999)
        assert said(page) == "Open now, until 6 PM"
        page.clock.run_for(1)
        assert said(page) == "Closed now, opens tomorrow at 8:30 AM"
        page.clock.run_for(7 * 3_600_000)
        assert (said(page), today(page)) == ("Closed now, opens at 8:30 AM", ["Tuesday"])


@pytest.mark.parametrize("wakes", ["visibilitychange", "pageshow"])
def test_it_is_right_at_once_after_sleep(browser: Browser, made: Path, wakes: str) -> None:
    """Timers stand still while a lid is closed, and while a page lies in the history."""
    later = datetime(2026, 9, 8, 9, tzinfo=DENVER).timestamp() * 1000
    with opened(browser, made, "2026-09-07 17:58") as page:
        page.evaluate(
            """([later, wakes]) => {
                Date.now = () => later
                const target = wakes == "pageshow" ? window : document
                target.dispatchEvent(new Event(wakes))
            }""",
            [later, wakes],
        )
        assert said(page) == "Open now, until noon"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_it_is_said_and_changes(
    browser: Browser, made: Path, width: int
) -> None:
    """The page below it is where it was before the script came."""
    size: ViewportSize = {"width": width, "height": 900}
    places = set()
    for at in ("2026-09-07 09:00", "2026-09-07 18:00", "2026-09-09 12:00"):
        with opened(browser, made, at, viewport=size) as page:
            places.add(str(page.locator(".opening_hours").first.bounding_box()))
    with serving_folder(made) as host:
        page = browser.new_page(viewport=size)
        page.route("**/*.js", lambda route: route.abort())
        page.goto(f"{host}/contact/")
        places.add(str(page.locator(".opening_hours").first.bounding_box()))
        page.close()
    assert len(places) == 1


def test_without_javascript_nothing_is_said_and_takes_no_room(browser: Browser, made: Path) -> None:
    """The tables say the hours; nothing on the page depends on the day."""
    with opened(browser, made, "2026-09-07 09:00", java_script_enabled=False) as page:
        line = page.locator(".open_now").bounding_box()
        assert not line or line["height"] == 0
        assert page.locator("[aria-current=date]").count() == 0
        assert page.locator(".opening_hours td").first.inner_text() == "9 AM to 6 PM"
        assert "4 PM to midnight" in page.locator(".opening_hours td").all_inner_texts()


def having(output: Path) -> list[str]:
    """The pages that say it; the style guide, whose examples do, left out."""
    found = [path for path in output.rglob("*.html") if "<open-now" in path.read_text()]
    names = sorted(path.relative_to(output).as_posix() for path in found)
    return [name for name in names if not name.startswith("style-guide/")]


def test_every_page_with_the_hours_has_it(made: Path) -> None:
    """In the margin of text pages, on the contact page, and where there is no network."""
    assert having(made) == [
        *("404.html", "about/index.html", "contact/index.html", "offers/index.html"),
        "offline/index.html",
    ]


def test_a_practice_whose_hours_nobody_knows_says_nothing(tmp_path: Path) -> None:
    """A special day alone does not tell what the other days are."""
    source = content(tmp_path / "content", {})
    with (source / "practice.yaml").open("a") as file:
        file.write("special_days:\n  - date: 2026-12-25\n")
    output = built(source, tmp_path / "output")
    assert having(output) == []
