"""Reader: the content folder becomes the model of a site.

Reads   practice.yaml, one folder a kind, images/, files/, drawings/, the words of the site's
        language
Gives   read(): Content, the site as its files describe it, and every problem in every file
Stops   ContentError when practice.yaml or the words of the site's language cannot be read
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from plugins.build.read.folders import (
    IMAGES,
    check_file,
    download,
    entries,
    image,
    no_content,
    open_files,
    strangers,
    twins,
)
from plugins.build.read.links import Links, addresses, file_address
from plugins.build.read.markdown_cache import MarkdownCache, Text
from plugins.build.read.references import missing_pictures, unknown_slugs
from plugins.build.read.translations import tags
from plugins.core.dates.time_zones import zone_named
from plugins.core.design.svg import sanitized
from plugins.core.feature import Feature
from plugins.core.i18n.catalog import languages, load
from plugins.core.i18n.locale import home
from plugins.core.i18n.words import Words
from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.model.documents import Document, Kind
from plugins.core.model.downloads import FILES
from plugins.core.model.hosts import ANY, Host
from plugins.core.model.site import Site
from plugins.core.paths import THEME
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.front_matter import Fields, parse, read_yaml
from plugins.core.reading.marks import field_marks
from plugins.core.reading.source_files import TYPES, check_slug, display_path, read_source, slug_of
from plugins.core.schema.model import validate
from plugins.core.schema.practice import Practice

PRACTICE = "practice.yaml"
DRAWINGS = "drawings"
# The HTML of each text, and the problems in it.
Render = Callable[[Sequence[Text]], Iterable[tuple[Markup, list[Problem]]]]


class Reading:
    """One reading of a content folder; collects problems instead of stopping at the first.

    broken: documents whose name or fields are refused, without facts.
    They are reported where they stand, and nothing that refers to them is wrong for it.
    """

    def __init__(
        self, content: Path, kinds: Mapping[str, Kind], words: Path = THEME / "words"
    ) -> None:
        self.content, self.kinds, self.word_files = content, kinds, words
        self.problems: list[Problem] = []
        self.broken: list[Document] = []
        self.practice_fields = Fields(content / PRACTICE, {})

    @contextmanager
    def collecting(self) -> Iterator[None]:
        try:
            yield
        except ContentError as error:
            self.problems += error.problems

    def practice(self) -> tuple[Practice | None, ZoneInfo]:
        """The facts of the practice, and its zone even when other facts are wrong."""
        path = self.content / PRACTICE
        zone: object = "UTC"
        if not path.exists() and not path.is_symlink():
            needed = "the facts of the practice: name, telephone, time_zone"
            fix = f"write them into {display_path(path)}"
            self.problems.append(Problem(display_path(path), 0, "", "no such file", needed, fix))
            return None, ZoneInfo("UTC")
        with self.collecting():
            check_file(path, self.content, (".yaml",))
            fields = self.practice_fields = read_yaml(read_source(path, self.content), path)
            self.problems += field_marks(fields)
            zone = fields.values.get("time_zone", "UTC")
            practice = self.facts(fields)
            return practice, practice.time_zone
        return None, zone_or_utc(zone)

    def facts(self, fields: Fields) -> Practice:
        """The practice that the fields of practice.yaml describe. Raises ContentError."""
        zone = zone_or_utc(fields.values.get("time_zone", "UTC"))
        known = {"zone": zone, "locale": home(fields.values, zone.key)}
        known["languages"] = languages(self.word_files)
        return validate(Practice, fields, known)

    def words(self, practice: Practice) -> Words | None:
        """The words of the site's language, and the practice's own."""
        with self.collecting():
            own = practice.words
            return load(self.word_files, practice.locale, own, self.practice_fields)
        return None

    def documents(self, context: Mapping[str, Any]) -> dict[str, list[Document]]:
        """Every Markdown file of every kind that can be read, by folder, sorted by slug."""
        found: dict[str, list[Document]] = {folder: [] for folder in self.kinds}
        for folder, kind in self.kinds.items():
            for path in self.entries(folder):
                with self.collecting():
                    found[folder].append(self.document(path, kind, context))
        return found

    def document(self, path: Path, kind: Kind, context: Mapping[str, Any]) -> Document:
        name = slug_of(TYPES.sub("", path.name)) or "page"  # what a refused one will be called
        document = Document(kind, name, Fields(path, {}), None, "", 1)
        try:
            check_file(path, self.content, (".md",))
            document = replace(document, slug=check_slug(path))
            parsed = parse(read_source(path, self.content), path)
            body, line = parsed.body, parsed.body_line
            document = replace(document, fields=parsed.fields, body=body, body_line=line)
            document = self.completed(document)
            return replace(document, facts=validate(kind.model, document.fields, context))
        except ContentError:
            self.broken.append(document)
            raise

    def completed(self, document: Document) -> Document:
        """The document with all its fields, before they are validated. Raises ContentError."""
        return document

    def add_defaults(
        self, published: Mapping[str, list[Document]], words: Words, practice: Practice
    ) -> None:
        """Add the documents that a kind has when nobody has written them."""
        for folder, kind in self.kinds.items():
            there = {document.slug for document in published[folder]}
            for slug, values in kind.defaults(words, published, practice).items():
                if slug not in there:
                    fields = Fields(self.content / folder / f"{slug}.md", values)
                    facts = validate(kind.model, fields)
                    published[folder].append(Document(kind, slug, fields, facts))
            published[folder].sort(key=lambda document: document.slug)

    def beside_texts(
        self, folder: str, check: Callable[[Path, Path], Path]
    ) -> tuple[dict[str, Path], set[str]]:
        """The files of a folder that are no texts, by their name; and the names of all that are
        there, those that are refused among them: they are reported where they lie."""
        found: dict[str, Path] = {}
        paths = self.entries(folder)
        for path in paths:
            with self.collecting():
                found[path.name] = check(path, self.content)
        self.problems += twins(found.values())
        return found, {path.name for path in paths}

    def drawings(self) -> dict[str, str]:
        """The practice's own drawings, sanitized, by name."""
        found: dict[str, str] = {}
        for path in self.entries(DRAWINGS):
            with self.collecting():
                check_file(path, self.content, (".svg",))
                found[check_slug(path)] = sanitized(read_source(path, self.content), path)
        return found

    def entries(self, name: str) -> list[Path]:
        with self.collecting():
            return entries(self.content / name, self.content)
        return []

    def slugs(self, documents: Mapping[str, list[Document]]) -> dict[str, set[str]]:
        """The slugs of every folder, those of broken documents among them."""
        known = {folder: {one.slug for one in group} for folder, group in documents.items()}
        for document in self.broken:
            known[document.kind.folder].add(document.slug)
        return known

    def with_prose(
        self,
        published: Mapping[str, Sequence[Document]],
        left_out: Sequence[Document],
        links: Links,
    ) -> dict[str, tuple[Document, ...]]:
        """The published documents with their prose as HTML. What is wrong with those left out
        shows now, too, not on their day."""
        cache = MarkdownCache(MarkdownRenderer())
        shown_now = [document for group in published.values() for document in group]
        ready = iter(list(self.rendered([*shown_now, *left_out], links, cache.render)))
        cache.save()
        return {folder: tuple(islice(ready, len(group))) for folder, group in published.items()}

    def rendered(
        self, documents: Sequence[Document], links: Links, render: Render
    ) -> Iterator[Document]:
        """The documents with their prose as HTML."""
        texts = [
            Text(document.body, document.source, document.body_line, links.resolver(file))
            for document in documents
            for file in [file_address(document, self.content)]
        ]
        for document, (html, problems) in zip(documents, render(texts), strict=True):
            self.problems += problems
            yield replace(document, prose=html)


@dataclass(frozen=True)
class Content:
    """What a content folder says.

    site        every document validated, its prose rendered, its references known to exist
    others      the same in the other languages
    problems    in the files
    unreadable  files whose fields cannot be read: one problem is enough for each
    """

    site: Site
    problems: tuple[Problem, ...]
    unreadable: frozenset[str]
    others: tuple[Site, ...] = ()

    @property
    def sites(self) -> tuple[Site, ...]:
        """One for each language."""
        return self.site, *self.others

    def about_readable(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those that are not about an unreadable file."""
        return [problem for problem in problems if problem.path not in self.unreadable]


def read(  # noqa: PLR0913  (the inputs of a build, each named at the call)
    content: Path,
    features: tuple[Feature, ...],
    *,
    now: Callable[[ZoneInfo], datetime],
    url: str = "",
    preview: bool = True,
    theme: Path = THEME,
    host: Host = ANY,
    editor: str = "",
) -> Content:
    """The site that a content folder describes.

    now: the clock, asked once the practice's zone is known
    theme: the folder with templates and words
    host: where the site will be served
    editor: the repository that staff edit from the live site
    """
    if not content.is_dir():
        raise no_content(content)
    kinds = {kind.folder: kind for feature in features for kind in feature.kinds}
    reading = Reading(content, kinds, theme / "words")
    practice, zone = reading.practice()
    spoken = tags(content, languages(reading.word_files))
    instant = now(zone)
    said = reading.words(practice) if practice else None
    locale = home(reading.practice_fields.values, zone.key)
    everything = reading.documents({"zone": zone, "site": url, "locale": locale})
    images, pictures = reading.beside_texts(IMAGES, image)
    files, downloads = reading.beside_texts(FILES, download)
    drawings = reading.drawings()
    every = [document for group in everything.values() for document in group]
    reading.problems += [
        *strangers(content, (PRACTICE, IMAGES, FILES, DRAWINGS, *kinds, *spoken)),
        *open_files(content),
        *unknown_slugs(every, reading.slugs(everything)),
        *missing_pictures(every, pictures, Path(display_path(content / IMAGES))),
    ]
    published, left_out = sorted_out(everything, instant.astimezone(zone), preview)
    if practice and said:
        reading.add_defaults(published, said, practice)
    left_out += reading.broken
    links = Links.of(published, left_out, addresses(pictures, downloads), content, url)
    documents = reading.with_prose(published, left_out, links)
    if practice is None or said is None:
        raise ContentError(reading.problems)
    site = Site(
        *(content, practice, instant, url, preview, documents, tuple(left_out), images, files),
        features=features,
        theme=theme,
        words=said,
        drawings=drawings,
        host=host,
        editor=editor,
        practice_fields=reading.practice_fields,
    )
    unreadable = frozenset(document.source for document in reading.broken)
    return Content(site, tuple(reading.problems), unreadable)


def sorted_out(
    everything: Mapping[str, list[Document]], now: datetime, preview: bool
) -> tuple[dict[str, list[Document]], list[Document]]:
    """What is published at this instant, and what is left out: starters, and news to come."""
    published: dict[str, list[Document]] = {}
    left_out: list[Document] = []
    for folder, group in everything.items():
        published[folder] = []
        for document in group:
            hidden = document.kind.hidden(document.facts, now)
            out = hidden or (document.starter and not preview)
            (left_out if out else published[folder]).append(document)
    return published, left_out


def zone_or_utc(name: object) -> ZoneInfo:
    """The zone of that name; UTC when it is wrong, which is reported where it stands."""
    return (zone_named(name.strip()) if isinstance(name, str) else None) or ZoneInfo("UTC")
