"""Due builds: when offers change pages, for visitors without JavaScript, feeds and search.

Gives   due_builds(): every start and every end to come; change_times(): those of the offers that a
        page shows or lists
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from plugins.core.dates.local_time import LAST
from plugins.core.feature import Due
from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.problems import quoted

FOLDER = "offers"
STARTS = "starts"


def due_builds(site: Site) -> Iterator[Due]:
    for document in site.all(FOLDER):
        for instant, what in limits(site, document):
            if site.now < instant < LAST:
                waits = document.title if what == STARTS else ""
                yield Due(instant, document.source, f"{quoted(document.title)} {what}", waits)


def change_times(site: Site, page: Page) -> Iterator[datetime]:
    own = page.values.get("document")
    shown: Iterable[Document] = site.all(FOLDER) if FOLDER in page.lists else ()
    if isinstance(own, Document) and own.kind.folder == FOLDER:
        shown = (own,)
    for document in shown:
        yield from (instant for instant, _ in limits(site, document))


def limits(site: Site, document: Document) -> Iterator[tuple[datetime, str]]:
    period = document.facts.period(site.practice.time_zone)
    for instant, what in ((period.starts, STARTS), (period.ends, "ends")):
        if instant:
            yield instant, what
