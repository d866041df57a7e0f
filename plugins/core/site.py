"""Site: the model of everything that was read; what features hand to each other.

Gives   Site, with the documents of each folder, and the cross-links between them
Units   `now` is an aware datetime in UTC, the instant that the site is built for
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from plugins.core.documents import Document, Kind
from plugins.core.grants import Grant
from plugins.core.hosts import ANY, Host
from plugins.core.pages import File, Link
from plugins.core.practice import Practice
from plugins.core.reads import accounted
from plugins.core.words import Words


@dataclass(frozen=True)
class Site:
    """Everything that was read, and the instant and address that it is built for.

    images      the originals of content/images/, by name
    renditions  the files that they become
    host        where it will be served
    grants      what features need that the security policy forbids
    redirects   addresses that moved, without their last slash, to those of today; sorted, and
                as people read them: Unicode in NFC, nothing percent-encoded
    """

    content: Path
    practice: Practice
    now: datetime
    url: str = ""
    preview: bool = True
    documents: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    left_out: tuple[Document, ...] = ()
    images: Mapping[str, Path] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    theme: Path = Path("theme")
    words: Words = field(default_factory=Words)
    renditions: tuple[File, ...] = ()
    host: Host = ANY
    grants: tuple[Grant, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)

    def all(self, folder: str) -> tuple[Document, ...]:
        """The published documents of a folder; none when no feature reads it."""
        return self.documents.get(folder, ())

    def get(self, folder: str, slugs: Iterable[str]) -> tuple[Document, ...]:
        """The published documents with these slugs, in the order of the slugs."""
        known = {document.slug: document for document in self.all(folder)}
        return tuple(known[slug] for slug in slugs if slug in known)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every character beyond ASCII that the site may show."""
        with accounted():
            return self.letters_elsewhere.union(*(beyond_ascii(one.body) for one in self.published))

    @cached_property
    def letters_elsewhere(self) -> frozenset[str]:
        """Those that stand elsewhere than in the texts of documents."""
        fields = (repr(one.fields.values) for one in self.published)
        return beyond_ascii("".join((*fields, repr(self.practice), repr(self.words))))

    @property
    def published(self) -> Iterator[Document]:
        """The published documents of every folder."""
        return (one for group in self.documents.values() for one in group)

    @property
    def everything(self) -> Iterator[Document]:
        """What is published, and what is left out for now."""
        yield from self.published
        yield from self.left_out

    def has_drawing(self, name: str) -> bool:
        """Whether the theme has a drawing of that name."""
        return (self.theme / f"drawings/{name}.svg").is_file()

    def overview(self, folder: str) -> Link | None:
        """The page that lists a folder: content/pages/<folder>.md."""
        for document in self.get("pages", [folder]):
            return Link(document.label, document.address)
        return None

    def referring(self, document: Document, folder: str) -> tuple[Document, ...]:
        """The documents of `folder` that refer to `document`: the other end of a cross-link."""
        fields = (
            [
                name
                for name, target in self.kinds[folder].references.items()
                if target == document.kind.folder
            ]
            if folder in self.kinds
            else []
        )
        return tuple(
            other
            for other in self.all(folder)
            if any(document.slug in getattr(other.facts, name) for name in fields)
        )


def beyond_ascii(text: str) -> frozenset[str]:
    """The characters of a text that are not in ASCII."""
    return frozenset(() if text.isascii() else (one for one in set(text) if not one.isascii()))
