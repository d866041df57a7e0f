"""Pages of offers as they are built: what shows without JavaScript, and what search engines get."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.core.i18n.catalog import FOLDER, load
from plugins.offers.pages import dated
from tests.offers.sites import Site, site

START, END = datetime(2026, 3, 1, 7, tzinfo=UTC), datetime(2026, 4, 1, 6, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SPRING = "headline: Save $25\nstarts: 2026-03-01\nends: 2026-03-31"
PAGE = "/offers/spring/"
NONE = "No offer is running at the moment."
MARGIN = "Call to schedule 303-555-0142"


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (
            START - SECOND,
            "Offers This offer has not begun Details appear when it starts. "
            f"See the offers that run now . {MARGIN}",
        ),
        (
            START,
            "Offers Save $25 The text of spring. Until Tuesday, March 31, 2026 (Denver time) "
            f"Call 303-555-0142 Add the last day to your calendar {MARGIN}",
        ),
        (
            END,
            "Offers Save $25 This offer has ended. It ran until Tuesday, March 31, 2026 "
            f"(Denver time) . What runs now {NONE} {MARGIN}",
        ),
    ],
)
def test_without_javascript_a_page_says_what_is_true_at_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime, says: str
) -> None:
    """Who switched scripts off reads nothing false, and nothing before its time."""
    assert site(tmp_path, {"spring": SPRING}, at, monkeypatch).said(PAGE) == says


@pytest.mark.parametrize(
    ("at", "indexed"), [(START - SECOND, False), (START, True), (END - SECOND, True), (END, False)]
)
def test_a_page_is_indexed_while_its_offer_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime, indexed: bool
) -> None:
    """Nobody should find last year's offer in a search, or next month's."""
    made = site(tmp_path, {"spring": SPRING}, at, monkeypatch)
    robots = "" if indexed else "noindex"
    assert made.meta(PAGE, "robots") == robots
    assert (PAGE in made.text("/sitemap.xml")) == indexed


def test_a_page_keeps_its_address_before_and_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Printed coupons and shared links lead here for years."""
    made = site(tmp_path, {"spring": SPRING}, END + timedelta(days=300), monkeypatch)
    assert made.has(PAGE + "index.html")


def test_the_page_of_the_last_offer_needs_no_clock_once_it_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing will change any more, so nothing needs to look again."""
    made = site(tmp_path, {"spring": SPRING}, END, monkeypatch)
    assert 'Event("pageshow")' not in made.text(PAGE)
    assert 'Event("pageshow")' not in made.text("/offers/")
    assert made.page(PAGE).find(class_="offer_banner") is None


def cards(made: Site) -> list[str]:
    """What social networks and search results show of the page."""
    title = BeautifulSoup(made.text(PAGE), "html.parser").title
    names = ("og:title", "og:description", "description")
    return [str(title.string) if title else "", *(made.meta(PAGE, name) for name in names)]


def test_cards_name_the_offer_and_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card in a network stays as it is when the page has changed."""
    about = "An offer of Example Hands: what it is, who it is for, and how to use it."
    made = site(tmp_path, {"spring": SPRING}, START, monkeypatch)
    assert cards(made) == ["Save $25 | Example Hands", "Save $25", about, about]


@pytest.mark.parametrize(
    "headline",
    [
        "Save $25 until March 31",
        "Save $25 through Friday",
        "Save $25 this week",
        "Save $25 before 3/31",
        "Save $25: ends soon",
        "The offer of 2026",
    ],
)
def test_a_headline_with_a_date_stays_out_of_cards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, headline: str
) -> None:
    """Staff may write one; what nobody can take back must not repeat it."""
    offer = SPRING.replace("Save $25", f'"{headline}"')
    made = site(tmp_path, {"spring": offer}, START, monkeypatch)
    assert not any(headline in card for card in cards(made))
    assert headline in made.said(PAGE)


@pytest.mark.parametrize(
    ("headline", "tells"),
    [
        ("Ahorre 25 hasta mañana", True),
        ("Ahorre antes del 5 de mayo", True),
        ("Ahorre antes del 5 mayo", True),
        ("Jueves de descuento", True),
        ("Ahorre 25 en su masaje mayor", False),
        ("Save $25 until March", False),
    ],
)
def test_a_headline_in_another_language_tells_when_in_its_own_words(
    headline: str, tells: bool
) -> None:
    """The names of days and months, and the words that the file of words lists."""
    assert dated(headline, load(FOLDER, "es")) is tells


def test_cards_of_an_offer_to_come_do_not_tell_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link that slipped out early gives nothing away."""
    made = site(tmp_path, {"spring": SPRING}, START - SECOND, monkeypatch)
    assert not any("Save $25" in card for card in cards(made))


def headlines(made: Site) -> list[str]:
    return [
        heading.get_text()
        for heading in made.page("/offers/").select("article:not([hidden]) > h2 > a")
    ]


def test_the_overview_lists_what_runs_highest_priority_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first is read most."""
    offers = {
        "low": "headline: Low",
        "high": "headline: High\npriority: 10",
        "soon": "headline: Ends first\nends: 2026-03-05",
        "coming": "headline: Coming\nstarts: 2026-05-01\npriority: 50",
        "over": "headline: Over\nends: 2026-02-01\npriority: 90",
    }
    made = site(tmp_path, offers, START, monkeypatch)
    assert headlines(made) == ["High", "Ends first", "Low"]
    assert NONE not in made.said("/offers/")


@pytest.mark.parametrize(("at", "none"), [(START - SECOND, True), (START, False), (END, True)])
def test_the_overview_says_when_nothing_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime, none: bool
) -> None:
    """An empty list looks like a fault."""
    assert (NONE in site(tmp_path, {"spring": SPRING}, at, monkeypatch).said("/offers/")) == none


def test_a_practice_without_offers_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last file was deleted, and the page is still in the menu."""
    assert NONE in site(tmp_path, {}, START, monkeypatch).said("/offers/")


def test_an_ended_offer_lists_what_runs_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes too late gets what there is, not an apology."""
    offers = {
        "spring": SPRING,
        "ten": "headline: Ten dollars off\nends: 2026-12-31",
        "coming": "headline: Summer\nstarts: 2026-06-01",
    }
    made = site(tmp_path, offers, END, monkeypatch)
    assert "What runs now Ten dollars off , until Thursday, December 31, 2026" in made.said(PAGE)
    assert "Summer" not in made.said(PAGE)
