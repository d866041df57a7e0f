"""Draft: an offer that is being written, held against the model and the content around it.

Gives   Around, what the content holds that an offer may name; Draft: its text, its problems
Units   answers are texts as typed; `modalities` and `pages` have commas between their items
Stops   nothing: problems() gives them all
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace
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
from plugins.desk.project import project
from plugins.desk.zone import zone_of
from plugins.offers import KIND
from plugins.offers.checks import unknown_pages
from plugins.offers.model import EVERYWHERE, Offer

QUOTED = ("headline", "code", "terms")
LISTS = ("modalities", "pages")
LATER = ("modalities", "pages", "priority", "regular_price", "button")
HINT = """\
# More keys, each on a line of its own: {keys}.
# A sentence or two about the offer can stand below the next line."""


@dataclass(frozen=True)
class Around:
    """The content that an offer is written into. modalities: title of each slug."""

    content: Path
    zone: ZoneInfo
    modalities: Mapping[str, str]
    addresses: frozenset[str]

    @classmethod
    def of(cls, content: Path, settings: str) -> Around:
        """What is there; other problems of the content are told by the build, not here."""
        zone = zone_of(content)
        features = project(settings, content).features
        kinds = {kind.folder: kind for feature in features for kind in feature.kinds}
        reading = Reading(content, kinds)
        groups = reading.documents({"zone": zone})
        every = [*(one for group in groups.values() for one in group), *reading.broken]
        titles = {one.slug: one.title for one in every if one.kind.folder == "modalities"}
        addresses = frozenset(one.address for one in every if one.address)
        return cls(content, zone, dict(sorted(titles.items())), addresses)


@dataclass(frozen=True)
class Draft:
    """An offer as answered so far."""

    answers: Mapping[str, str]
    around: Around

    @property
    def path(self) -> Path:
        return self.around.content / "offers" / f"{slug(self.answers['headline'])}.md"

    @property
    def text(self) -> str:
        """The offer as a content file."""
        given = {key: answer for key, answer in self.answers.items() if answer}
        later = ", ".join(key for key in LATER if key not in given)
        rows = [row for key, answer in given.items() for row in rows_of(key, answer)]
        return "\n".join(["---", *rows, HINT.format(keys=later), "---", "", ""])

    def offer(self) -> Offer:
        """Raises ContentError."""
        return validate(Offer, parse(self.text, self.path).fields, {"zone": self.around.zone})

    def problems(self) -> list[Problem]:
        """What a build would say of it; what it names is looked up even when a date is wrong."""
        found: list[Problem] = []
        try:
            parsed = parse(self.text, self.path)
        except ContentError as error:
            return error.problems
        named = {key: parsed.fields.values.get(key) for key in ("headline", *LISTS)}
        named = {key: value for key, value in named.items() if value is not None}
        for values in (parsed.fields.values, named):
            fields = replace(parsed.fields, values=values)
            try:
                offer = validate(Offer, fields, {"zone": self.around.zone})
            except ContentError as error:
                found += error.problems
            else:
                document = Document(KIND, self.path.stem, fields, offer, "", 1)
                found += unknown_slugs([document], {"modalities": self.around.modalities})
                found += unknown_pages(document, set(self.around.addresses))
        return sorted(set(found))


def rows_of(key: str, answer: str) -> list[str]:
    """The lines of a field."""
    if key not in LISTS:
        return [f"{key}: {doubled(answer) if key in QUOTED else answer}"]
    items = split(answer)
    if EVERYWHERE in items:
        return [f"{key}: {EVERYWHERE}"]
    plain = re.compile(r"[\w/][\w/.-]*", re.ASCII)
    return [f"{key}:", *(f"  - {one if plain.fullmatch(one) else doubled(one)}" for one in items)]


def split(answer: str) -> list[str]:
    return [word.strip() for word in answer.split(",") if word.strip()]


def slug(headline: str) -> str:
    """The file name that a headline gives."""
    made = slugify(headline, regex_subs=[(r"['\u2019]", ""), (r"[^a-zA-Z0-9]+", "-")])
    made = textwrap.shorten(made.replace("-", " "), SLUG_LENGTH, placeholder="").replace(" ", "-")
    return f"{made or 'new'}-offer" if not made or made in RESERVED else made
