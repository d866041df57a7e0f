"""Last modified: when a page last changed, for the sitemap.

Gives   Changes.of(): the last change of what a page is made from (its file, its pictures,
        practice.yaml, what it lists), or the last instant at which it changed by itself, if that
        is later; None when it is not known for certain
Units   aware datetimes in UTC; nothing lies after the build's instant
Why     a search engine that catches a date being wrong reads no date of the site any more, so what
        is not certain is left out. The look, the menu and links back to a page do not count
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plugins.core.model.changes import name_of
from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.site import Site

PRACTICE = "practice.yaml"


@dataclass(frozen=True)
class Changes:
    """committed: the date of every content file, by its name below the content folder."""

    site: Site
    committed: Mapping[str, datetime]

    def of(self, page: Page) -> datetime | None:
        document = page.values.get("document")
        if not isinstance(document, Document):
            return None
        dates = [self.committed.get(name) for name in {PRACTICE, *self.own(document)}]
        dates += [self.committed.get(name) for name in self.listed(page)]
        known = [date for date in dates if date]
        if len(known) < len(dates) or max(known) > self.site.now:
            return None
        return max([*known, *self.by_itself(page)])

    def own(self, document: Document) -> Iterator[str]:
        """Its file and its pictures."""
        yield name_of(document, self.site)
        picture: Any = getattr(document.facts, "picture", None)
        if picture:
            yield f"images/{picture.file}"
        yield from (address.removeprefix("/") for address in document.pictures)

    def listed(self, page: Page) -> Iterator[str]:
        """What it lists, and what it listed until it was deleted."""
        left_out = {name_of(document, self.site) for document in self.site.left_out}
        for folder in page.lists:
            published = {name_of(document, self.site) for document in self.site.all(folder)}
            gone = {name for name in self.committed if name.startswith(f"{folder}/")}
            yield from sorted((published | gone) - left_out)

    def by_itself(self, page: Page) -> list[datetime]:
        """Instants until now at which it changed with nobody writing."""
        every = (
            at for feature in self.site.features for at in feature.change_times(self.site, page)
        )
        return [at for at in every if at <= self.site.now]
