"""News: Pelican's articles, read and validated like everything else.

Reads   content/news/*.md; none switches articles off
Gives   a page for each, written by Pelican's ArticlesGenerator, with a BlogPosting of schema.org;
        /news/feed.xml, while there is news; news to every template; when the next build is due:
        the day of a note to come
Stops   the build with one Problem for each field that cannot be read; what is dated in the
        future is left out until a build on its day
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.core.feature import Due, Feature
from plugins.core.model.aliases import Aliases
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import quoted
from plugins.core.schema.fields import Day, PictureFacts, Text
from plugins.core.schema.model import ContentModel
from plugins.news.feed import day, feed
from plugins.news.schema_org import structured_data


class News(ContentModel):
    """A dated note. The date decides the order, and the day from which it shows."""

    title: Text
    """One line; search engines and shared links show it."""
    summary: Text
    """What the page says, in one line; search engines and shared links show it."""
    date: Day
    """The note shows from this day on."""
    starter: bool = False
    """Yes: somebody wrote the note for you to confirm, and only the preview shows it."""
    picture: PictureFacts | None = None
    """The picture above the text."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""


def in_future(facts: News, now: datetime) -> bool:
    """Whether the note's day has yet to begin where the practice is."""
    return bool(facts.date.day > now.date())


KIND = Kind(
    *("news", News, "/news/{slug}/", "article"), overview=True, at_home=True, hidden=in_future
)


@once_per_site
def newest_first(site: Site) -> list[Document]:
    return sorted(site.all(KIND.folder), key=lambda one: (one.facts.date.day, one.slug))[::-1]


def pages(site: Site) -> Iterator[Page]:
    for document in site.all(KIND.folder):
        yield Page.of(document, {"document": document}, site.overview(KIND.folder), article=True)


def due_builds(site: Site) -> Iterator[Due]:
    """The first instant of the day of each note to come."""
    for document in site.left_out:
        if document.kind.folder == KIND.folder and not document.starter:
            what = f"{quoted(document.title)} shows from then on"
            yield Due(day(document, site), document.source, what, document.title)


def change_times(site: Site, page: Page) -> Iterator[datetime]:
    """The first instant of the day of each note that a page shows or lists."""
    notes = site.all(KIND.folder) if KIND.folder in page.lists else ()
    for document in (page.values["document"],) if page.article else notes:
        yield day(document, site)


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    yield from feed(site, newest_first(site))


FEATURE = Feature(
    "news",
    kinds=(KIND,),
    pages=pages,
    structured_data=structured_data,
    page_values=lambda site, _page: {"news": newest_first(site)},
    change_times=change_times,
    files=files,
    due_builds=due_builds,
)
