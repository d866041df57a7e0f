"""The dates of the sitemap, in whole builds of repositories: true, or not there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from tests.addresses.repository import commit, day, repository
from tests.build.conftest import Project
from tests.sites import LIVE, PRACTICE, drawn

NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def text(title: str, more: str = "", body: str = "Its text.") -> str:
    return f"---\ntitle: {title}\nsummary: About it.\n{more}---\n\n{body}\n"


# Everything is written on the first of April, at noon, UTC.
FILES: Mapping[str, str | bytes] = {
    "practice.yaml": PRACTICE,
    **{f"pages/{name}.md": text(name) for name in ("404", "home", "about")},
    **{f"pages/{name}.md": text(name) for name in ("modalities", "offers", "news")},
    "modalities/stones.md": text("Stones"),
    "modalities/hands.md": text("Hands", "picture:\n  file: hands.png\n  alt: Hands\n"),
    "images/hands.png": drawn("PNG", (480, 320)),
    "offers/april.md": "---\nheadline: Save $5\nstarts: 2030-04-10\nends: 2030-04-20\n---\n\nGo.\n",
    "news/move.md": text("We move", "date: 2030-04-05\n"),
}
FIRST = day(1).isoformat()
# Days begin at six in the morning, UTC.
PAGES = {
    "/": "2030-04-05T06:00:00+00:00",
    "/about/": FIRST,
    "/modalities/": FIRST,
    "/modalities/hands/": FIRST,
    "/modalities/stones/": FIRST,
    "/news/": "2030-04-05T06:00:00+00:00",
    "/news/move/": "2030-04-05T06:00:00+00:00",
    "/offers/": "2030-04-10T06:00:00+00:00",
    "/offers/april/": "2030-04-10T06:00:00+00:00",
}
ENDED = {
    **{name: at for name, at in PAGES.items() if name != "/offers/april/"},
    "/offers/": "2030-04-21T06:00:00+00:00",
}


@pytest.fixture
def site(tmp_path: Path) -> Project:
    made = Project(repository(tmp_path), now=datetime(2030, 4, 15, tzinfo=UTC))
    change(made, FILES, day(1))
    return made


def change(site: Project, files: Mapping[str, str | bytes], at: datetime) -> None:
    commit(site.folder, {f"content/{name}": said for name, said in files.items()}, at)


def dates(site: Project, *, live: bool = True) -> dict[str, str | None]:
    """The sitemap: every address, and when it changed."""
    site.built(live=live, BUILD_NOTES="")
    root = fromstring((site.output / "sitemap.xml").read_text())  # noqa: S314  (ours)
    return {
        (url.findtext(f"{NAME}loc") or "").removeprefix(LIVE): url.findtext(f"{NAME}lastmod")
        for url in root
    }


def test_each_page_has_the_date_of_its_last_change(site: Project) -> None:
    """What begins by itself, an offer or a note of the day, changes pages with nobody writing."""
    assert dates(site) == PAGES


def test_an_offer_that_has_ended_stands_in_no_sitemap(site: Project) -> None:
    """Nor does one that is to come; the overview changed when it left."""
    site.now = datetime(2030, 4, 25, tzinfo=UTC)
    assert dates(site) == ENDED
    site.now = datetime(2030, 4, 9, tzinfo=UTC)
    assert "/offers/april/" not in dates(site)


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        ({"pages/about.md": text("Us")}, {"/about/"}),
        (
            {"modalities/stones.md": text("Hot stones")},
            {"/", "/modalities/", "/modalities/stones/"},
        ),
        ({"images/hands.png": drawn("PNG", (500, 320))}, {"/modalities/hands/"}),
        ({"practice.yaml": f"{PRACTICE}tagline: Firm hands\n"}, set(PAGES)),
        (
            {"offers/april.md": "---\nheadline: Save $6\n---\n\nNow.\n"},
            {"/offers/", "/offers/april/"},
        ),
    ],
    ids=["a page", "a modality", "a picture", "a fact", "an offer"],
)
def test_a_change_dates_the_pages_that_are_made_from_it(
    site: Project, files: Mapping[str, str | bytes], changed: set[str]
) -> None:
    """And no other: a crawler that comes for nothing comes less often."""
    change(site, files, day(14))
    found = dates(site)
    at = day(14).isoformat()
    assert {name for name, said in found.items() if said == at} == changed
    assert {name: said for name, said in found.items() if name not in changed} == {
        name: said for name, said in PAGES.items() if name not in changed
    }


def test_an_overview_changed_when_what_it_listed_was_deleted(site: Project) -> None:
    """The file is gone, so nothing else of it has a date."""
    (site.content / "modalities/stones.md").unlink()
    change(site, {}, day(14))
    found = dates(site)
    assert (found["/modalities/"], found["/"]) == (day(14).isoformat(), day(14).isoformat())


def test_a_draft_changes_no_overview(site: Project) -> None:
    """Visitors do not see it."""
    change(site, {"modalities/cups.md": text("Cups", "starter: yes\n")}, day(14))
    assert dates(site) == PAGES


def test_what_is_not_committed_has_no_date(site: Project) -> None:
    """Nobody has written down when it was saved; a wrong date is worse than none."""
    site.write({"modalities/stones.md": text("Hot stones"), "modalities/new.md": text("New")})
    none = ("/", "/modalities/", "/modalities/new/", "/modalities/stones/")
    assert dates(site) == PAGES | dict.fromkeys(none)


def test_a_commit_of_the_future_has_no_date(site: Project) -> None:
    """A clock that was wrong once stays in the history."""
    change(site, {"pages/about.md": text("Us")}, datetime(2040, 1, 1, tzinfo=UTC))
    assert dates(site) == PAGES | {"/about/": None}


def test_a_preview_asks_nobody(site: Project) -> None:
    """It is built on every save."""
    assert set(dates(site, live=False).values()) == {None}


def test_without_a_repository_the_sitemap_is_one_without_dates(project: Project) -> None:
    """As it is for who works without Git."""
    project.now = datetime(2030, 4, 15, tzinfo=UTC)
    project.write(FILES)
    assert dates(project) == dict.fromkeys(PAGES)


def test_a_repository_of_another_user_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container, or sudo: Git refuses, and every date would be gone without a word."""
    project = Project(repository(tmp_path / "it's"))
    commit(project.folder, {f"content/{name}": text for name, text in FILES.items()}, day(1))
    (tmp_path / "bin").mkdir()
    wrapper = tmp_path / "bin/git"
    real = shutil.which("git")
    wrapper.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {real} "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    problems = [one for one in project.built().problems if "Git" in one.found]
    assert (
        "\n\n".join(map(str, problems))
        == f"""\
content/
  Found   a Git repository that another user owns, "{project.folder}": no page has a date of its \
last change
  Needed  a repository that Git reads for whoever builds the site
  To fix  if you trust it, type: git config --global --add safe.directory \
'{tmp_path}/it'"'"'s'"""
    )
    assert "<lastmod>" not in (project.output / "sitemap.xml").read_text()
