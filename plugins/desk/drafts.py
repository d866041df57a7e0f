"""Drafts: content files that are not written yet, checked against the content.

Gives   Context, the content that a new file may name; Draft: its text, its problems
Units   answers are texts as typed; those to `lists` have commas between their items
Stops   nothing: problems() returns them all
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.utils import slugify

from plugins.build.read.reader import Reading
from plugins.build.read.references import unknown_slugs
from plugins.core.i18n.locale import Locale
from plugins.core.model.documents import Document, Kind
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.front_matter import doubled, parse
from plugins.core.reading.source_files import RESERVED, SLUG_LENGTH
from plugins.core.schema.model import validate
from plugins.desk.project import home_locale, load_project, time_zone
from plugins.desk.questions import split

HINT = """\
# More keys, each on a line of its own: {keys}.
# {below}"""


@dataclass(frozen=True)
class Context:
    """The content that a new file refers to. modalities: title of each slug."""

    content: Path
    zone: ZoneInfo
    kinds: Mapping[str, Kind]
    documents: tuple[Document, ...]
    locale: Locale

    @classmethod
    def load(cls, content: Path, settings: str) -> Context:
        """Read the content; its other problems are left to the build."""
        zone, locale = time_zone(content), home_locale(content)
        features = load_project(settings, content).features
        kinds = {kind.folder: kind for feature in features for kind in feature.kinds}
        reading = Reading(content, kinds)
        groups = reading.documents({"zone": zone, "locale": locale})
        documents = (*chain.from_iterable(groups.values()), *reading.broken)
        return cls(content, zone, kinds, documents, locale)

    @property
    def modalities(self) -> Mapping[str, str]:
        group = (one for one in self.documents if one.kind.folder == "modalities")
        return dict(sorted((one.slug, one.title) for one in group))

    @property
    def addresses(self) -> set[str]:
        return {one.address for one in self.documents if one.address}


@dataclass(frozen=True)
class Format:
    """How the answers stand in the file.

    plain    fields that need no quotes, because their values have a form
    lists    fields with several items
    optional further fields that the file names in a comment, for who wants them
    below    what a comment says of the text
    """

    plain: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    below: str = "The text stands below the next line."


@dataclass(frozen=True)
class Draft:
    """A file of content, from the answers so far.

    checks  what its feature finds wrong
    nested  fields that are a mapping: the key that takes the answer, and further ones
    """

    answers: Mapping[str, str]
    kind: Kind
    context: Context
    format: Format = field(default_factory=Format)
    checks: Callable[[Document], Iterable[Problem]] = lambda _document: ()
    nested: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        title = next(iter(self.answers.values()))
        noun = {"people": "person"}.get(self.kind.folder, self.kind.folder.removesuffix("s"))
        return self.context.content / self.kind.folder / f"{slug(title, noun)}.md"

    @property
    def text(self) -> str:
        answered = {key: answer for key, answer in self.answers.items() if answer}
        optional = ", ".join(key for key in self.format.optional if key not in answered)
        hint = HINT.format(keys=optional, below=self.format.below)
        lines = [line for key, answer in answered.items() for line in self.lines(key, answer)]
        return "\n".join(["---", *lines, hint, "---", "", ""])

    def lines(self, key: str, answer: str) -> list[str]:
        """A field as lines of front matter."""
        if key in self.nested:
            inner, others = self.nested[key]
            rows = {inner: doubled(answer), **others}
            return [f"{key}:", *(f"  {name}: {value}" for name, value in rows.items())]
        if key not in self.format.lists:
            return [f"{key}: {answer if key in self.format.plain else doubled(answer)}"]
        items = split(answer)
        if "everywhere" in items:
            return [f"{key}: everywhere"]
        plain = re.compile(r"[\w/][\w/.-]*", re.ASCII)
        values = (item if plain.fullmatch(item) else doubled(item) for item in items)
        return [f"{key}:", *(f"  - {value}" for value in values)]

    def document(self, values: Mapping[str, object] | None = None) -> Document:
        """Raises ContentError. values: those to take in place of all that were answered."""
        fields = parse(self.text, self.path).fields
        fields = fields if values is None else replace(fields, values=dict(values))
        facts = validate(
            self.kind.model, fields, {"zone": self.context.zone, "locale": self.context.locale}
        )
        return Document(self.kind, self.path.stem, fields, facts, "", 1)

    def problems(self) -> list[Problem]:
        """What a build would report; names are looked up even when a date is wrong."""
        problems: list[Problem] = []
        try:
            values = parse(self.text, self.path).fields.values
        except ContentError as error:
            return error.problems
        fields = self.kind.model.model_fields.items()
        required = [key for key, one in fields if one.is_required()]
        names = {key: values[key] for key in (*required, *self.format.lists) if values.get(key)}
        for checked in (values, names):
            try:
                document = self.document(checked)
            except ContentError as error:
                problems += error.problems
            else:
                problems += unknown_slugs([document], {"modalities": self.context.modalities})
                problems += self.checks(document)
        return sorted(set(problems))


def slug(title: str, noun: str) -> str:
    """The file name for a title."""
    name = slugify(title, regex_subs=[(r"['\u2019]", ""), (r"[^a-zA-Z0-9]+", "-")])
    name = textwrap.shorten(name.replace("-", " "), SLUG_LENGTH, placeholder="").replace(" ", "-")
    return f"{name or 'new'}-{noun}" if not name or name in RESERVED else name
