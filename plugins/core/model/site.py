"""Site: the model of everything that was read; what features hand to each other.

Gives   Site, with the documents of each folder, and the cross-links between them
        once_per_site(): what depends on the site alone is computed once, not once a page
Units   `now` is an aware datetime in UTC, the instant that the site is built for
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from plugins.core.i18n.words import Words
from plugins.core.model.csp import FolderPolicy, Grant
from plugins.core.model.documents import Document, Kind
from plugins.core.model.hosts import ANY, Host
from plugins.core.model.inline_code import InlineCode
from plugins.core.model.pages import File, Link
from plugins.core.model.text_usage import beyond_ascii, unrecorded
from plugins.core.problems import Level, Problem
from plugins.core.reading.front_matter import Fields, Location
from plugins.core.reading.source_files import display_path
from plugins.core.schema.locations import dotted
from plugins.core.schema.practice import Practice

if TYPE_CHECKING:
    from plugins.core.feature import Feature

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def once_per_site(
    function: Callable[Concatenate[Site, Arguments], Result],
) -> Callable[Concatenate[Site, Arguments], Result]:
    """Cache the function's result in the site, one for each of its arguments, which have hashes;
    nobody may change the result."""
    return cached_in("cache", function)


def once_per_theme(
    function: Callable[Concatenate[Site, Arguments], Result],
) -> Callable[Concatenate[Site, Arguments], Result]:
    """The same for a function that reads nothing of the site but its theme: sites that are derived
    from this one share the result."""
    return cached_in("theme_cache", function)


def cached_in(
    place: str, function: Callable[Concatenate[Site, Arguments], Result]
) -> Callable[Concatenate[Site, Arguments], Result]:
    @wraps(function)
    def cached(site: Site, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        results: dict[Any, Any] = getattr(site, place)
        key = (function, arguments, tuple(named.items()))
        if key not in results:
            results[key] = function(site, *arguments, **named)
        result: Result = results[key]
        return result

    return cached


@dataclass(frozen=True)
class Site:
    """Everything that was read, and the instant and address that it is built for.

    features    what takes part in the build, in the order of PLUGINS
    drawings    the practice's own drawings, sanitized, by name
    images      the originals of content/images/, by name
    files       the files of content/files/, by name
    renditions  the files that they become
    host        where it will be served
    grants      what features need that the security policy forbids
    policies    those of folders that have one of their own
    warnings    what reading it found that stops nothing
    editor      the repository on GitHub, owner/name, that staff edit from the live site; "" when
                there is no editor on it
    inline      the scripts and styles that templates wrote into pages; none until they are rendered
    redirects   addresses that moved, without their last slash, to those of today; sorted, and
                as people read them: Unicode in NFC, nothing percent-encoded
    practice_fields
                practice.yaml as it was read, with its lines
    base        the folder in which its pages are on the live site, "/es"; "" for the first language
    others      of the site in the first language: the same site in its other languages
    cache       results of once_per_site(); a site that is derived from another starts without
    theme_cache results of once_per_theme()
    """

    content: Path
    practice: Practice
    now: datetime
    url: str = ""
    preview: bool = True
    documents: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    left_out: tuple[Document, ...] = ()
    images: Mapping[str, Path] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    features: tuple[Feature, ...] = ()
    theme: Path = Path("theme")
    words: Words = field(default_factory=Words)
    renditions: tuple[File, ...] = ()
    drawings: Mapping[str, str] = field(default_factory=dict)
    host: Host = ANY
    grants: tuple[Grant, ...] = ()
    policies: tuple[FolderPolicy, ...] = ()
    editor: str = ""
    warnings: tuple[Problem, ...] = ()
    inline: frozenset[InlineCode] = frozenset()
    redirects: Mapping[str, str] = field(default_factory=dict)
    practice_fields: Fields = field(default_factory=lambda: Fields(Path("practice.yaml"), {}))
    base: str = ""
    others: tuple[Site, ...] = ()
    cache: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    theme_cache: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def practice_problem(
        self, location: Location, found: str, needed: str, fix: str, *, level: Level = "error"
    ) -> Problem:
        """A problem with a fact of practice.yaml, at its line."""
        fields = self.practice_fields
        path, line = display_path(fields.path), fields.line(location)
        return Problem(path, line, dotted(location), found, needed, fix, level)

    def together_with(self, others: Iterable[Site]) -> Site:
        """The site of the first language, which answers for what hosts have to know of all."""
        sites = (self, *others)
        return replace(
            self,
            others=sites[1:],
            grants=tuple(dict.fromkeys(one for site in sites for one in site.grants)),
            redirects=dict(sorted(one for site in sites for one in site.redirects.items())),
        )

    def at(self, address: str) -> str:
        """Where a page or file of this name is, in the language of this site."""
        return self.base + address

    def policy_folder(self, address: str) -> str:
        """The folder whose security policy holds at an address: hosts know one for each folder
        right below the root."""
        return f"{self.base}/" if self.base else address

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of content, by folder."""
        return {kind.folder: kind for feature in self.features for kind in feature.kinds}

    def all(self, folder: str) -> tuple[Document, ...]:
        """The published documents of a folder; none when no feature reads it."""
        return self.documents.get(folder, ())

    def get(self, folder: str, slugs: Iterable[str]) -> tuple[Document, ...]:
        """The published documents with these slugs, in the order of the slugs."""
        known = by_slug(self).get(folder, {})
        return tuple(known[slug] for slug in slugs if slug in known)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every character beyond ASCII that the site may show."""
        with unrecorded():
            return self.letters_elsewhere.union(*(beyond_ascii(one.body) for one in self.published))

    @cached_property
    def letters_elsewhere(self) -> frozenset[str]:
        """Those that stand elsewhere than in the texts of documents."""
        fields = (repr(one.fields.values) for one in self.published)
        known = self.words.locale
        countries = {one.country for one in self.practice.addresses}
        words = (repr(self.words), known.letters, *map(known.country_name, countries))
        return beyond_ascii("".join((*fields, repr(self.practice), *words)))

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
        """Whether the practice or the theme has a drawing of that name."""
        return name in self.drawings or (self.theme / f"drawings/{name}.svg").is_file()

    def drawing(self, name: str) -> str:
        """The text of a drawing, the practice's own before that of the theme."""
        own = self.drawings.get(name)
        return own or (self.theme / f"drawings/{name}.svg").read_text(encoding="utf-8")

    def overview(self, folder: str) -> Link | None:
        """The page that lists a folder: content/pages/<folder>.md."""
        for document in self.get("pages", [folder]):
            return Link(document.label, document.address)
        return None

    def referring(self, document: Document, folder: str) -> tuple[Document, ...]:
        """The documents of `folder` that refer to `document`: the other end of a cross-link."""
        return referring(self).get((folder, document.kind.folder, document.slug), ())


@once_per_site
def by_slug(site: Site) -> dict[str, dict[str, Document]]:
    """The published documents of every folder."""
    return {
        folder: {document.slug: document for document in group}
        for folder, group in site.documents.items()
    }


@once_per_site
def referring(site: Site) -> dict[tuple[str, str, str], tuple[Document, ...]]:
    """A folder, and the folder and slug of a document that some in the first one name: these."""
    found: defaultdict[tuple[str, str, str], dict[str, Document]] = defaultdict(dict)
    for folder, kind in site.kinds.items():
        for document in site.all(folder):
            for name, target in kind.references.items():
                for slug in getattr(document.facts, name):
                    found[folder, target, slug][document.slug] = document
    return {place: tuple(group.values()) for place, group in found.items()}
