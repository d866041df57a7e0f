"""Events: a note that says when and where something is, to people, calendars and search engines."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

from plugins.core.i18n.catalog import load
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import Fields
from plugins.core.schema.model import validate
from plugins.news.events import in_words, limits
from plugins.news.model import News
from tests.build.conftest import Project
from tests.conftest import serving_folder
from tests.core.conftest import DENVER
from tests.news.test_feed import WITHOUT_CARDS
from tests.sites import ROOT

ENGLISH = load(ROOT / "theme/words", "en")
ADDRESS = "/news/open-day/"
WHEN = "6 PM to 8 PM on Friday, June 14, 2030"
WHERE = "North room, 2 Quiet Street, Handsville"
DAY = date(2030, 6, 14)


def note(**fields: str) -> News:
    values = {"title": "A", "summary": "B", "date": "2030-04-02", **fields}
    read = Fields(Path("content/news/a.md"), values, {(name,): 1 for name in values})
    return validate(News, read, {"zone": DENVER})


@pytest.mark.parametrize(
    ("starts", "ends", "said", "first", "last"),
    [
        ("2030-06-14", "", "Friday, June 14, 2030", DAY, None),
        ("2030-06-14", "2030-06-14", "Friday, June 14, 2030", DAY, DAY),
        ("2030-06-14", "2030-06-15", "Friday, June 14, 2030 to Saturday, June 15, 2030",
         DAY, date(2030, 6, 15)),
        ("2030-06-14 18:00", "", "6 PM on Friday, June 14, 2030",
         datetime(2030, 6, 15, tzinfo=UTC), None),
        ("2030-06-14 18:00", "2030-06-14 20:00", WHEN,
         datetime(2030, 6, 15, tzinfo=UTC), datetime(2030, 6, 15, 2, tzinfo=UTC)),
        ("2030-06-14 18:00", "2030-06-15 00:00", "6 PM on Friday, June 14, 2030",
         datetime(2030, 6, 15, tzinfo=UTC), datetime(2030, 6, 15, 6, tzinfo=UTC)),
        ("2030-06-14 18:00", "2030-06-15",
         "6 PM on Friday, June 14, 2030 to Saturday, June 15, 2030",
         datetime(2030, 6, 15, tzinfo=UTC), datetime(2030, 6, 16, 6, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_when_it_is_stands_in_words_and_for_programs(
    starts: str, ends: str, said: str, first: date, last: date | None
) -> None:
    """A day is a day everywhere; an hour is one instant, whatever zone a calendar has."""
    facts = note(starts=starts, ends=ends)
    assert facts.starts
    assert in_words(facts.starts, facts.ends, ENGLISH, DENVER) == said
    assert limits(facts.starts, facts.ends, DENVER) == (first, last)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"starts": "2030-06-14", "ends": "2030-06-13"},
            'content/news/a.md:1, ends\n  Found   "2030-06-13"\n'
            "  Needed  an end after the start\n  To fix  correct one of the two dates",
        ),
        (
            {"starts": "2030-06-14", "ends": "2030-06-14 20:00"},
            'content/news/a.md:1, ends\n  Found   "2030-06-14 20:00"\n'
            "  Needed  a day without a time, as the start has none\n"
            '  To fix  delete the time here, or write one after "starts:" too',
        ),
        (
            {"where": "Town library"},
            'content/news/a.md:1, where\n  Found   "Town library"\n'
            "  Needed  the start of the event, too\n  To fix  write a line "
            '"starts: 2026-12-31 18:00" with the right day and time, or delete this',
        ),
        (
            {"ends": "2030-06-14"},
            'content/news/a.md:1, ends\n  Found   "2030-06-14"\n'
            "  Needed  the start of the event, too\n  To fix  write a line "
            '"starts: 2026-12-31 18:00" with the right day and time, or delete this',
        ),
    ],
)
def test_half_an_event_is_told(fields: dict[str, str], told: str) -> None:
    """An end without a start would show nowhere, and nobody would notice."""
    with pytest.raises(ContentError) as error:
        note(**fields)
    assert [str(one) for one in error.value.problems] == [told]


def test_a_start_that_cannot_be_read_is_the_only_problem() -> None:
    """Its place needs a start, and has one: it is mistyped."""
    with pytest.raises(ContentError) as error:
        note(starts="14.6.", where="Town library")
    assert [one.field for one in error.value.problems] == ["starts"]


def test_people_read_when_and_where(live: Project) -> None:
    """On the note, and in every list of news."""
    page = live.page(ADDRESS)
    assert page.main
    lines = [one.get_text(" ", strip=True) for one in page.main.select("p:has(strong)")]
    assert lines == [f"{WHEN} {WHERE}"]
    for address in ("/news/", "/"):
        entry = live.page(address).select_one(f'main li:has(a[href="{ADDRESS}"])')
        assert entry
        assert f"{WHEN}\n{WHERE}" in entry.get_text()


def test_calendars_get_it(live: Project) -> None:
    """What was read on a phone is in the calendar with one touch."""
    assert live.page(ADDRESS).select(f'a[href="{ADDRESS}event.ics"]')
    (entry,) = Calendar.from_ical((live.output / f"{ADDRESS[1:]}event.ics").read_text()).walk(
        "VEVENT"
    )
    said = {key: getattr(entry[key], "dt", entry[key]) for key in entry}
    assert said == {
        "SUMMARY": "An evening with open doors",
        "DESCRIPTION": "Look at the rooms and ask what you like.\n"
        "Example Hands, 303-555-0142\nhttps://www.example.com/news/open-day/",
        "DTSTART": datetime(2030, 6, 15, tzinfo=UTC),
        "DTEND": datetime(2030, 6, 15, 2, tzinfo=UTC),
        "DTSTAMP": datetime(2030, 4, 2, 6, tzinfo=UTC),
        "UID": "event-open-day@www.example.com",
        "LOCATION": WHERE,
        "URL": "https://www.example.com/news/open-day/",
    }


def described(project: Project) -> dict[str, Any]:
    found = project.page(ADDRESS).find("script", type="application/ld+json")
    assert found
    graph = json.loads(found.text)["@graph"]
    return next(one for one in graph if one["@type"] == "Event")


def test_search_engines_get_it(live: Project) -> None:
    """Google lists events that have a start and a place."""
    made = described(live)
    practice = {"@type": "Organization", "@id": "https://www.example.com/#practice"}
    practice |= {"name": "Example Hands", "url": "https://www.example.com/"}
    assert {name: value for name, value in made.items() if name != "image"} == {
        "@type": "Event",
        "@id": "https://www.example.com/news/open-day/#event",
        "name": "An evening with open doors",
        "description": "Look at the rooms and ask what you like.",
        "url": "https://www.example.com/news/open-day/",
        "startDate": "2030-06-14T18:00:00-06:00",
        "endDate": "2030-06-14T20:00:00-06:00",
        "location": {"@type": "Place", "name": WHERE, "address": WHERE},
        "organizer": practice,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    }


def test_without_a_place_it_is_at_the_practice(full: Project) -> None:
    """Whose address stands in practice.yaml already; a day is told as a day."""
    full.replace("news/open-day.md", f"where: {WHERE}\n", "")
    full.replace("news/open-day.md", "starts: 2030-06-14 18:00", "starts: 2030-06-14")
    full.replace("news/open-day.md", "ends: 2030-06-14 20:00", "ends: 2030-06-15")
    full.built(PLUGINS=WITHOUT_CARDS)
    made = described(full)
    assert made["location"]["name"] == "Example Hands"
    assert made["location"]["address"]["streetAddress"] == "1 Quiet Street"
    assert (made["startDate"], made["endDate"]) == ("2030-06-14", "2030-06-15")


def test_the_build_after_its_end_is_due(full: Project) -> None:
    """For visitors without JavaScript."""
    notes = full.built(PLUGINS=WITHOUT_CARDS).build_notes
    due = {one["at"]: one["what"] for one in notes["reasons"] if "open doors" in one["what"]}
    assert due == {"2030-06-15T02:00:00Z": '"An evening with open doors" is over'}
    full.now = datetime(2030, 6, 15, 2, tzinfo=UTC)
    full.built(PLUGINS=WITHOUT_CARDS)
    page = full.page(ADDRESS)
    assert page.main
    shown = [one.text for one in page.main.select("[data-to]") if not one.has_attr("hidden")]
    assert shown == ["This is over."]
    assert not page.select('a[href$=".ics"]')


def test_a_page_that_stays_open_says_when_it_is_over(full: Project, browser: Browser) -> None:
    """To the second, also where there is neither an offer nor a notice with a clock of its own."""
    for folder in ("offers", "notices"):
        for path in (full.content / folder).iterdir():
            path.unlink()
    full.built(PLUGINS=WITHOUT_CARDS)
    context = browser.new_context(timezone_id="Asia/Tokyo")
    try:
        with serving_folder(full.output) as host:
            page = context.new_page()
            page.clock.install(time=datetime(2030, 6, 15, 1, 59, 58, tzinfo=UTC))
            page.goto(host + ADDRESS)
            over = page.get_by_text("This is over.")
            assert over.is_hidden()
            page.clock.run_for(3000)
            assert over.is_visible()
    finally:
        context.close()


def test_a_note_that_shows_after_its_event_is_worth_a_look(full: Project) -> None:
    """Mostly a slip in one of the two dates."""
    full.replace("news/open-day.md", "date: 2030-04-02", "date: 2030-07-02")
    told = full.built(PLUGINS=WITHOUT_CARDS).text
    assert "a note that shows from 2030-07-02 on, after its event has started" in told
