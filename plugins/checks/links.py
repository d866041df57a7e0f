"""Links of the finished pages: this site's lead somewhere, other sites hear of nobody.

Reads   every .html file below a folder, as browsers will get it
Gives   one problem, at the line where it is written, for each link, picture, script or stylesheet
        that leads nowhere, or to an address that has moved; for each fragment (#...) without an
        element of that id; for each picture, script or stylesheet that a page would load from
        another site
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from plugins.core.markdown.urls import to_download
from plugins.core.model.finished_pages import FinishedPage, Pointer, finished_pages
from plugins.core.problems import Problem, did_you_mean, quoted
from plugins.core.reading.source_files import display_path

if TYPE_CHECKING:
    from plugins.core.model.documents import Document
    from plugins.core.model.pages import Page
    from plugins.core.model.site import Site

# As people call what points to another file.
CALLED = {"a": "the link", "area": "the link", "img": "the picture", "form": "the form to"}
NOWHERE = "pages, pictures and files of this site that exist"
FOREIGN = "files of this site: another site learns who reads the page, and when"
CORRECT = "correct it, or delete it"
# A file to open in a program of its own.
FILE = re.compile(r"(?i)\.(?!html?\Z)[a-z0-9]{2,5}\Z")
NO_FRAGMENT = "delete # and what follows it, or write a heading with these words on that page"
COPY = "put a copy into content/images/, if you may, and show that one"
IN_THEME = "correct it in this file; if it is not written there, it is the theme's: ask a developer"


def broken_links(site: Site, pages: Iterable[Page], folder: Path) -> Iterator[Problem]:
    """One problem for each wrong link: where it is written, and on how many pages it stands."""
    finished = finished_pages(site, folder)
    sources = {"/" + page.save_as: page.source for page in pages}
    for (pointer, why), names in wrong(site, finished, folder).items():
        places = [sources.get(name) or name for name in names]
        source, line = written(site, pointer.link, places[0])
        on = f" (on {len(set(places))} pages)" if len(set(places)) > 1 else ""
        foreign = bool(urlsplit(pointer.link).netloc)
        what = CALLED.get(pointer.tag, "the file")
        yield Problem(
            source,
            line,
            found=f"{what} {quoted(pointer.link, 200)}, {why}{on}",
            needed=FOREIGN if foreign else NOWHERE,
            fix=to_fix(pointer, names[0], finished, site) if line else IN_THEME,
        )


def to_fix(pointer: Pointer, page: str, pages: Mapping[str, FinishedPage], site: Site) -> str:
    """What to do about a link that is written in a file."""
    if urlsplit(pointer.link).netloc:
        return COPY
    moved = moved_to(pointer, page, site)
    return f'write "{moved}"' if moved else instead(pointer, page, pages)


def instead(pointer: Pointer, page: str, pages: Mapping[str, FinishedPage]) -> str:
    """What to write in place of a link that leads nowhere."""
    parts = urlsplit(pointer.link)
    path = unquote(urljoin(page, parts.path)) if parts.path else page
    file = f"{path}index.html" if path.endswith("/") else path
    if parts.fragment and file in pages:
        places = pages[file].ids
        close = did_you_mean(unquote(parts.fragment), places)
        here = f"{parts.path}#{close}"
        return f'did you mean "{here}"? Or {NO_FRAGMENT}' if close else NO_FRAGMENT
    if f"{path}/index.html" in pages:
        return f'write "{path}/"'
    if pointer.tag == "a" and FILE.search(path):
        return f"{to_download(path.rpartition('/')[2])}, or delete the link"
    addresses = {name.removesuffix("index.html") for name in pages}
    close = did_you_mean(path, addresses)
    return f'did you mean "{close}"? Or {CORRECT}' if close else CORRECT


def wrong(
    site: Site, pages: Mapping[str, FinishedPage], folder: Path
) -> Mapping[tuple[Pointer, str], list[str]]:
    """The wrong pointers and what is wrong with each, with the pages that they stand on."""

    @cache
    def exists(name: str) -> bool:
        return (folder / name.lstrip("/")).is_file()

    def reason(pointer: Pointer, page: str) -> str:
        return old(pointer, page, site) or problem_with(pointer, page, pages, exists)

    # Most links stand on many pages, and mean the same on all of them.
    everywhere = cache(lambda pointer: reason(pointer, "/"))
    wrong: dict[tuple[Pointer, str], list[str]] = {}
    for name, page in pages.items():
        for pointer in page.pointers:
            same = means_the_same_everywhere(pointer.link)
            if why := everywhere(pointer) if same else reason(pointer, name):
                wrong.setdefault((pointer, why), []).append(name)
    return wrong


def means_the_same_everywhere(link: str) -> bool:
    """Whether a link does not depend on the page that it stands on."""
    rooted = link[:1] == "/" and link[1:2] != "/"
    return rooted or link.startswith(("https:", "http:", "tel:", "sms:", "mailto:"))


def moved_to(pointer: Pointer, page: str, site: Site) -> str:
    """The address that a pointer's page has today, when it has moved; else ""."""
    parts = urlsplit(pointer.link)
    path = "" if parts.scheme or parts.netloc else unquote(urljoin(page, parts.path))
    return site.redirects.get(path.rstrip("/"), "")


def old(pointer: Pointer, page: str, site: Site) -> str:
    """Where a pointer has moved to, in words: the page that leads on is not on every host."""
    to = moved_to(pointer, page, site)
    return f"which has moved to {to}" if to else ""


def written(site: Site, link: str, source: str) -> tuple[str, int]:
    """The file and line in which a link is written; the page's own source, and 0, if nowhere."""
    documents = sorted(site.published, key=lambda document: document.source != source)
    fragment = urlsplit(link).fragment
    for needle in (link, f"#{fragment}" if fragment else link):
        # The whole of it, a host before it or none: /about is in /about-us/, too.
        before = r"(?:(?<![\w/.-])|//[^/\s]*)"
        whole = re.compile(rf"{before}{re.escape(needle)}(?![\w/?#=.-]*[\w/])")
        for document in documents:
            for line, text in lines(document):
                if whole.search(text):
                    return document.source, line
        facts = site.practice_fields
        for _, line, text in facts.texts:
            if whole.search(text):
                return display_path(facts.path), line
    return source, 0


def lines(document: Document) -> Iterator[tuple[int, str]]:
    """What a document says, line by line: every field, then the body."""
    yield from ((line, value) for _, line, value in document.fields.texts)
    yield from enumerate(document.body.split("\n"), document.body_line)


def problem_with(
    pointer: Pointer, page: str, pages: Mapping[str, FinishedPage], exists: Callable[[str], bool]
) -> str:
    """Why a pointer is wrong; "" when it is right, or leads elsewhere once it is followed."""
    parts = urlsplit(pointer.link)
    if parts.scheme or parts.netloc:
        return "which another site serves" if pointer.loaded and parts.netloc else ""
    path = unquote(urljoin(page, parts.path)) if parts.path else page
    if path.endswith("/"):
        path += "index.html"
    if not exists(path):
        return "which is not in the site"
    fragment = unquote(parts.fragment)
    # HTML: #top is the top of any page.
    if fragment.lower() not in ("", "top") and path in pages and fragment not in pages[path].ids:
        return f"which has no place named #{parts.fragment}"
    return ""
