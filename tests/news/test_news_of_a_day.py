"""News shows from its day on, where the practice is; without news the feature is off."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from tests.build.conftest import Project
from tests.sites import PAGE, tree

CANARY = b"CANARY-FUTURE"
NOTE = "news/summer-hours/index.html"


@pytest.mark.parametrize("live", [True, False])
def test_news_to_come_is_nowhere(full: Project, live: bool) -> None:
    """A note on a new address must not be out before the move; nor in a preview that is shared."""
    full.built(live=live)
    assert NOTE not in full.files()
    files = [path for path in full.output.rglob("*") if path.is_file()]
    assert [path for path in files if CANARY in path.read_bytes()] == []
    assert [path for path in files if b"summer-hours" in path.read_bytes()] == []


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        (datetime(2030, 6, 1, 5, 59, 59, tzinfo=UTC), False),
        (datetime(2030, 6, 1, 6, tzinfo=UTC), True),
    ],
)
def test_news_shows_from_midnight_where_the_practice_is(
    full: Project, now: datetime, shown: bool
) -> None:
    """In Denver that is six hours after midnight in London."""
    full.now = now
    full.built()
    assert (NOTE in full.files()) is shown


def test_the_newest_note_stands_first(full: Project) -> None:
    """On the overview and on the home page."""
    full.now = datetime(2030, 6, 2, tzinfo=UTC)
    full.built()
    for address in ("/news/", "/"):
        found = [str(one["href"]) for one in full.page(address).select("main .document_list a")]
        news = [one for one in found if one.startswith("/news/")]
        assert news == ["/news/summer-hours/", "/news/new-table/", "/news/open-day/"]


def test_an_empty_folder_is_the_same_as_none(full: Project) -> None:
    """Who deletes the last note must not have to know about the folder."""
    for note in (full.content / "news").iterdir():
        note.unlink()
    full.built()
    empty = tree(full.output)
    (full.content / "news").rmdir()
    full.built()
    assert tree(full.output) == empty


def test_the_first_note_needs_no_other_file(full: Project) -> None:
    """Staff write one file. Without an overview it went wrong on its day, in a build that nobody
    watches."""
    (full.content / "pages/news.md").unlink()
    links = "[All news](../pages/news.md), [the same](/news/)."
    full.replace("news/new-table.md", "Come and", f"{links} Come and")
    full.built()
    page = full.page("/news/")
    assert page.h1 and page.h1.text == "News"
    assert page.find("a", href="/news/new-table/")
    assert len(full.page("/news/new-table/").select('main a[href="/news/"]')) == 3
    assert "/news/" in (full.output / "sitemap.xml").read_text()


def test_without_news_nothing_of_it_is_left(full: Project) -> None:
    """No empty list, no heading on the home page, no address."""
    shutil.rmtree(full.content / "news")
    (full.content / "pages/news.md").unlink()
    full.built()
    assert {name for name in full.files() if "news" in name} == set()
    assert full.page("/").find(id="news") is None


def test_a_page_of_news_without_notes_says_so(bare: Project) -> None:
    """Its text says that the newest note comes first."""
    bare.write({"pages/news.md": PAGE})
    bare.built()
    prose = bare.page("/news/").select_one(".prose")
    assert prose
    assert prose.get_text(strip=True) == "There is no news right now."
