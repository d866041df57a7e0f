"""Documents: what content was read from, one Markdown file each.

Gives   Kind, a folder of content; Document, a file of it
Units   addresses begin and end with a slash ("/symptoms/sciatica/") or name a file ("/404.html")
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plugins.core.model.headings import Heading, after, contents
from plugins.core.model.pictures import Picture, parts
from plugins.core.model.text_usage import Recorded, Shown
from plugins.core.problems import Problem
from plugins.core.reading.front_matter import Fields, Parsed
from plugins.core.reading.source_files import display_path
from plugins.core.schema.model import ContentModel

if TYPE_CHECKING:
    from plugins.core.i18n.words import Words
    from plugins.core.schema.fields import FigureFacts
    from plugins.core.schema.practice import Practice

    Documents = Mapping[str, Sequence["Document"]]

EMPTY = Markup()


@dataclass(frozen=True)
class Kind:
    """One folder of content: its model, its address, its template, what it refers to.

    address     with {slug}; addresses has the exceptions, slug to address
    base        the folder of the language on the site, "/es"; "" for the first language
    template    of each page; empty when the documents have no pages of their own
    needs_text  a document without a text has no page of its own
    overview    the page in pages/ that has the folder's name lists its documents, with the template
                of that name; overview_when_empty: also when there are none
    at_home     the home page lists them, too
    references  field to the folder whose slugs it holds
    hidden      whether a document is not to be published yet, at an instant in the
                practice's zone
    defaults    fields of documents that nobody has written, by slug, from the documents to publish
                of each folder and the facts of the practice
    """

    folder: str
    model: type[ContentModel]
    address: str = ""
    template: str = ""
    base: str = ""
    needs_text: bool = False
    overview: bool = False
    overview_when_empty: bool = False
    at_home: bool = False
    references: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    hidden: Callable[[Any, datetime], bool] = lambda _facts, _now: False
    defaults: Callable[[Words, Documents, Practice], Mapping[str, dict[str, str]]] = (
        lambda _words, _documents, _practice: {}
    )

    def address_of(self, slug: str) -> str:
        address = self.addresses.get(slug) or self.address.format(slug=slug)
        return self.base + address if address else ""


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
    body: Recorded[str] = Recorded("")  # noqa: RUF009  (a descriptor, not a value that all share)
    body_line: int = 1
    prose: Recorded[Markup] = Recorded(EMPTY)  # noqa: RUF009
    picture: Picture | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def parsed(self) -> Parsed:
        """The file, taken apart."""
        return Parsed(self.fields, self.body, self.body_line)

    @property
    def parts(self) -> tuple[Shown | Picture, ...]:
        """The prose in pieces, to be shown; each picture that it shows is a piece of its own."""
        return tuple(self._pieces(self.__dict__["prose"]))

    @property
    def illustrated(self) -> tuple[Shown | Picture | FigureFacts, ...]:
        """The parts, with each drawing but the first below the heading that has its name; at the
        end, without such a heading."""
        prose, done = self.__dict__["prose"], 0
        figures: Sequence[FigureFacts] = getattr(self.facts, "figures", ())[1:]
        found: list[Shown | Picture | FigureFacts] = []
        placed = [(after(prose, figure.drawing) or len(prose), figure) for figure in figures]
        for place, figure in sorted(placed, key=lambda pair: pair[0]):
            found += [*self._pieces(prose[done:place]), figure]
            done = place
        return (*found, *self._pieces(prose[done:]))

    def _pieces(self, prose: Markup) -> Iterator[Shown | Picture]:
        for one in parts(prose, self.pictures):
            yield one if isinstance(one, Picture) else Shown(one, self.path)

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The sections of its prose. Not recorded: an edit that changes one takes a whole build."""
        return contents(self.__dict__["prose"])

    @property
    def path(self) -> str:
        """The file, as the build knows it."""
        return str(self.fields.path)

    @property
    def has_text(self) -> bool:
        """Whether there is a text at all: no build of one page adds the first, or takes it away."""
        return bool(self.__dict__["body"].strip())

    @property
    def address(self) -> str:
        """Of its page; "" when it has none."""
        has_page = not self.kind.needs_text or self.has_text
        return self.kind.address_of(self.slug) if has_page else ""

    @property
    def local_address(self) -> str:
        """The same in all languages."""
        return self.address.removeprefix(self.kind.base)

    @property
    def source(self) -> str:
        return display_path(self.fields.path)

    @property
    def title(self) -> str:
        names = (getattr(self.facts, key, "") for key in ("title", "headline", "name"))
        return str(next(filter(None, names), self.slug))

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

    def without_text(self, needed: str) -> Iterator[Problem]:
        """The problem of a document that says nothing below its fields."""
        if not self.has_text:
            yield self.problem("", "no text below the second ---", needed, "write it there")

    def problem(self, name: str, found: str, needed: str, fix: str, **more: Any) -> Problem:
        """A problem in one field of this document."""
        location = more.pop("location", (name,))
        line = self.fields.line(location)
        return Problem(self.source, line, name, found, needed, fix, **more)
