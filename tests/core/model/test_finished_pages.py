"""Finished pages: each is read once, and known from then on."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plugins.checks.links import broken_links, wrong
from plugins.core.cache import store
from plugins.core.model import finished_pages
from plugins.core.model.finished_pages import FinishedPage, Pointer, cached_pages
from plugins.core.model.site import Site
from tests.sites import PAGE, PRACTICE, model, write
from tests.torture.counts import tell, times

PAGES = (
    '<!doctype html>\n<html lang="en"><head><title>A &amp; b</title><link rel="icon preload"'
    " href='/a.png'></head>",
    '<img src="/a.png" srcset="/a.png 1x, /b.png 2x" hidden alt>',
    "<a id=team HREF='/b/?c=1&amp;d=2#e' href=\"/last/\">B</a><area href=''>",
    "<script src='/a.js'></script><script>if (1 < 2) { '<a href=\"/no/\">' }</script>",
    '<form action="/c/"><textarea id="d">words</textarea></form>',
    '<svg viewBox="0 0 1 1"><linearGradient id="G"/></svg>',
    "<style>p{}</style><p onclick='go()'>Words<script>go()</script><style>p{}</style>",
    "<!-- <a href='/no/'> --><noscript><p id='e'>Words</noscript><a rel='icon' href='/f'>",
)
reading = finished_pages.read_page


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "ROOT", tmp_path / "cache")
    return tmp_path / "cache/finished_pages"


def read(*pages: str) -> tuple[list[FinishedPage], int]:
    """What a build finds on these pages, and how many it had to read."""
    count = 0

    def counted(html: str) -> FinishedPage:
        nonlocal count
        count += 1
        return reading(html)

    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.html") for number in range(len(pages))]
        for file, page in zip(files, pages, strict=True):
            file.write_bytes(page.encode())
        patch.setattr(finished_pages, "read_page", counted)
        found = cached_pages(files)
    return found, count


def test_a_page_that_did_not_change_is_not_read_again(cached: Path) -> None:
    """Of a thousand pages, one was edited."""
    first, count = read(*PAGES)
    assert (first, count) == ([reading(page) for page in PAGES], len(PAGES))
    assert read(*PAGES, "<a href='/new/'>") == ([*first, reading("<a href='/new/'>")], 1)
    assert read(PAGES[0], PAGES[0]) == ([first[0]] * 2, 0)
    assert len(list(cached.iterdir())) == 1


def test_a_preview_and_a_site_to_publish_know_each_others_pages(cached: Path) -> None:
    """They take turns on the same desk."""
    read(*PAGES[:3])
    read(*PAGES[3:])
    assert (read(*PAGES)[1], len(list(cached.iterdir()))) == (0, 1)


def test_pages_that_are_gone_go_at_last(cached: Path) -> None:
    """The entry of a site that is edited for years does not grow for ever."""
    for number in range(40):
        read(*(f"<p id='{number}-{page}'>" for page in range(10)))
    (entry,) = cached.iterdir()
    assert len(finished_pages.unpacked(store.read(entry) or b"")) == 10 + 10 + 100


@pytest.mark.usefixtures("cached")
def test_other_code_reads_all_pages_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another parser found is not what this one finds."""
    read(*PAGES)
    for name, other in (
        ("plugins.core.model.finished_pages.version", lambda _: "9"),
        ("plugins.core.model.finished_pages.__file__", __file__),
        ("sys.version", "4.0"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(name, other)
            assert read(PAGES[0])[1] == 1
    assert read(PAGES[0])[1] == 0


@pytest.mark.counts
def test_a_damaged_entry_is_made_again(cached: Path) -> None:
    """A flipped bit must not hide a broken link."""
    found, _ = read(*PAGES)
    (entry,) = cached.iterdir()
    whole = entry.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // times(20, 2_000))):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read(*PAGES) == (found, len(PAGES))
        assert entry.read_bytes() == whole


def chance_page(chance: random.Random) -> str:
    """A page that leads to pages, places and pictures, most of which are there."""
    links = (
        *("/", "/a/", "/b/", "/c/", "../a/", "./", "#top", "/a/#top", "/b/#end", "/x.png", "y.png"),
        *("//evil.test/z.png", "https://other.test/", "/gone/", "/moved/", "?q=1", "//#top", "/A/"),
    )
    tags = ('<a href="{}">', '<img src="{}">', '<link rel="icon" href="{}">', '<p id="{}">')
    rows = [
        chance.choice(tags).format(chance.choice((*links, "top", "end")))
        for _ in range(chance.randint(0, 6))
    ]
    return "".join(rows)


@pytest.mark.counts
@pytest.mark.usefixtures("cached")
def test_checking_what_changed_gives_the_same_as_checking_all(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Word for word: a page may break with nobody touching it, when the one that it leads to
    changes, goes, or moves."""
    chance = random.Random(6)  # noqa: S311  (which edits, not a secret)
    site = model(tmp_path / "content", {"practice.yaml": PRACTICE, "pages/home.md": PAGE})
    names = ("index.html", "a/index.html", "b/index.html", "c/index.html", "x.png", "a/y.png")
    folder, problems, rounds = tmp_path / "built", 0, times(150, 5_000)
    write(folder, dict.fromkeys(names, "<p id=top>"))
    for _ in range(rounds):
        name = chance.choice(names)
        if chance.random() < 0.2 and name != "index.html":
            (folder / name).unlink(missing_ok=True)
        else:
            write(folder, {name: chance_page(chance)})
        moved = {"/moved": "/a/"} if chance.random() < 0.5 else {}
        now = replace(site, redirects=moved)
        found = list(broken_links(now, (), folder))
        assert found == checked_anew(now, folder)
        problems += len(found)
    assert problems > rounds
    tell(request, f"{rounds:,} edits, {problems:,} problems: 0 differ from those of a whole check")


def checked_anew(site: Site, folder: Path) -> list[object]:
    """The same check, by a process that knows nothing, of pages that BeautifulSoup reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "ROOT", folder / "no cache")
        patch.setattr(finished_pages, "read_page", reading)
        patch.setattr("plugins.checks.links.means_the_same_everywhere", lambda _link: False)
        return list(broken_links(replace(site), (), folder))


def test_a_link_is_judged_once_for_all_pages(tmp_path: Path) -> None:
    """The menu of ten thousand pages leads to the same places."""
    site = model(tmp_path / "content", {"practice.yaml": PRACTICE, "pages/home.md": PAGE})
    page = FinishedPage([Pointer("a", "/gone/", False)], set())
    found = wrong(site, {f"/{name}.html": page for name in "abc"}, tmp_path)
    assert found == {
        (page.pointers[0], "which is not in the site"): ["/a.html", "/b.html", "/c.html"]
    }
