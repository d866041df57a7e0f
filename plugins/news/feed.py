"""Feed: the news for feed readers.

Gives   /news/feed.xml (Atom) when there is news: the newest 20 notes with their summaries
Units   a note is dated by the first instant of its day, where the practice is
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from plugins.core.dates.local_time import start_of_day
from plugins.core.model.documents import Document
from plugins.core.model.feeds import Entry, atom
from plugins.core.model.pages import File, Link
from plugins.core.model.site import Site

FEED = "/news/feed.xml"
MOST = 20


def feed(site: Site, notes: Sequence[Document]) -> Iterator[File]:
    """notes: the newest first."""
    overview = site.overview("news")
    if not overview or not notes:
        return
    title = str(site.words.news.feed(practice=site.practice.name))
    text = atom(
        site,
        site.at(FEED),
        (Entry(one.title, one.address, one.summary, day(one, site)) for one in notes[:MOST]),
        of=Link(title, overview.address),
        summary=site.words.news.feed_summary,
        updated=day(notes[0], site),
    )
    yield File(site.at(FEED), text)


def day(note: Document, site: Site) -> datetime:
    return start_of_day(note.facts.date.day, site.practice.time_zone)
