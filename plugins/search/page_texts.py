"""Page texts: what is to be found, and by which words.

Gives   page_texts(): for each page that may be found, the <main> that people read of it
Lacks   pages that list the others, since who searches wants the one that they lead to; offers,
        which an index would outlive; the words on privacy: Pagefind takes "sitting" for "site"
Why     the banner, the menu and the number stand on all pages: nobody looks for one by them
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from plugins.core.model.pages import Page

OFFER = "offer"
PRIVACY = "/privacy/"
# Parts of a page that are on others too, or lead to them.
ELSEWHERE = (
    *(".call_to_action", ".share_links", ".posted_form", ".at_a_glance", ".kicker"),
    *(".document_list", ".site_search", "[hidden]"),
)


def page_texts(pages: Iterable[Page], folder: Path) -> dict[str, str]:
    """The files of a site that is nothing but texts, by their names."""
    return {
        page.save_as: main((folder / page.save_as).read_text(encoding="utf-8"))
        for page in sorted(pages, key=lambda page: page.address)
        if page.listed and not page.starter and tells(page)
    }


def tells(page: Page) -> bool:
    """Whether a page says something of its own that is true for as long as the index stands."""
    return not page.lists and page.template != OFFER and page.local_address != PRIVACY


def main(html: str) -> str:
    """The page without what stands around its main part or elsewhere, in its language."""
    page = BeautifulSoup(html, "html.parser")
    root, text = page.find("html"), page.find("main")
    assert isinstance(root, Tag)  # noqa: S101  (every page of the theme has both)
    assert isinstance(text, Tag)  # noqa: S101
    for part in text.select(", ".join(ELSEWHERE)):
        part.decompose()
    return f'<!doctype html><html lang="{root["lang"]}"><body>{text}</body></html>'
