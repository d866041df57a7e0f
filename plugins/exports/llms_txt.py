"""llms.txt: what the site has, for programs that answer questions.

Gives   text(): the practice, its number and its hours, and each page that is to be found with its
        summary, under the name of the overview that lists it
Why     an offer that has ended, or not begun, is no page to be found; what has a date is not said
Source  llmstxt.org
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.exports.hours_text import hours_text

PAGES = "pages"  # first: what is on every site
MARKS = re.compile(r"([\\`*_\[\]<>#])")


def text(site: Site, pages: Iterable[Page]) -> str:
    facts = site.practice
    head = [f"# {plain(facts.name)}"]
    if about := facts.tagline or home(site):
        head.append(f"> {plain(about)}")
    head.append(site.words.llms.telephone(number=facts.telephone))
    for heading, rows in hours_text(site):
        head += [heading, "\n".join(f"- {row}" for row in rows)]
    return "\n\n".join([*head, *sections(site, pages)]) + "\n"


def home(site: Site) -> str:
    """What the home page says of itself."""
    return "".join(one.summary for one in site.get(PAGES, ["home"]))


def sections(site: Site, pages: Iterable[Page]) -> Iterator[str]:
    found: dict[str, list[Page]] = {}
    for page in sorted(pages, key=lambda one: one.address):
        document = page.values.get("document")
        if isinstance(document, Document) and page.listed and not page.starter:
            found.setdefault(document.kind.folder, []).append(page)
    for folder, group in sorted(found.items(), key=lambda one: one[0] != PAGES):
        overview = site.overview(folder)
        title = overview.title if overview else site.words.llms.pages
        lines = [f"## {plain(title)}", "", *(line(page, site) for page in group)]
        yield "\n".join(lines)


def line(page: Page, site: Site) -> str:
    summary = f": {plain(page.summary)}" if page.summary else ""
    return f"- [{plain(page.title)}]({site.url}{page.address}){summary}"


def plain(text: str) -> str:
    """A text that Markdown shows as it is, in one line."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))
