"""What must never be published or obeyed: files from elsewhere, keys that steer the build."""

from __future__ import annotations

import pytest

from tests.build.conftest import Project
from tests.sites import PAGE

CANARY = "CANARY-7f3a"
KEYS = (
    *("save_as", "url", "template", "slug", "status", "settings", "_content", "lang", "date"),
    *("author", "authors", "category", "tags", "modified", "translation", "is_valid", "metadata"),
    *("source_path", "override_save_as", "__class__", "model_config", "address", "private"),
)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_steers_pelican_is_refused(bare: Project, key: str) -> None:
    """In Pelican every key becomes an attribute: of the page, its address, its body."""
    bare.write({"pages/about.md": f"---\ntitle: A\nsummary: B.\n{key}: ../../x.html\n---\n"})
    assert bare.refused().startswith(
        f"""\
content/pages/about.md:4, {key}
  Found   the key "{key}"
  Needed  one of title, summary, starter, picture, navigation or aliases
  To fix  """
    )


@pytest.mark.parametrize("folder", ["modalities", "symptoms", "news", "offers"])
@pytest.mark.parametrize("key", ["save_as", "template", "slug", "_content"])
def test_no_kind_of_page_knows_such_a_key(bare: Project, folder: str, key: str) -> None:
    """The list of keys is closed for each."""
    bare.write({f"{folder}/a.md": f"---\n{key}: ../../x.html\n---\n"})
    assert f'content/{folder}/a.md:2, {key}\n  Found   the key "{key}"\n' in bare.refused()


@pytest.mark.parametrize(
    "link",
    [
        "[a]({static}../../secret.png)",
        "[a]({attach}../../secret.png)",
        "[a]({filename}../../secret.md)",
        "![a](../../secret.png)",
        "![a](/../secret.png)",
        "[a]({filename}/../..)",
        "![a](SECRET)",
        "[a]({static}SECRET)",
        "[a](SECRET)",
    ],
)
def test_a_link_to_a_file_outside_is_refused_and_the_file_stays_there(
    bare: Project, link: str
) -> None:
    """One line of Markdown must not publish the neighbor's password."""
    for name in ("secret.png", "secret.md"):
        (bare.folder / name).write_text(CANARY)
    absolute = str(bare.folder / "secret.png")
    bare.write({"pages/about.md": PAGE + "\n" + link.replace("SECRET", absolute) + "\n"})
    words = bare.refused()
    assert words.startswith("content/pages/about.md:8\n  Found   the ")
    assert words.endswith("1 problem to fix. Nothing was changed: the site is as it was.")
    assert CANARY not in "".join(path.read_text() for path in bare.output.rglob("*.*"))


def test_pelicans_own_readers_are_off(full: Project) -> None:
    """One directive of reStructuredText reads any file."""
    (full.folder / "secret.txt").write_text(CANARY)
    full.write({"news/include.rst": "A\n#\n\n:date: 2030-01-01\n\n.. include:: ../../secret.txt\n"})
    assert full.refused().startswith('content/news/include.rst\n  Found   a file ending in ".rst"')


def test_front_matter_of_pelican_is_refused(bare: Project) -> None:
    """Lines without hyphens around them would be metadata to Pelican, and text to us."""
    bare.write({"pages/about.md": "Title: A\nSave_as: ../../x.html\n\nText\n"})
    assert (
        bare.refused()
        == """\
content/pages/about.md:1
  Found   "Title: A"
  Needed  a first line of three hyphens, then lines like title: ..., then three hyphens again
  To fix  write "---" on a line of its own at the top of the file

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_a_picture_of_another_site_is_refused(bare: Project) -> None:
    """Every reader of a page on pain would be told to whoever serves it."""
    bare.write({"pages/about.md": PAGE + "\n![Hands](https://ads.example.com/pixel.gif)\n"})
    assert (
        bare.refused()
        == """\
content/pages/about.md:8
  Found   the picture "https://ads.example.com/pixel.gif", which another site serves
  Needed  files of this site: another site learns who reads the page, and when
  To fix  put a copy into content/images/, if you may, and show that one

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_evidence_for_a_claim_is_neither_refused_nor_published(bare: Project) -> None:
    """A comment between writers: the sanitizer takes it out, and that is no problem."""
    body = (
        "It is clinically proven. <!-- evidence: Smith\n2020, CANARY -->\n\nRest. <!-- CANARY -->\n"
    )
    bare.write({"pages/about.md": f"{PAGE}\n{body}"})
    bare.built()
    prose = bare.page("/about/").select_one(".prose")
    assert prose
    assert prose.get_text().split("\n")[2:] == ["It is clinically proven. ", "Rest. ", ""]
    assert "CANARY" not in (bare.output / "about/index.html").read_text()
