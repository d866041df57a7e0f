"""The order of an upload, by itself: what is done when, and what is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.problems import ContentError
from plugins.desk.deploy.plan import (
    GRACE,
    NOBODY,
    RECORD,
    HostState,
    Owner,
    Plan,
    Record,
    make_plan,
    waves,
)
from plugins.desk.deploy.target import LARGEST, read_record, upload, write_record

NOW = datetime(2030, 5, 15, 18, tzinfo=UTC)
EARLIER = NOW - timedelta(days=3)
LONG_AGO = NOW - GRACE


def there(*names: str, record: Record | None = None) -> HostState:
    """A host with these files, all of them uploaded from here unless a record is given."""
    return HostState(frozenset(names), frozenset(), frozenset(), record or dict.fromkeys(names))


class Paper:
    """A place that only writes down what it is told."""

    to = "paper"

    def __init__(self, seen: HostState) -> None:
        self.seen, self.told = seen, list[tuple[str, ...]]()

    def local_files(self) -> list[str]:
        raise NotImplementedError

    def state(self) -> HostState:
        return self.seen

    def put(self, names: Sequence[str]) -> None:
        self.told.append(("put", *names))

    def read(self, name: str) -> bytes:
        raise NotImplementedError

    def write(self, name: str, text: str) -> None:
        assert name == RECORD
        self.told.append(("note", *read_record(text.encode())[0]))

    def remove(self, names: Sequence[str]) -> None:
        self.told.append(("remove", *names))

    def finish(self) -> None:
        self.told.append(("finish",))


def carried_out(made: Plan, seen: HostState) -> list[tuple[str, ...]]:
    paper = Paper(seen)
    upload(made, paper)
    return paper.told


def test_what_pages_name_comes_first_and_what_leads_to_pages_last() -> None:
    """At every moment a page finds its files, and a link its page."""
    seen = HostState(
        frozenset({"index.html", "sitemap.xml", "old/index.html"}),
        frozenset({"assets/a.1.css", "new/index.html", "new/offer.ics"}),
        frozenset({"index.html", "sitemap.xml"}),
        dict.fromkeys(["index.html", "sitemap.xml", "old/index.html"]),
    )
    here = ["assets/a.1.css", "index.html", "new/index.html", "new/offer.ics", "sitemap.xml"]
    assert carried_out(make_plan(here, seen, NOW), seen) == [
        ("note", "assets/a.1.css", "index.html", "new/index.html", "new/offer.ics",
         "old/index.html", "sitemap.xml"),
        ("put", "assets/a.1.css"),
        ("put", "new/offer.ics"),
        ("put", "new/index.html"),
        ("put", "sitemap.xml"),
        ("put", "index.html"),
        ("remove", "old/index.html"),
        ("note", "assets/a.1.css", "index.html", "new/index.html", "new/offer.ics", "sitemap.xml"),
        ("finish",),
    ]  # fmt: skip


def test_a_record_of_the_future_keeps_no_file_for_ever() -> None:
    """Whoever can write the record, or set the clock of the machine that did."""
    name = "assets/a.1.css"
    seen = HostState(frozenset({name}), frozenset(), frozenset(), {name: NOW + timedelta(99)})
    assert make_plan([], seen, NOW).after == {name: NOW}


def test_a_packed_copy_of_a_page_counts_as_the_page() -> None:
    """A server sends it instead, so it may name no file that is not there."""
    feed, page = ("feed.xml", "feed.xml.gz"), ("index.html", "index.html.br", "index.html.gz")
    assert waves((), (*page, *feed)) == (feed, page)


def test_the_worker_comes_after_the_page_that_it_keeps() -> None:
    """A browser that meets a new worker fetches the page at once, and keeps it for long."""
    changed = ("sw.js", "sw.js.gz", "offline/index.html")
    assert waves((), changed) == (("offline/index.html",), ("sw.js", "sw.js.gz"))


def test_a_page_that_left_the_site_goes_at_once_and_a_hashed_file_waits() -> None:
    """What staff deleted must not stay; what an open page may still load must."""
    seen = there("index.html", "offers/old/index.html", "assets/a.1.css", "cards/a.1.png")
    made = make_plan(["index.html"], seen, NOW)
    assert (made.gone, made.expired) == (("offers/old/index.html",), ())
    assert made.waiting == {"assets/a.1.css": NOW + GRACE, "cards/a.1.png": NOW + GRACE}
    assert made.after == {"index.html": None, "assets/a.1.css": NOW, "cards/a.1.png": NOW}


def test_the_time_of_grace_begins_when_the_file_left() -> None:
    """However often the site is uploaded meanwhile."""
    record: Record = {"index.html": None, "assets/a.1.css": EARLIER, "assets/b.1.css": LONG_AGO}
    seen = there("index.html", "assets/a.1.css", "assets/b.1.css", record=record)
    made = make_plan(["index.html"], seen, NOW)
    assert made.expired == ("assets/b.1.css",)
    assert made.waiting == {"assets/a.1.css": EARLIER + GRACE}
    assert made.after == {"index.html": None, "assets/a.1.css": EARLIER}


def test_a_file_that_comes_back_is_part_of_the_site_again() -> None:
    """Somebody takes a change back after a week; nothing may pull the file away."""
    seen = there("index.html", "assets/a.1.css", record={"assets/a.1.css": LONG_AGO})
    made = make_plan(["index.html", "assets/a.1.css"], seen, NOW)
    assert made.removals == ()
    assert made.after == {"assets/a.1.css": None, "index.html": None}


def test_without_grace_everything_goes_at_once() -> None:
    """A photograph that must not be seen any more."""
    seen = there("index.html", "images/a.1.jpg")
    assert make_plan(["index.html"], seen, NOW, timedelta(0)).expired == ("images/a.1.jpg",)


def test_what_no_upload_put_there_is_left_alone() -> None:
    """A search engine's verification file, another site in the same bucket, a wrong folder."""
    seen = there("index.html", "google1234.html", "assets/theirs.css", record={"index.html": None})
    made = make_plan(["index.html"], seen, NOW)
    assert made.foreign == ("assets/theirs.css", "google1234.html")
    assert made.removals == ()
    assert set(made.after) == {"index.html"}


def test_what_somebody_else_removed_is_forgotten() -> None:
    """A record that only grows would be wrong some day."""
    seen = there(
        "index.html", record={"index.html": None, "gone.html": None, "assets/a.1.css": None}
    )
    assert make_plan(["index.html"], seen, NOW).after == {"index.html": None}


def test_nothing_to_do_leaves_nothing_behind() -> None:
    """A schedule that runs every half an hour writes nothing without need."""
    seen = there("index.html", "assets/a.1.css")
    assert carried_out(make_plan(["index.html", "assets/a.1.css"], seen, NOW), seen) == [
        ("finish",)
    ]


NAMES = st.sampled_from(
    [f"{folder}{name}" for folder in ("", "assets/", "offers/") for name in ("a.html", "b.js")]
)


@given(st.sets(NAMES), st.sets(NAMES), st.sets(NAMES), st.integers(0, 9))
def test_an_upload_ends_with_the_site_whatever_was_there(
    here: set[str], had: set[str], ours: set[str], days: int
) -> None:
    """After it the host has every file of here, and of others only strangers and what waits."""
    record: Record = dict.fromkeys(ours, NOW - timedelta(days=days))
    seen = HostState(frozenset(had), frozenset(here - had), frozenset(here & had), record)
    made = make_plan(here, seen, NOW)
    assert sorted(name for wave in made.waves for name in wave) == sorted(here)
    left = (had | here) - set(made.removals)
    assert left == here | set(made.waiting) | set(made.foreign)
    assert set(made.after) == here | set(made.waiting)
    assert not set(made.removals) & here
    assert set(made.removals) <= ours


OURS = Owner("https://www.example.com", "Märia's")


def test_the_record_survives_being_written() -> None:
    """It is all that the next upload knows of this one."""
    record: Record = {"index.html": None, "assets/ä.1.css": NOW}
    assert read_record(write_record(record, OURS).encode()) == (record, OURS)


def test_a_record_of_an_earlier_version_says_what_was_uploaded_and_not_whose_it_is() -> None:
    """Files that left the site meanwhile still have to go."""
    old = b'{"index.html": null, "assets/a.1.css": "2030-05-15T18:00:00Z"}'
    assert read_record(old) == ({"index.html": None, "assets/a.1.css": NOW}, NOBODY)


def of_files(files: str) -> bytes:
    return f'{{"url": "", "practice": "", "files": {files}}}'.encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'"a"',
        b"null",
        b'{"a": "yesterday"}',
        b'{"a": 5}',
        b'{"a": ""}',
        b'{"a": []}',
        b'{"a": %s}' % (b"9" * 5000),
        b'{"\xff": null}',
        b"\xff\xfe{\0}\0",
        b'{"files": {}}',
        b'{"url": 1, "practice": "", "files": {}}',
        b'{"url": "", "practice": "\\ud800", "files": {}}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b" " * (LARGEST + 1),
        *(
            of_files(f'{{"{name}": null}}')
            for name in (
                *("../a", "/etc/passwd", "a//b", "a/../../b", "", ".", "a/", "a\\nb"),
                *("\\u0000", "\\ud800"),
            )
        ),
    ],
    ids=lambda content: repr(content[:24]),
)
def test_a_damaged_or_hostile_record_is_told_and_nothing_is_guessed(content: bytes) -> None:
    """It decides what is deleted, and whoever may write there may have written it."""
    with pytest.raises(ContentError) as caught:
        read_record(content)
    assert str(caught.value) == (
        ".published.json on the host\n"
        "  Found   something that make deploy did not write, or not to its end\n"
        "  Needed  the record of what was uploaded: it says what may be removed\n"
        "  To fix  delete .published.json there, and add TAKE_OVER=1 the next time: it asks before "
        "it replaces anything; old files then stay until you remove them"
    )
