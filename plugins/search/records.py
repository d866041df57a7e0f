"""Records: what is to be found, and by which words.

Gives   records(): for each page that may be found, the <main> that people read of it
Lacks   pages that list the others, since who searches wants the one that they lead to; and the
        words on privacy, which speak of this site: Pagefind takes "sitting" for the same
Why     the banner, the menu and the number stand on all pages: nobody looks for one by them
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.core.pages import Page

LISTS = ("home", "modalities", "symptoms", "offers", "news")
PRIVACY = "/privacy/"


def records(pages: Iterable[Page], folder: Path) -> dict[str, str]:
    """The files of a site that is nothing but texts, by their names."""
    return {
        page.save_as: main((folder / page.save_as).read_text(encoding="utf-8"))
        for page in sorted(pages, key=lambda page: page.address)
        if found(page)
    }


def found(page: Page) -> bool:
    """Whether who searches may find the page: it is published, runs, and says something."""
    published = page.listed and not page.starter
    return published and page.template not in LISTS and page.address != PRIVACY


def main(html: str) -> str:
    """The page without what stands around its main part, in its language."""
    root = html[html.index("<html") : html.index(">", html.index("<html")) + 1]
    text = html[html.index("<main") : html.index("</main>")]
    return f"<!doctype html>{root}<body>{text}</main></body></html>"
