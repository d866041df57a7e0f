"""News: Pelican's articles, read and validated like everything else.

Reads   content/news/*.md; none switches articles off
Gives   a page for each, written by Pelican's ArticlesGenerator, with a BlogPosting of schema.org,
        and a calendar file and an Event for one that tells of an event; /news/feed.xml, while there
        is news; news to every template, and events to those that show some; when the next build is
        due: the day of a note to come, the end of an event
Stops   the build with one Problem for each field that cannot be read; what is dated in the
        future is left out until a build on its day
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from plugins.core.feature import Due, Feature
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem, quoted
from plugins.news.events import Event, event, worth_a_look
from plugins.news.feed import day, feed
from plugins.news.model import News
from plugins.news.schema_org import structured_data

KIND = Kind(
    *("news", News, "/news/{slug}/", "article"),
    overview=True,
    overview_when_empty=True,
    at_home=True,
    hidden=News.in_future,
)


@once_per_site
def newest_first(site: Site) -> list[Document]:
    return sorted(site.all(KIND.folder), key=lambda one: (one.facts.date.day, one.slug))[::-1]


def pages(site: Site) -> Iterator[Page]:
    for document in site.all(KIND.folder):
        yield Page.of(document, {"document": document}, site.overview(KIND.folder), article=True)


@once_per_site
def events(site: Site) -> Mapping[str, Event]:
    """The events by the address of their note."""
    found = ((document.address, event(document, site)) for document in site.all(KIND.folder))
    return {address: one for address, one in found if one}


def page_values(site: Site, page: Page) -> dict[str, Any]:
    """ticking: whether the page has an event that is yet to end, for which it needs a clock."""
    here = events(site) if KIND.folder in page.lists or page.article else {}
    if page.article:
        here = {address: one for address, one in here.items() if address == page.address}
    ticking = any(not one.over.now for one in here.values())
    return {"news": newest_first(site), "events": here, "ticking": ticking}


def site_problems(site: Site) -> Iterator[Problem]:
    # What could not be read has no facts.
    for document in (*site.all(KIND.folder), *site.left_out):
        if document.kind.folder == KIND.folder and document.facts:
            yield from worth_a_look(document, site)


def due_builds(site: Site) -> Iterator[Due]:
    """The first instant of the day of each note to come, and the ends of events."""
    for document in site.left_out:
        if document.kind.folder == KIND.folder and not document.starter:
            what = f"{quoted(document.title)} shows from then on"
            yield Due(day(document, site), document.source, what, document.title)
    for one in events(site).values():
        if one.ends > site.now:
            yield Due(one.ends, one.document.source, f"{quoted(one.document.title)} is over")


def change_times(site: Site, page: Page) -> Iterator[datetime]:
    """The first instant of the day of each note that a page shows or lists."""
    notes = site.all(KIND.folder) if KIND.folder in page.lists else ()
    for document in (page.values["document"],) if page.article else notes:
        yield day(document, site)
        if known := events(site).get(document.address):
            yield known.ends


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    # Slow to load, and a build of one page needs no calendar.
    from plugins.news import calendar  # noqa: PLC0415

    yield from feed(site, newest_first(site))
    yield from (calendar.file(one, site) for one in events(site).values())


FEATURE = Feature(
    "news",
    kinds=(KIND,),
    site_problems=site_problems,
    pages=pages,
    structured_data=structured_data,
    page_values=page_values,
    change_times=change_times,
    files=files,
    due_builds=due_builds,
)
