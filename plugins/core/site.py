"""The model of a site: what was read, and the pages that it becomes.

Gives   Kind, Document, Page, File, Site; what features hand to each other
Units   addresses begin and end with a slash ("/symptoms/sciatica/") or name a file ("/404.html");
        `now` is an aware datetime in UTC, the instant that the site is built for
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plugins.core.facts import Facts
from plugins.core.front_matter import Fields
from plugins.core.pictures import Picture, parts
from plugins.core.practice import Practice
from plugins.core.problems import Problem
from plugins.core.sources import shown
from plugins.core.words import Words

EMPTY = Markup()


@dataclass(frozen=True)
class Kind:
    """One folder of content: its model, its address, its template, what it refers to.

    address     with {slug}; addresses has the exceptions, slug to address
    template    of each page; empty when the documents have no pages of their own
    references  field to the folder whose slugs it holds
    hidden      whether a document is not to be published yet, at an instant in the
                practice's zone
    """

    folder: str
    model: type[Facts]
    address: str = ""
    template: str = ""
    references: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    hidden: Callable[[Any, datetime], bool] = lambda _facts, _now: False

    def address_of(self, slug: str) -> str:
        return self.addresses.get(slug) or self.address.format(slug=slug)


@dataclass(frozen=True)
class Link:
    """A title with an address."""

    title: str
    address: str


@dataclass(frozen=True)
class Card:
    """What a network shows of a page: a PNG, its size in pixels, and what it says in words."""

    address: str
    content: bytes = field(repr=False)
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Document:
    """One Markdown file: its facts, its prose, the address that it is published at.

    picture   the one that its facts name
    pictures  those that its prose shows or links to, by the address of their original
    """

    kind: Kind
    slug: str
    fields: Fields
    facts: Any
    body: str
    body_line: int
    prose: Markup = EMPTY
    picture: Picture | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Markup | Picture, ...]:
        """The prose in pieces; each picture that it shows is a piece of its own."""
        return tuple(parts(self.prose, self.pictures))

    @property
    def address(self) -> str:
        return self.kind.address_of(self.slug)

    @property
    def source(self) -> str:
        return shown(self.fields.path)

    @property
    def title(self) -> str:
        return str(getattr(self.facts, "title", getattr(self.facts, "headline", self.slug)))

    @property
    def summary(self) -> str:
        return str(getattr(self.facts, "summary", None) or "")

    @property
    def label(self) -> str:
        """A short title: the one in the menu when there is one."""
        navigation = getattr(self.facts, "navigation", None)
        return navigation.label if navigation else self.title

    @property
    def drawings(self) -> tuple[str, ...]:
        """The drawings that it names, in the order of the page."""
        return tuple(figure.drawing for figure in getattr(self.facts, "figures", ()))

    @property
    def starter(self) -> bool:
        """Written for the practice to confirm; shown in the preview, never published."""
        return bool(getattr(self.facts, "starter", False))

    def problem(self, name: str, found: str, needed: str, fix: str, **more: Any) -> Problem:
        """A problem in one field of this document."""
        location = more.pop("location", (name,))
        line = self.fields.line(location)
        return Problem(self.source, line, name, found, needed, fix, **more)


@dataclass(frozen=True)
class Page:
    """One page to write. `values` go to its template beside what every page gets.

    listed   stands in the sitemap
    article  Pelican's own generator writes it, from content/news/
    drawings names of the theme's drawings that it shows, the leading one first;
             drawings_below: those so far down that a browser may fetch them late
    card     the picture that networks show of it, once a feature has drawn one
    """

    address: str
    title: str
    summary: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    picture: Picture | None = None
    parent: Link | None = None
    source: str = ""
    starter: bool = False
    listed: bool = True
    article: bool = False
    drawings: tuple[str, ...] = ()
    drawings_below: tuple[str, ...] = ()
    card: Card | None = None

    @classmethod
    def of(
        cls,
        document: Document,
        values: Mapping[str, Any],
        parent: Link | None = None,
        **more: Any,
    ) -> Page:
        """The page of a document, with its kind's template unless another is named."""
        return cls(
            document.address,
            document.title,
            document.summary,
            more.pop("template", document.kind.template),
            values,
            document.picture,
            parent,
            document.source,
            document.starter,
            drawings=more.pop("drawings", document.drawings),
            **more,
        )

    @property
    def save_as(self) -> str:
        """The file below output/ that a host serves at the address."""
        return save_as(self.address)


@dataclass(frozen=True)
class File:
    """A file to write beside the pages: text, as UTF-8, or bytes."""

    address: str
    content: str | bytes


@dataclass(frozen=True)
class Site:
    """Everything that was read, and the instant and address that it is built for.

    images      the originals of content/images/, by name
    renditions  the files that they become
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

    def all(self, folder: str) -> tuple[Document, ...]:
        """The published documents of a folder; none when no feature reads it."""
        return self.documents.get(folder, ())

    def get(self, folder: str, slugs: Iterable[str]) -> tuple[Document, ...]:
        """The published documents with these slugs, in the order of the slugs."""
        known = {document.slug: document for document in self.all(folder)}
        return tuple(known[slug] for slug in slugs if slug in known)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every character that the site may show."""
        written = (f"{one.body}{one.facts!r}" for group in self.documents.values() for one in group)
        return frozenset("".join((*written, repr(self.practice), repr(self.words))))

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


def save_as(address: str) -> str:
    name = address.removeprefix("/")
    return f"{name}index.html" if not name or name.endswith("/") else name
