"""Offer draft: an offer that is not written yet, checked against the content.

Gives   OfferContext, the content that an offer may name; OfferDraft: its file's text, its problems
Units   answers are texts as typed; `modalities` and `pages` have commas between their items
Stops   nothing: problems() returns them all
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.utils import slugify

from plugins.build.read.reader import Reading
from plugins.build.read.references import unknown_slugs
from plugins.core.model.documents import Document
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.front_matter import doubled, parse
from plugins.core.reading.source_files import RESERVED, SLUG_LENGTH
from plugins.core.schema.model import validate
from plugins.desk.project import load_project, time_zone
from plugins.offers import KIND
from plugins.offers.checks import unknown_pages
from plugins.offers.model import EVERYWHERE, Offer

QUOTED = ("headline", "code", "terms")
LISTS = ("modalities", "pages")
OPTIONAL = ("modalities", "pages", "priority", "regular_price", "button")
HINT = """\
# More keys, each on a line of its own: {keys}.
# A sentence or two about the offer can stand below the next line."""


@dataclass(frozen=True)
class OfferContext:
    """The content that a new offer refers to. modalities: title of each slug."""

    content: Path
    zone: ZoneInfo
    modalities: Mapping[str, str]
    addresses: frozenset[str]

    @classmethod
    def load(cls, content: Path, settings: str) -> OfferContext:
        """Read the content; its other problems are left to the build."""
        zone = time_zone(content)
        features = load_project(settings, content).features
        kinds = {kind.folder: kind for feature in features for kind in feature.kinds}
        reading = Reading(content, kinds)
        groups = reading.documents({"zone": zone})
        documents = [*chain.from_iterable(groups.values()), *reading.broken]
        titles = {
            document.slug: document.title
            for document in documents
            if document.kind.folder == "modalities"
        }
        addresses = frozenset(filter(None, (document.address for document in documents)))
        return cls(content, zone, dict(sorted(titles.items())), addresses)


@dataclass(frozen=True)
class OfferDraft:
    """An offer, from the answers so far."""

    answers: Mapping[str, str]
    context: OfferContext

    @property
    def path(self) -> Path:
        return self.context.content / "offers" / f"{slug(self.answers['headline'])}.md"

    @property
    def text(self) -> str:
        """The offer as a content file."""
        answered = {key: answer for key, answer in self.answers.items() if answer}
        optional = ", ".join(key for key in OPTIONAL if key not in answered)
        lines = [line for key, answer in answered.items() for line in yaml_lines(key, answer)]
        return "\n".join(["---", *lines, HINT.format(keys=optional), "---", "", ""])

    def offer(self) -> Offer:
        """Raises ContentError."""
        return validate(Offer, parse(self.text, self.path).fields, {"zone": self.context.zone})

    def problems(self) -> list[Problem]:
        """What a build would report; names are looked up even when a date is wrong."""
        problems: list[Problem] = []
        try:
            parsed = parse(self.text, self.path)
        except ContentError as error:
            return error.problems
        values = parsed.fields.values
        names = {key: values[key] for key in ("headline", *LISTS) if values.get(key) is not None}
        for checked in (values, names):
            fields = replace(parsed.fields, values=checked)
            try:
                offer = validate(Offer, fields, {"zone": self.context.zone})
            except ContentError as error:
                problems += error.problems
            else:
                document = Document(KIND, self.path.stem, fields, offer, "", 1)
                problems += unknown_slugs([document], {"modalities": self.context.modalities})
                problems += unknown_pages(document, set(self.context.addresses))
        return sorted(set(problems))


def yaml_lines(key: str, answer: str) -> list[str]:
    """A field as lines of front matter."""
    if key not in LISTS:
        return [f"{key}: {doubled(answer) if key in QUOTED else answer}"]
    items = split(answer)
    if EVERYWHERE in items:
        return [f"{key}: {EVERYWHERE}"]
    plain = re.compile(r"[\w/][\w/.-]*", re.ASCII)
    values = (item if plain.fullmatch(item) else doubled(item) for item in items)
    return [f"{key}:", *(f"  - {value}" for value in values)]


def split(answer: str) -> list[str]:
    return [word.strip() for word in answer.split(",") if word.strip()]


def slug(headline: str) -> str:
    """The file name for a headline."""
    name = slugify(headline, regex_subs=[(r"['\u2019]", ""), (r"[^a-zA-Z0-9]+", "-")])
    name = textwrap.shorten(name.replace("-", " "), SLUG_LENGTH, placeholder="").replace(" ", "-")
    return f"{name or 'new'}-offer" if not name or name in RESERVED else name
