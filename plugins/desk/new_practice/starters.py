"""Starters: the texts that a new practice begins with.

Reads   starters/every-trade/, and starters/<trade>/, whose files count more
Gives   files(): the content of a practice, by its path in the folder
Units   in a starter, {name} is the name of the practice and {emergency} what to do in an emergency;
        above the text they stand between double quotes
"""

from __future__ import annotations

import re
from pathlib import Path

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
    found = {
        path.relative_to(STARTERS / folder).as_posix(): filled(path, facts)
        for folder in ("every-trade", facts.trade)
        for path in sorted((STARTERS / folder).rglob("*.md"))
    }
    return {"practice.yaml": facts.practice_yaml, **found}


def filled(path: Path, facts: Facts) -> str:
    """A starter with the facts of the practice in the place of their names."""
    start, fields, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = fields.replace("{name}", doubled(facts.name)[1:-1])
    body = body.replace("{name}", MARKS.sub(r"\\\1", facts.name))
    return "---\n".join([start, fields, body]).replace("{emergency}", facts.emergency)
