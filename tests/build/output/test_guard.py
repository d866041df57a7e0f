"""What a build never replaces. Each refusal leaves every file where it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.build.output.guard import check, is_our_site
from plugins.build.output.os_errors import ExchangeError
from plugins.core.cache import store
from tests.sites import write

MARK = '<meta name="generator" content="Handbill 1.0">'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder in which a person works, in a home of their own."""
    project = tmp_path / "anna" / "project"
    (project / "content" / "pages").mkdir(parents=True)
    monkeypatch.chdir(project)
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    return project


def refused(output: Path, protect: tuple[Path, ...] = ()) -> str:
    with pytest.raises(ExchangeError) as caught:
        check(output, protect)
    return str(caught.value)


def own_folder(place: str, found: str) -> str:
    return f"""\
{place}
  Found   {found}
  Needed  a folder of its own: a build replaces all of it
  To fix  choose another output folder, such as "output\""""


def test_what_does_not_exist_yet_may_be_built(project: Path) -> None:
    """The first build of a site."""
    assert check(Path("output"), [Path("content")]) == project / "output"


def test_an_empty_folder_may_be_replaced(project: Path) -> None:
    """Hosts and people make the folder before the first build."""
    Path("output").mkdir()
    assert check(Path("output")) == project / "output"


def test_a_site_of_ours_may_be_replaced(project: Path) -> None:
    """Every build but the first."""
    Path("output").mkdir()
    Path("output/index.html").write_text(MARK)
    assert check(Path("output")) == project / "output"


def test_a_folder_that_somebody_filled_is_kept(project: Path) -> None:
    """OUTPUT=~/Documents must not cost anyone their documents."""
    documents = project.parent / "Documents"
    documents.mkdir()
    for name in ("letter.odt", "index.html", "tax.pdf"):
        (documents / name).write_text("mine")
    assert (
        refused(documents)
        == f"""\
{documents}
  Found   files that Handbill did not make, such as "index.html"
  Needed  an empty folder, or a site that Handbill made: a build replaces all of it
  To fix  choose another output folder, or move these files to another place"""
    )
    names = sorted(file.name for file in documents.iterdir())
    assert names == ["index.html", "letter.odt", "tax.pdf"]


def test_what_is_left_of_a_site_in_the_cache_may_be_replaced(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleting anything of .cache/ costs only time; the preview is built there."""
    monkeypatch.setattr(store, "ROOT", project / ".cache")
    write(project, {".cache/preview/assets/a.svg": "<svg/>", ".cache/.gitkeep": ""})
    assert check(Path(".cache/preview")) == project / ".cache/preview"
    assert 'such as ".gitkeep"' in refused(Path(".cache"))


def test_a_file_is_kept(project: Path) -> None:
    """A typing error may name any file."""
    (project / "output").write_text("mine")
    assert (
        refused(Path("output"))
        == """\
output
  Found   a file
  Needed  a folder, or nothing yet
  To fix  move the file, or choose another output folder"""
    )


def test_a_link_is_kept_even_to_a_site_of_ours(project: Path) -> None:
    """The exchange would put a folder in place of the link; where it led would go stale."""
    live = project / "live"
    live.mkdir()
    (live / "index.html").write_text(MARK)
    (project / "output").symlink_to(live)
    assert (
        refused(Path("output"))
        == f"""\
output
  Found   a link to "{live}"
  Needed  a folder, or nothing yet
  To fix  delete the link, or choose the folder that it leads to as output folder"""
    )


def test_a_link_to_nothing_is_kept(project: Path) -> None:
    """It is where an unplugged disk will come back."""
    (project / "output").symlink_to(project / "unplugged")
    assert (
        refused(Path("output"))
        == f"""\
output
  Found   a link to "{project / "unplugged"}"
  Needed  a folder, or nothing yet
  To fix  delete the link, or choose the folder that it leads to as output folder"""
    )


def test_links_that_run_in_a_circle_are_no_call_stack(project: Path) -> None:
    """pathlib raises RuntimeError for them."""
    (project / "loop").symlink_to(project / "loop")
    assert check(Path("loop/output")) == project / "loop" / "output"


def test_the_place_of_an_attached_disk_is_kept() -> None:
    """It cannot be renamed, and what is on it is rarely ours."""
    assert (
        refused(Path("/dev"))
        == """\
/dev
  Found   a place where a disk is attached
  Needed  a folder that can be renamed
  To fix  choose a folder inside it as output folder, such as "/dev/site\""""
    )


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("output", "place", "found"),
    [
        (".", ".", 'a folder that holds "content"'),
        ("content", "content", '"content"'),
        ("content/pages/../../content", "content", '"content"'),
        ("content/pages", "content/pages", 'a folder inside "content"'),
        ("content/site", "content/site", 'a folder inside "content"'),
    ],
)
def test_what_people_write_is_never_output(output: str, place: str, found: str) -> None:
    """One wrong setting must not replace the sources by the site."""
    assert refused(Path(output), (Path("content"),)) == own_folder(place, found)


@pytest.mark.usefixtures("project")
def test_the_project_is_never_output() -> None:
    """Also when nobody says what to protect."""
    assert refused(Path()) == own_folder(".", "the folder in which you work")


def test_the_home_of_a_person_is_never_output(project: Path) -> None:
    """OUTPUT=~ is one letter away from a folder in it."""
    home = project.parent
    assert refused(home) == own_folder(
        str(home), "a folder that holds the folder in which you work"
    )


def test_home_is_kept_from_elsewhere_too(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scheduled build may start in any folder."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    home = project.parent
    assert refused(home) == own_folder(str(home), "your home folder")


def test_the_whole_disk_is_never_output() -> None:
    """OUTPUT=/ is what an empty setting followed by a slash means."""
    assert refused(Path("/")) == own_folder("/", "a folder that holds the folder in which you work")


def test_a_protected_folder_is_known_under_any_name(project: Path) -> None:
    """macOS takes Content and content for one folder; a link is another such name."""
    (project / "alias").symlink_to(project / "content")
    assert refused(Path("alias/pages"), (Path("content"),)) == own_folder(
        "alias/pages", 'a folder inside "content"'
    )


def test_an_account_without_a_home_can_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Containers run builds under numbers that belong to nobody."""

    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    assert check(Path("output")) == project / "output"


@pytest.mark.parametrize(
    ("page", "ours"),
    [
        (f"<!doctype html><head>{MARK}", True),
        (" " * (4096 - len(MARK)) + MARK, True),
        (" " * 4096 + MARK, False),
        ('<meta name="generator" content="Pelican">', False),
        ("", False),
    ],
    ids=["near the top", "within 4 KB", "after 4 KB", "another generator", "empty"],
)
def test_our_site_is_known_by_the_mark_near_the_top_of_its_home_page(
    tmp_path: Path, page: str, ours: bool
) -> None:
    """A page that merely quotes the mark somewhere does not make a folder ours."""
    (tmp_path / "index.html").write_text(page)
    assert is_our_site(tmp_path) is ours


def test_a_home_page_that_is_no_file_is_not_ours(tmp_path: Path) -> None:
    """Reading from a pipe would wait for ever."""
    os.mkfifo(tmp_path / "index.html")
    assert is_our_site(tmp_path) is False
