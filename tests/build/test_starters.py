"""Starter pages: drafts that the practice has yet to confirm. Staff see them, visitors never."""

from __future__ import annotations

import shutil

import pytest

from tests.build.conftest import Project
from tests.sites import LIVE

STARTER = "/modalities/hot-stones/"
NOTE = (
    "Starter page: visitors do not see it yet. If you offer this, read the page through, correct "
    "it, and delete the line starter: yes in content/modalities/hot-stones.md . If you do not, "
    "delete the file."
)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, live: Project) -> Project:
    """The same practice as staff see it."""
    made = Project(tmp_path_factory.mktemp("preview"))
    shutil.copytree(live.content, made.content)
    made.built(live=False)
    return made


def test_the_preview_says_on_the_page_what_to_do(preview: Project) -> None:
    """Staff decide about it where they read it."""
    notes = preview.page(STARTER).select(".starter_note")
    assert [" ".join(one.get_text(" ").split()) for one in notes] == [NOTE]


def test_the_preview_shows_the_note_on_no_other_page(preview: Project) -> None:
    """What is published already needs no decision."""
    noted = [name for name, page in preview.pages().items() if page.select(".starter_note")]
    # The search says in the same look where it works; the style guide has it as an example.
    assert noted == [
        *("modalities/hot-stones/index.html", "search/index.html", "style-guide/index.html"),
    ]


def test_the_preview_leads_to_it_from_every_side(preview: Project) -> None:
    """Staff see how the site will look with it."""
    leading = {
        name
        for name, page in preview.pages().items()
        if any(one["href"] == STARTER for one in page.select("main a[href]"))
    }
    assert leading == {
        "index.html",
        "modalities/index.html",
        "modalities/swedish-massage/index.html",
        "offers/index.html",
        "offers/spring/index.html",
        "symptoms/stiff-neck/index.html",
    }


def test_search_engines_leave_it_alone_even_in_the_preview(preview: Project) -> None:
    """A preview that somebody put online must not be found."""
    robots = preview.page(STARTER).find("meta", attrs={"name": "robots"})
    assert str(robots) == '<meta content="noindex" name="robots"/>'
    assert STARTER not in (preview.output / "sitemap.xml").read_text()


def test_the_live_site_does_not_mention_it(live: Project) -> None:
    """No page, no address, in no file, in no list."""
    mentions = [
        path.name
        for path in live.output.rglob("*")
        if path.is_file() and (b"hot-stones" in path.read_bytes() or "hot-stones" in str(path))
    ]
    assert mentions == []


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/", "and soon perhaps with hot stones."),
        ("/modalities/swedish-massage/", "or with hot stones, for a stiff neck."),
    ],
)
def test_a_link_to_it_becomes_words_on_the_live_site(
    live: Project, address: str, sentence: str
) -> None:
    """The sentence stays whole, and leads nowhere."""
    prose = live.page(address).select_one(".prose")
    assert prose
    assert sentence in " ".join(prose.get_text().split())
    assert "hot stones" not in {one.get_text() for one in prose.select("a[href]")}


def test_the_command_names_what_it_left_out(full: Project) -> None:
    """Else nobody would know that a page waits for a decision."""
    said = full.pelican(live=True, SITEURL=LIVE).stdout
    assert (
        """\
1 starter page left out of this site:
  Hot Stones (content/modalities/hot-stones.md)
To publish one, read it through and delete its line "starter: yes".

Waits until June 1: Summer hours (content/news/summer-hours.md)
Waits until June 3: flood (content/notices/flood.md)
Waits until 5 PM on June 21: Summer evenings (content/offers/summer.md)
Built output/: """
        in said
    )


def test_the_preview_says_nothing_of_starters_on_the_console(full: Project) -> None:
    """There, each page says it of itself."""
    assert "starter" not in full.build().text


def test_a_starter_is_published_once_its_line_is_deleted(full: Project) -> None:
    """What the note says is what happens."""
    full.replace("modalities/hot-stones.md", "starter: yes\n", "")
    full.built()
    assert not full.page(STARTER).select(".starter_note")
    assert f"{LIVE}{STARTER}" in (full.output / "sitemap.xml").read_text()


def test_a_fault_in_a_starter_is_told_when_publishing_too(bare: Project) -> None:
    """It is written now and published later, when nobody remembers it."""
    starter = "---\ntitle: Hot Stones\nsummary: Warm.\nstarter: yes\n---\n[Warm](/wharm/)\n"
    bare.write({"modalities/hot-stones.md": starter})
    assert (
        bare.refused(live=True)
        == """\
content/modalities/hot-stones.md:6
  Found   the link "/wharm/"
  Needed  a page, picture or file that exists
  To fix  correct the link, or delete it

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_a_page_that_every_site_needs_is_no_starter(bare: Project) -> None:
    """It was told as missing, and the file is there."""
    bare.replace("pages/home.md", "title: Massage\n", "title: Massage\nstarter: yes\n")
    assert bare.refused(live=True).startswith(
        "content/pages/home.md:3, starter\n"
        '  Found   "yes"\n'
        "  Needed  this page: every site has a home page\n"
        "  To fix  read it through, and delete the line\n"
    )


def test_a_note_that_is_a_starter_waits_for_no_day(bare: Project) -> None:
    """No build brings it: somebody has to delete the line."""
    note = "---\ntitle: A room\nsummary: New.\nstarter: yes\ndate: 2020-01-01\n---\n\nWide.\n"
    bare.write({"news/a-room.md": note, "pages/gifts.md": note.replace("date: 2020-01-01\n", "")})
    outcome = bare.built()
    assert ([one.title for one in outcome.waiting], len(outcome.left_out)) == ([], 2)
