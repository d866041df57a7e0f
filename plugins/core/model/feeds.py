"""Feeds: Atom files for feed readers.

Gives   Entry; atom(): a feed, whole, for one page of the site
Units   dates from content alone, aware and in UTC: without them the library would take the clock's
Source  RFC 4287 through feedgenerator
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from feedgenerator import Atom1Feed
from markupsafe import escape

from plugins.core.model.pages import Link
from plugins.core.model.site import Site


@dataclass(frozen=True)
class Entry:
    """One entry; its text is plain, its address is that of its page."""

    title: str
    address: str
    text: str
    published: datetime


class Feed(Atom1Feed):  # type: ignore[misc]
    """Atom, with its date from content."""

    def __init__(self, *, updated: datetime, **facts: str) -> None:
        super().__init__(**facts)
        self.updated = updated

    def latest_post_date(self) -> datetime:
        return self.updated


def atom(  # noqa: PLR0913  (the parts of a feed, each named at the call)
    site: Site,
    address: str,
    entries: Iterable[Entry],
    *,
    of: Link,
    summary: str,
    updated: datetime,
) -> str:
    """The feed at an address. of: its title, and the page whose entries it has."""
    feed = Feed(
        updated=updated,
        title=of.title,
        link=site.url + of.address,
        description=summary,
        language=site.practice.language,
        author_name=site.practice.name,
        feed_url=site.url + address,
        feed_guid=site.url + address,
    )
    for one in entries:
        feed.add_item(
            title=one.title,
            link=site.url + one.address,
            unique_id=site.url + one.address,
            description=str(escape(one.text)),
            pubdate=one.published,
        )
    return f"{feed.writeString('utf-8')}\n"
