"""Starters: the texts that a new practice begins with.

Reads   starters/<language>/every-trade/, and starters/<language>/<trade>/, whose files count more
Gives   files(): the content of a practice, by its path in the folder; untranslated(): those of them
        that are in English, because nobody has written that trade in the language yet
Units   in a starter, {name} is the name of the practice and {emergency} what to do in an emergency;
        above the text they stand between double quotes
"""

from __future__ import annotations

import re
from pathlib import Path

from plugins.core.i18n.locale import REFERENCE
from plugins.core.reading.front_matter import doubled
from plugins.desk.new_practice.facts import Facts

STARTERS = Path(__file__).with_name("starters")
TRADES = {
    "massage": "Massage",
    "acupuncture": "Acupuncture",
    "physiotherapy": "Physiotherapy",
    "yoga-therapy": "Yoga therapy",
    "counselling": "Counselling",
}
# What Markdown would read as a mark.
MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def files(facts: Facts) -> dict[str, str]:
    folder = STARTERS / facts.language
    every = {**starters(folder / "every-trade"), **starters(folder / facts.trade)}
    every |= {name: STARTERS / REFERENCE / facts.trade / name for name in untranslated(facts)}
    texts = {name: filled(path, facts) for name, path in every.items()}
    return {"practice.yaml": facts.practice_yaml, **texts}


def untranslated(facts: Facts) -> list[str]:
    """What the trade offers, in English; the pages of every trade are in each language."""
    if (STARTERS / facts.language / facts.trade).is_dir():
        return []
    english = starters(STARTERS / REFERENCE / facts.trade)
    return [name for name in english if not name.startswith("pages/")]


def starters(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.md"))}


def filled(path: Path, facts: Facts) -> str:
    """A starter with the facts of the practice in the place of their names."""
    start, fields, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = fields.replace("{name}", doubled(facts.name)[1:-1])
    body = body.replace("{name}", MARKS.sub(r"\\\1", facts.name))
    return "---\n".join([start, fields, body]).replace("{emergency}", facts.emergency)
