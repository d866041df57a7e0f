"""Facts: practice.yaml of a new practice.

Gives   Facts, what the answers say; its text as practice.yaml, where every key that is not known
        stands as a comment with its hint; problems(), what the model finds wrong
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.core.i18n.locale import REFERENCE, home
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.front_matter import doubled, read_yaml
from plugins.core.schema.inputs import hints
from plugins.core.schema.model import validate
from plugins.core.schema.practice import Brand, Practice
from plugins.core.schema.warning_signs import EMERGENCY
from plugins.desk.new_practice.places import Place, place_of

HEAD = """\
# Facts about the practice. Write each fact here, once: every page takes it from here.
# What you do not fill in appears nowhere. Never guess.

"""
MORE = """
# ---------------------------------------------------------------------------
# More facts you can add. Delete the "# " in front of the lines you need, and
# write the value behind the colon. content/README.md explains each key.
# ---------------------------------------------------------------------------
"""
# What stands below a key that has keys of its own.
BELOW = {
    "address": (
        "street:",
        "city: {town}",
        "region: {region}",
        "postal_code:",
        "country: {country}",
    ),
    "geo": ("latitude:", "longitude:"),
    "hours": ("monday:", "tuesday:"),
    "booking": ("label:", "url:"),
    "brand": tuple(f"{key}:" for key in Brand.model_fields),
}
WIDTH = 98
# The languages of the starters.
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish"}
# How each says "call", and an emergency number that is not known here.
CALL = {
    "en": ("call", "your emergency number"),
    "fr": ("appelez le", "numéro d\u2019urgence de votre pays"),
    "es": ("llame al", "número de emergencias de su país"),
}


@dataclass(frozen=True)
class Facts:
    """What is known of a new practice."""

    name: str
    telephone: str
    place: Place
    trade: str = ""
    color: str = ""
    language: str = REFERENCE

    @classmethod
    def of(cls, answers: Mapping[str, str]) -> Facts:
        """From answers of PracticeForm; a place that is not known has the zone UTC."""
        telephone = answers["telephone"]
        place = place_of(answers["town"], telephone) or Place("UTC")
        spoken = place.language if place.language in LANGUAGES else REFERENCE
        language = answers["language"] or spoken
        return cls(answers["name"], telephone, place, answers["trade"], answers["color"], language)

    @property
    def emergency(self) -> str:
        """What the texts say: `call 911`."""
        number = EMERGENCY.get(self.place.country)
        call, unknown = CALL[self.language]
        return f"{call} {number or unknown}"

    @property
    def practice_yaml(self) -> str:
        known = {
            "name": doubled(self.name),
            "telephone": doubled(self.telephone),
            "time_zone": self.place.zone,
            "language": self.language if self.language != REFERENCE else "",
            "brand": self.brand if self.color else "",
        }
        known = {key: value for key, value in known.items() if value}
        lines = [
            f"{key}:{'' if value[0] == chr(10) else ' '}{value}" for key, value in known.items()
        ]
        return "\n".join([HEAD + "\n".join(lines), MORE, *self.unknown(known), ""])

    @property
    def brand(self) -> str:
        """The color, and the rest of the look as comments."""
        rows = [f"  color: {doubled(self.color)}"]
        for key, hint in hints(Brand).items():
            if key != "color":
                rows += (f"  # {row}" for row in (*textwrap.wrap(hint, WIDTH - 2), f"{key}:"))
        return "\n" + "\n".join(rows)

    def unknown(self, known: Mapping[str, str]) -> list[str]:
        """A comment for each other key."""
        blocks = []
        for key, hint in hints(Practice).items():
            if key not in known:
                below = (line.format_map(vars(self.place)) for line in BELOW.get(key, ()))
                rows = [*textwrap.wrap(hint, WIDTH), f"{key}:", *(f"  {line}" for line in below)]
                blocks.append("".join(f"# {row.rstrip()}\n" for row in rows))
        return blocks


def problems(facts: Facts) -> list[Problem]:
    """What the model of practice.yaml finds wrong."""
    fields = read_yaml(facts.practice_yaml, Path("practice.yaml"))
    try:
        validate(Practice, fields, {"locale": home(fields.values, facts.place.zone)})
    except ContentError as error:
        return error.problems
    return []
