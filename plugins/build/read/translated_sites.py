"""Translated sites: what the folders of other languages in content/ make of a site.

Reads   content/es/ and the like, see translations.py; all facts from the site in the first language
Gives   in_every_language(): the content with a site for each further language
Stops   ContentError with the problems of all languages at once
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from plugins.build.read.folders import check_file, strangers
from plugins.build.read.links import Links, addresses
from plugins.build.read.reader import PRACTICE, Content, Reading, sorted_out
from plugins.build.read.translations import tags, translated, untranslated, without_original
from plugins.core.i18n.catalog import languages
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.front_matter import Fields, read_yaml
from plugins.core.reading.marks import field_marks
from plugins.core.reading.source_files import read_source
from plugins.core.schema.practice import Practice


def in_every_language(content: Content) -> Content:
    """The content with its other languages; the same when it has none."""
    site, problems = content.site, list(content.problems)
    others, unreadable = [], set(content.unreadable)
    for tag in tags(site.content, languages(site.theme / "words")):
        reading = TranslatedReading(site, tag)
        others.append(reading.site())
        problems += reading.problems
        unreadable |= {document.source for document in reading.broken}
    if None in others:
        raise ContentError(problems)
    sites = tuple(filter(None, others))
    return replace(
        content, others=sites, problems=tuple(problems), unreadable=frozenset(unreadable)
    )


class TranslatedReading(Reading):
    """One reading of the folder of a language. first: the site that it translates."""

    def __init__(self, first: Site, tag: str) -> None:
        self.first, self.tag, self.base = first, tag, f"/{tag.lower()}"
        kinds = {name: replace(kind, base=self.base) for name, kind in first.kinds.items()}
        super().__init__(first.content / tag, kinds, first.theme / "words")
        self.originals = {
            (one.kind.folder, one.slug): one
            for one in first.everything
            if one.fields.path.is_file()  # and does not come by itself
        }

    def practice(self) -> tuple[Practice | None, ZoneInfo]:
        path, zone = self.content / PRACTICE, self.first.practice.time_zone
        said = Fields(path, {})
        with self.collecting():
            if path.exists():
                check_file(path, self.content, (".yaml",))
                said = read_yaml(read_source(path, self.content), path)
                self.problems += field_marks(said)
            fields, notes = translated(Practice, self.first.practice_fields, said)
            self.problems += notes
            values = {**fields.values, "language": self.tag}
            self.practice_fields = replace(fields, values=values)
            return self.facts(self.practice_fields), zone
        return None, zone

    def completed(self, document: Document) -> Document:
        """With the facts of its original."""
        path = document.fields.path
        original = self.originals.get((document.kind.folder, document.slug))
        if not original:
            there = self.first.content / document.kind.folder / path.name
            raise ContentError([without_original(path, there)])
        if original.facts is None:  # reported where it stands
            raise ContentError([])
        fields, notes = translated(document.kind.model, original.fields, document.fields)
        self.problems += notes
        if original.has_text and not document.body.strip():
            needed = "the text below the second ---: it is left out in this language"
            fix = f"translate it from {original.source}"
            self.problems.append(Problem(document.source, needed=needed, fix=fix, level="note"))
        return replace(document, fields=fields)

    def site(self) -> Site | None:
        """The site in this language; None when it cannot be read."""
        first = self.first
        practice, zone = self.practice()
        said = self.words(practice) if practice else None
        everything = self.documents(
            {"zone": zone, "site": first.url, "locale": first.practice.locale}
        )
        self.problems += [
            *strangers(self.content, (PRACTICE, *self.kinds)),
            *self.not_there(everything),
        ]
        if practice is None or said is None:
            return None
        published, left_out = sorted_out(everything, first.now.astimezone(zone), first.preview)
        self.add_defaults(published, said, practice)
        left_out += self.broken
        files = addresses(first.images, first.files)
        links = Links.of(published, left_out, files, self.content, first.url)
        known = frozenset(one.address for one in first.published if one.address)
        links = replace(links, base=self.base, first=known)
        return replace(
            first,
            content=self.content,
            practice=practice,
            documents=self.with_prose(published, left_out, links),
            left_out=tuple(left_out),
            words=said,
            editor="",
            practice_fields=self.practice_fields,
            base=self.base,
        )

    def not_there(self, everything: Mapping[str, list[Document]]) -> Iterator[Problem]:
        """A note for each file that has no translation."""
        there = {(one.kind.folder, one.slug) for group in everything.values() for one in group}
        there |= {(one.kind.folder, one.slug) for one in self.broken}
        for place, original in self.originals.items():
            if place not in there:
                path = self.content / place[0] / original.fields.path.name
                yield untranslated(original.fields.path, path)
