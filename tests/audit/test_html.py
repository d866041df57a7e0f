"""The HTML of every page is right, and carries neither style attributes nor code."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup

from tests.audit.conftest import Site, nothing
from tests.audit.html_checker import complaints
from tests.sites import ROOT, staying


def test_the_checker_has_nothing_to_say(site: Site, modules: Path) -> None:
    """What one browser mends in silence, the next one shows in another way."""
    nothing(complaints(site.folder, modules))


def test_the_checker_finds_what_is_wrong(tmp_path: Path, modules: Path) -> None:
    """The test above must be able to fail, on errors and on warnings."""
    page = '<!doctype html><html lang="en"><title>A</title><img src="a.png"><section>Text</section>'
    (tmp_path / "index.html").write_text(page)
    found = complaints(tmp_path, modules)
    assert [words.split(":")[0] for words in found] == ["error", "info"]
    assert list(found.values()) == [["index.html"], ["index.html"]]


# Those of the typeface and of all pages; the others are bundles of theme/css/bundles.
STYLES = 2 + len([*(ROOT / "theme/css/bundles").glob("*.css")])


def inline(page: BeautifulSoup) -> list[str]:
    """Attributes of style and code in a page, and style elements beyond those of the theme."""
    names = [name for tag in page.find_all(True) for name in tag.attrs]
    wrong = [name for name in names if name == "style" or re.match(r"on[a-z]+$", name)]
    return wrong + ["<style>" for _ in page.find_all("style")[STYLES:]]


def test_no_page_carries_styles_or_code_in_attributes(site: Site) -> None:
    """A strict security policy would have to allow them, and with them an attacker's."""
    pages = {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in site.folder.rglob("*.html")
    }
    assert {path: found for path, page in pages.items() if (found := inline(page))} == {}
    styles = {style for path in staying(site.folder) for style in pages[path].find_all("style")}
    assert 2 < len(styles) <= STYLES  # a bundle of a home page that was arranged is not there


def test_styles_and_code_in_attributes_are_found() -> None:
    """The test above must be able to fail, on each of them."""
    html = "<style></style>" * (STYLES + 1) + "<p style='color: red' onclick='go()'>"
    assert inline(BeautifulSoup(html, "html.parser")) == ["style", "onclick", "<style>"]
