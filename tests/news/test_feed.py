"""The feed of the news: what feed readers get, with dates from content."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring

from pelicanconf import PLUGINS
from tests.build.conftest import Project
from tests.sites import LIVE, PAGE

ATOM = {"a": "http://www.w3.org/2005/Atom"}
# They take longer than all else, and no feed names one.
WITHOUT_CARDS = [name for name in PLUGINS if name != "plugins.social_cards"]


def note(title: str, day: str, summary: str = "What is new.") -> str:
    return f"---\ntitle: {title}\nsummary: {summary}\ndate: {day}\n---\n\nIts text.\n"


def feed(project: Project, **notes: str) -> Element:
    """The feed of a practice with these notes, published."""
    named = {f"news/{name}.md": text for name, text in notes.items()}
    project.write({"pages/news.md": PAGE, **named})
    project.built(PLUGINS=WITHOUT_CARDS)
    return fromstring((project.output / "news/feed.xml").read_text())  # noqa: S314  (ours)


def test_an_entry_is_a_note_of_its_day(bare: Project) -> None:
    """Its day begins where the practice is; what looks like HTML is text."""
    made = feed(bare, move=note("We <move>", "2030-05-02", "To 1 < 2 & First."))
    (entry,) = made.findall("a:entry", ATOM)
    assert {one.tag.partition("}")[2]: one.text for one in entry} == {
        "title": "We <move>",
        "link": None,
        "published": "2030-05-02T06:00:00+00:00",
        "updated": "2030-05-02T06:00:00+00:00",
        "id": f"{LIVE}/news/move/",
        "summary": "To 1 &lt; 2 &amp; First.",
    }


def test_the_feed_is_of_the_practice_and_as_old_as_its_newest_note(bare: Project) -> None:
    """A rebuild on another day makes nothing new."""
    notes = {"a": note("A", "2030-05-02"), "b": note("B", "2030-04-02")}
    made = feed(bare, **notes)
    said = {one.tag.partition("}")[2]: one.text for one in made if not len(one)}
    assert said == {
        "title": "News of Bare Hands",
        "link": None,
        "id": f"{LIVE}/news/feed.xml",
        "updated": "2030-05-02T06:00:00+00:00",
        "subtitle": "What is new",
    }
    before = (bare.output / "news/feed.xml").read_bytes()
    bare.now = datetime(2031, 1, 1, tzinfo=UTC)
    bare.built(PLUGINS=WITHOUT_CARDS)
    assert (bare.output / "news/feed.xml").read_bytes() == before


def test_the_newest_twenty_are_told_and_none_before_its_day(bare: Project) -> None:
    """The order is that of the page."""
    notes = {f"n{day:02}": note(f"Note {day}", f"2030-05-{day:02}") for day in range(1, 10)}
    notes |= {f"o{day:02}": note(f"Old {day}", f"2030-04-{day:02}") for day in range(1, 29)}
    made = feed(bare, **notes, later=note("Later", "2030-05-16"))
    titles = [one.text for one in made.findall("a:entry/a:title", ATOM)]
    newest = [f"Note {day}" for day in range(9, 0, -1)]
    assert titles == newest + [f"Old {day}" for day in range(28, 17, -1)]


def test_news_and_its_notes_name_the_feed(bare: Project) -> None:
    """Feed readers are given the address of a page, and find the feed from there."""
    feed(bare, move=note("We move", "2030-05-02"))
    found = {
        address: [one.attrs for one in bare.page(address).find_all("link", rel="alternate")]
        for address in ("/", "/news/", "/news/move/")
    }
    link = {
        "rel": ["alternate"],
        "type": "application/atom+xml",
        "title": "News of Bare Hands",
        "href": "/news/feed.xml",
    }
    assert found == {"/": [], "/news/": [link], "/news/move/": [link]}


def test_without_news_there_is_no_feed(bare: Project) -> None:
    """A link to one would lead nowhere."""
    bare.write({"pages/news.md": PAGE})
    bare.built()
    assert not (bare.output / "news/feed.xml").exists()
    assert bare.page("/news/").find("link", rel="alternate") is None
