"""Redirects: addresses of before lead to those of today.

Reads   `aliases` of every document that has a page
Gives   site.redirects; for hosts that redirect nothing a page for each, which leads on
Stops   the build with one Problem for each alias that is an address of the site, that another page
        lists too, or that lies below a file; also of what is left out, since its day will come.
        An alias is never the address of a page, so it leads to its page in one step
Units   files are compared as careless hosts compare them: without case, in Unicode NFC
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from plugins.core.markdown.urls import alias_key
from plugins.core.model.documents import Document
from plugins.core.model.pages import Page, save_as
from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted

TEMPLATE = "redirect"
DELETE = "delete the line"
FREE = "an address that the site does not have any more"


@dataclass(frozen=True)
class Alias:
    """One alias as it is listed: in which document, at which place of the list."""

    document: Document
    place: int
    address: str

    @property
    def line(self) -> int:
        return self.document.fields.line(("aliases", self.place))

    @property
    def page(self) -> str:
        """The address of the page that leads on, which every host serves as HTML."""
        path = alias_key(self.address)
        return path if path.endswith(".html") else f"{path}/"

    @property
    def file(self) -> str:
        """The file of that page, to be compared."""
        return folded(save_as(self.page))

    @property
    def above(self) -> tuple[str, ...]:
        """What would have to be a folder, and what the address itself would be as a file."""
        path = PurePosixPath(folded(alias_key(self.address).lstrip("/")))
        return tuple(str(one) for one in (path, *path.parents[:-1]) if str(one) != self.file)

    def problem(self, found: str, needed: str, fix: str) -> Problem:
        location = ("aliases", self.place)
        found = f"{quoted(self.address)}, {found}"
        return self.document.problem("aliases", found, needed, fix, location=location)


def folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def listed(documents: Iterable[Document]) -> list[Alias]:
    """Every alias of the documents, in the order of files and lines."""
    found = [
        Alias(document, place, address)
        for document in documents
        for place, address in enumerate(getattr(document.facts, "aliases", ()))
        if document.address
    ]
    return sorted(found, key=lambda one: (one.document.source, one.place))


def published(site: Site) -> list[Alias]:
    return listed(site.published)


def extend_site(site: Site) -> tuple[Site, list[Problem]]:
    redirects = {alias_key(one.address): one.document.address for one in published(site)}
    documents = list(site.everything)
    aliases = listed(documents)
    owners = {folded(save_as(one.address)): one for one in documents if one.address}
    problems = [*of_pages(aliases, owners), *twice(aliases), *below(aliases)]
    return replace(site, redirects=dict(sorted(redirects.items()))), problems


def of_pages(aliases: Iterable[Alias], owners: Mapping[str, Document]) -> Iterator[Problem]:
    """Aliases that are the address of a page."""
    for alias in aliases:
        owner = owners.get(alias.file) or next(filter(None, map(owners.get, alias.above)), None)
        if owner and owner.source == alias.document.source:
            yield alias.problem("the address of this page itself", FREE, DELETE)
        elif owner:
            fix = f"{DELETE}, or rename {owner.source}"
            yield alias.problem(f"the address of {owner.source}", FREE, fix)


def twice(aliases: Iterable[Alias]) -> Iterator[Problem]:
    """Aliases that two pages list; one page may, with its last slash and without."""
    first: dict[str, Alias] = {}
    for alias in aliases:
        other = first.setdefault(alias.file, alias)
        if other.document.source != alias.document.source:
            place = f"{other.document.source}:{other.line}"
            same = "" if other.address == alias.address else f" as {quoted(other.address)}"
            fix = f"{DELETE} here, or in {other.document.source}"
            yield alias.problem(f"which {place} lists too{same}", "one page to lead to", fix)


def below(aliases: Iterable[Alias]) -> Iterator[Problem]:
    """Aliases below one that ends in .html, whose page would have to be a folder."""
    files = {alias.file: alias for alias in aliases if not alias.page.endswith("/")}
    for alias in aliases:
        for other in filter(None, map(files.get, alias.above)):
            place = f"{quoted(other.address)} of {other.document.source}:{other.line}"
            needed = "an address that is not below a page"
            yield alias.problem(f"which lies below {place}", needed, f"{DELETE}, or that one")


def path_problems(site: Site, files: Mapping[str, str]) -> Iterator[Problem]:
    """Aliases that are files of the site, or lie below one."""
    taken = {folded(name): source for name, source in files.items()}
    for alias in listed(site.everything):
        if alias.file in taken or any(one in taken for one in alias.above):
            yield alias.problem("the address of a file of the site", FREE, DELETE)


def redirect_pages(site: Site, pages: tuple[Page, ...]) -> Iterator[Page]:
    """A page for each alias; two aliases may share one, as /a/ and /a/index.html do."""
    if not site.host.redirect_pages:
        return
    known = {page.address: page for page in pages}
    for alias in {save_as(one.page): one for one in published(site)}.values():
        page = known[alias.document.address]
        yield Page(
            alias.page,
            page.title,
            page.summary,
            TEMPLATE,
            source=page.source,
            listed=False,
            leads_to=page.address,
        )
