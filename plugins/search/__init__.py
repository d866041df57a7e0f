"""Search: a page that finds what somebody feels, in their words, without a server.

Reads   the finished pages that search engines may list, their <main> alone; what visitors call
        them, in theme/words
Gives   /search/, and below /assets/ Pagefind with its licence and its index, in a folder whose name
        holds the hash of them, and the script of the page, which loads them when somebody searches;
        search, the address of the page, to every template. The security policy of /search/ lets
        WebAssembly run there. None of this where there is nothing to find
Notes   a language whose words it does not find: Chinese, Japanese, Korean, Thai
Stops   nothing; the preview has the page and no index, which would take longer than the build
Source  Pagefind 1.5: root selector, weights of headings
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from plugins.core.design import minify
from plugins.core.feature import Feature
from plugins.core.model.csp import Grant
from plugins.core.model.fingerprints import ASSETS, fingerprinted, fingerprinted_folder, integrity
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted
from plugins.search.best_bets import guide
from plugins.search.indexing import index

ADDRESS = "/search/"
TEMPLATE = "search"
SCRIPT = "site_search.js"
GUIDE = "guide.json"
LICENCE = Path(__file__).with_name(
    "pagefind-licence.txt"
)  # of Pagefind's source; its wheel has none
# Stands in the page until all pages are finished, and with them the index.
PENDING = f"/{ASSETS}/pagefind/"


def worth_it(site: Site) -> bool:
    """Whether there is something to find: single pages stand in the menu, offers have a banner."""
    return any(site.all(folder) for folder in site.kinds if folder not in ("pages", "offers"))


def unsearchable(site: Site) -> Iterator[Problem]:
    """A note where words are so short, or stand so close, that the search misses most of them."""
    language = site.practice.language
    if worth_it(site) and language.partition("-")[0] in ("ja", "ko", "lo", "km", "my", "th", "zh"):
        yield site.practice_problem(
            ("language",),
            f"{quoted(language)}, whose words the search of the site does not find",
            "words of three letters or more, with blanks between them",
            "tell visitors to call; the lists of pages and all else work in this language",
            level="note",
        )


def granted(site: Site) -> tuple[Site, tuple[Problem, ...]]:
    """The site, whose page of search may run WebAssembly."""
    if not worth_it(site):
        return site, ()
    grant = Grant("script-src", "'wasm-unsafe-eval'", site.policy_folder(ADDRESS))
    return replace(site, grants=(*site.grants, grant)), ()


def pages(site: Site) -> Iterator[Page]:
    if not worth_it(site):
        return
    values = {
        "index": "" if site.preview else PENDING,
        "script": script(site).address,
        "integrity": integrity(script(site)),
    }
    words = site.words
    yield Page(
        *(site.at(ADDRESS), words.search.title, words.search.summary, TEMPLATE, values),
        listed=False,
    )


def page_values(site: Site, _page: Page) -> Mapping[str, Any]:
    return {"search": site.at(ADDRESS)} if worth_it(site) else {}


def published(site: Site) -> bool:
    return worth_it(site) and not site.preview


def script(site: Site) -> File:
    """No other page loads it, so it is not joined with those that all pages load."""
    return fingerprinted(ASSETS, SCRIPT, minify.script(site.theme / "js" / SCRIPT))


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    if published(site):
        yield script(site)


def bundle(site: Site, pages: tuple[Page, ...], texts: Mapping[str, str]) -> dict[str, bytes]:
    added = {GUIDE: guide(site, pages, texts), "licence.txt": LICENCE.read_bytes()}
    return {**index(texts), **added}


def derived_files(site: Site, pages: tuple[Page, ...], folder: Path) -> Iterator[File]:
    if not published(site):
        return
    from plugins.search.page_texts import page_texts  # noqa: PLC0415  (slow to load)

    made, place = fingerprinted_folder(
        ASSETS, "pagefind", bundle(site, pages, page_texts(pages, folder))
    )
    yield from made
    for page in pages:
        if page.address == site.at(ADDRESS):
            html = (folder / page.save_as).read_text(encoding="utf-8")
            yield File(page.address, html.replace(PENDING, place))


FEATURE = Feature(
    "search",
    extend_site=granted,
    site_problems=unsearchable,
    pages=pages,
    page_values=page_values,
    files=files,
    derived_files=derived_files,
)
