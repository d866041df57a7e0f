"""Nothing is lost, nothing is published twice, nothing is cut."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from markupsafe import Markup
from pelican.writers import Writer

from pelicanconf import PLUGINS
from plugins.build.output.checks import Owners, damaged, owners, unportable, unwritten
from plugins.build.read import markdown_cache
from plugins.core.feature import Feature
from plugins.core.markdown import render
from plugins.core.model.pages import File, Page
from tests.build.conftest import Project, plugin
from tests.sites import ROOT

END = "\n\n1 problem to fix. Nothing was changed: the site is as it was."


def test_every_source_is_a_page_and_every_picture_shows_on_one(full: Project) -> None:
    """The count of sources and of what they become, without a look at how."""
    full.now = full.now.replace(month=12)
    full.built(live=False)
    pageless = ("voices", "notices")
    files = (path for path in full.content.rglob("*.md") if path.parent.name not in pageless)
    sources = {path.stem for path in files}
    # No text, no page; pages that nobody wrote.
    sources = sources - {"ben-sample"} | {"people", "prices", "north-room", "south-room"}
    pages = {Path(name).parent.name or "home" for name in full.pages()}
    assert pages - {"look", "offline", "search", "style-guide"} | {"404"} == sources
    every = {str(one["src"]) for page in full.pages().values() for one in page.find_all("img")}
    shown = {one for one in every if one.startswith("/images/")}
    stems = {path.stem for path in (full.content / "images").iterdir()}
    assert {Path(one).name.partition("-")[0] for one in shown} == stems
    assert all((full.output / one.removeprefix("/")).is_file() for one in shown)


@pytest.mark.parametrize("live", [False, True])
def test_code_that_no_template_wrote_stops_the_build(
    bare: Project, monkeypatch: pytest.MonkeyPatch, live: bool
) -> None:
    """Its hash would otherwise get into the policy, which then lets it run on every page."""
    code = Markup("<script>alert(1)</script><p onclick=alert(2)>")
    monkeypatch.setattr(render, "handed_over", lambda _html: code)
    monkeypatch.setattr(markdown_cache, "handed_over", lambda _html: code)
    text = bare.refused(live=live)
    assert (
        """\
  Found   "<script>alert(1)" in the finished page /
  Needed  no code but that of the theme: browsers would obey it
  To fix  delete the folder .cache/ and build again; if it stays, ask a developer
"""
        in text
    )
    assert "onclick" in text


def test_a_page_that_was_not_written_is_noticed(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the reason: Pelican goes on and exits with 0."""
    write = Writer.write_file

    def lose(writer: Writer, name: str, *args: object, **values: object) -> None:
        if "tired-feet" not in name:
            write(writer, name, *args, **values)

    monkeypatch.setattr(Writer, "write_file", lose)
    assert """\
content/symptoms/tired-feet.md
  Found   no page at /symptoms/tired-feet/ after the build
  Needed  a page for every source
  To fix  run the build again; if it stays so, tell a developer

""" in full.refused()


@pytest.mark.parametrize("keep", [0, 100], ids=["not at all", "in part"])
def test_a_file_of_the_theme_that_was_copied_in_part_is_noticed(
    full: Project, keep: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk cuts copies, and Pelican exits with 0."""
    copy = shutil.copyfile
    theme = full.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    original = theme / "static/leaflet.pdf"
    original.parent.mkdir(exist_ok=True)
    original.write_bytes(bytes(1000))

    def cut(source: str, target: str) -> None:
        copy(source, target)
        if source == str(original):
            Path(target).write_bytes(Path(source).read_bytes()[:keep])

    monkeypatch.setattr("shutil.copyfile", cut)
    assert full.refused(THEME=str(theme)).startswith(
        """\
theme/static/leaflet.pdf
  Found   a copy that is missing or cut short
  Needed  an exact copy; the disk may be full
  To fix  free some space on the disk and run the build again

"""
    )


def test_a_folder_of_the_theme_without_files_leaves_nothing(bare: Project) -> None:
    """Git carries no such folder: a clone would give another site."""
    theme = bare.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    (theme / "static/one/two").mkdir(parents=True)
    (theme / "static/three").mkdir()
    (theme / "static/three/a.txt").write_text("A file to copy.")
    bare.built(THEME=str(theme))
    made = sorted((bare.output / "theme").rglob("*"))
    assert [one.relative_to(bare.output).as_posix() for one in made] == [
        "theme/three",
        "theme/three/a.txt",
    ]
    (theme / "static/three/a.txt").unlink()
    bare.built(THEME=str(theme))
    assert not (bare.output / "theme").exists()


def test_two_features_that_claim_one_address_stop_the_build(bare: Project) -> None:
    """Else the last one wins, or half of each."""
    page = Page("/404.html", "Not here", "", "404", source="content/other.md")
    other = plugin(Feature("other", pages=lambda _site: [page]))
    assert bare.refused(PLUGINS=[*PLUGINS, other]) == (
        "content/other.md\n"
        "  Found   the address /404.html, which content/pages/404.md has too\n"
        "  Needed  an address of its own for every page and every picture\n"
        f"  To fix  rename one of the two files{END}"
    )


def test_a_file_of_a_feature_cannot_replace_a_page(bare: Project) -> None:
    """The home page has one owner."""
    files = [File("/index.html", "<p>Hello</p>")]
    other = plugin(Feature("other", files=lambda _site, _pages: files))
    assert "the address /, which content/pages/home.md has too\n" in bare.refused(
        PLUGINS=[*PLUGINS, other]
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about/index.html", "about/index.html"),
        ("About/index.html", "about/index.html"),
        ("images/STRASSE.png", "images/straße.png"),
        ("images/caf\u00e9.png", "images/cafe\u0301.png"),
    ],
)
def test_addresses_are_compared_as_careless_hosts_do(one: str, other: str) -> None:
    """Without regard to capitals, or to how an accent is written."""
    (problem,) = owners([(one, "one.md"), (other, "other.md")])
    too = "" if one == other else f" (as {one})"
    place = f"/{other.removesuffix('index.html')}"
    assert (problem.path, problem.found) == (
        "other.md",
        f"the address {place}, which one.md has too{too}",
    )


def test_addresses_of_their_own_are_no_problem() -> None:
    """A folder and a page of one name live side by side."""
    assert owners([("about/index.html", "a.md"), ("about.html", "b.md"), ("about", "c.md")]) == []


def test_a_file_that_is_there_is_written(tmp_path: Path) -> None:
    """And one that is empty is not."""
    (tmp_path / "a.html").write_text("a")
    (tmp_path / "b.html").touch()
    expected = [("a.html", "a.md"), ("b.html", "b.md"), ("c.html", "c.md")]
    assert [one.path for one in unwritten(tmp_path, expected)] == ["b.md", "c.md"]


def test_a_copy_of_the_same_length_is_compared_too(tmp_path: Path) -> None:
    """A disk error changes bytes, not lengths."""
    for name, text in (("a", "1234"), ("b", "1234"), ("c", "1294")):
        (tmp_path / name).write_text(text)
    original = tmp_path / "a"
    assert damaged({original: tmp_path / "b"}) == []
    assert len(damaged({original: tmp_path / "c"})) == 1


def test_claims_that_come_one_after_the_other_are_held_against_all_before() -> None:
    """Features finish their files in turn; each is asked only about its own."""
    claims = [("a.html", "a.md"), ("b.html", "b.md"), ("A.html", "c.md"), ("a.html", "a.md")]
    one_by_one = Owners()
    found = [problem for claim in claims for problem in one_by_one.claim([claim])]
    assert found == owners(claims)
    assert [one.path for one in found] == ["c.md", "a.md"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("theme/aux.txt", "whose name Windows keeps for a device"),
        ("theme/COM1/a.txt", "whose name Windows keeps for a device"),
        ("theme/notes.", "whose name Windows does not take"),
        ("theme/a:b.txt", "whose name Windows does not take"),
        (f"theme/{'é' * 126}.txt", "whose name has 256 bytes, and most disks take 255"),
    ],
)
def test_a_name_that_some_system_does_not_take_is_refused(name: str, found: str) -> None:
    """A theme's file gets its own name; an upload from Windows would fail at it, or a server."""
    (problem,) = unportable([(name, "theme/static/")])
    assert problem.found == f"the file /{name}, {found}"
    assert unportable([("theme/console.txt", "a"), ("cards/nul-b.1.png", "a")]) == []


def test_two_names_in_two_forms_of_unicode_are_one_address() -> None:
    """macOS decomposes what Linux composes; each takes the two names for one file or for two."""
    (problem,) = owners([("theme/caf\u00e9.txt", "one"), ("theme/cafe\u0301.TXT", "two")])
    assert problem.path == "two"
    assert "which one has too (as theme/caf\u00e9.txt)" in problem.found
