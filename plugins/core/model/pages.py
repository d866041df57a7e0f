"""Pages: what a build writes.

Gives   Page, File; Link and Card, which pages have; save_as()
Units   addresses begin and end with a slash ("/symptoms/sciatica/") or name a file ("/404.html")
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.core.model.documents import Document
from plugins.core.model.pictures import Picture


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

    @property
    def type(self) -> str:
        return "image/png"


@dataclass(frozen=True)
class Translation:
    """A page in some language, with the name that the language gives to itself.

    locale  the language with its country, as networks name them: "es_US"
    """

    language: str
    name: str
    address: str
    locale: str


@dataclass(frozen=True)
class Page:
    """One page to write. `values` go to its template beside what every page gets.

    listed   stands in the sitemap
    lists    folders of content whose documents it lists
    article  Pelican's own generator writes it, from content/news/
    drawings names of the theme's drawings that it shows, the leading one first;
             drawings_below: those so far down that a browser may fetch them late
    card     the picture that networks show of it, once a feature has drawn one
    leads_to the address that a page without anything of its own leads on to
    base     the folder of its language on the site, "/es"; "" for the first language
    translations  the same page in each language, itself among them, where there are several
    languages     where the links to the other languages lead: to the same page, or to their home
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
    lists: tuple[str, ...] = ()
    article: bool = False
    drawings: tuple[str, ...] = ()
    drawings_below: tuple[str, ...] = ()
    card: Card | None = None
    leads_to: str = ""
    base: str = ""
    translations: tuple[Translation, ...] = ()
    languages: tuple[Translation, ...] = ()

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
            base=document.kind.base,
            **more,
        )

    @property
    def home(self) -> str:
        """The address of the home page in its language."""
        return f"{self.base}/"

    @property
    def local_address(self) -> str:
        """The same in all languages: what tells which page it is."""
        return self.address.removeprefix(self.base)

    def document_in(self, folder: str) -> Document | None:
        """The document that it is the page of, when that is one of the folder."""
        document = self.values.get("document")
        known = isinstance(document, Document) and document.kind.folder == folder
        return document if known else None

    @property
    def save_as(self) -> str:
        """The file below output/ that a host serves at the address."""
        return save_as(self.address)


@dataclass(frozen=True)
class File:
    """A file to write beside the pages: text, as UTF-8, or bytes."""

    address: str
    content: str | bytes


def save_as(address: str) -> str:
    name = address.removeprefix("/")
    return f"{name}index.html" if not name or name.endswith("/") else name
