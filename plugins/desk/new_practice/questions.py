"""Questions: the six things that make new-practice asks.

Gives   PracticeForm; each answer is held against the model of practice.yaml, and a town against the
        towns of the world
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import ClassVar

from PIL import ImageColor

from plugins.core.problems import Problem, listed, quoted
from plugins.desk.new_practice.facts import LANGUAGES, Facts, problems
from plugins.desk.new_practice.places import place_of, spellings
from plugins.desk.new_practice.starters import TRADES
from plugins.desk.questions import Form, Questions, about, as_answer, choices, chosen

TOWN = "a town like Denver, CO, or a time zone like America/Denver"
MOST = 5
LISTS = {"trade": TRADES, "language": LANGUAGES}


class PracticeForm(Form):
    """What is known of a practice in its first minute."""

    required = ("name", "town", "telephone", "trade")
    usage = (
        "Which practice? Type: make new-practice NAME='Quiet Hands' TOWN='Denver, CO' "
        f"TELEPHONE=303-555-0142 TRADE={next(iter(TRADES))}"
    )
    questions: ClassVar[Questions] = {
        "name": ("NAME", "What is the name of the practice?"),
        "town": ("TOWN", f"Where is it? {TOWN[0].upper()}{TOWN[1:]}"),
        "telephone": ("TELEPHONE", "Which number should visitors call?"),
        "language": (
            "LANGUAGE",
            "In which language are the pages? A number or a name (Enter: what people speak there)",
        ),
        "trade": ("TRADE", "What do you do? A number or a name"),
        "color": ("COLOR", "Your color, like #7a3b2e or teal (Enter: the color of the theme)"),
    }

    def question(self, key: str) -> str:
        question = super().question(key)
        return choices(question, LISTS[key].values()) if key in LISTS else question

    def resolved(self, key: str, answer: str) -> str:
        if key == "color":
            return hexadecimal(answer)
        return chosen([answer], LISTS[key])[0] if key in LISTS else answer

    def faults(self, answers: Mapping[str, str], key: str) -> str:
        if key in LISTS:
            known = not answers[key] or answers[key] in LISTS[key]
            needed = f"one of these: {listed([*LISTS[key]])}"
            return "" if known else refusal(key, answers[key], needed)
        if key == "town":
            return town_fault(answers[key], answers["telephone"])
        field = {"color": "brand"}.get(key, key)
        found = problems(Facts.of({**answers, "language": ""}))
        return about(found, field).replace('write "color: ', 'type "')


def hexadecimal(color: str) -> str:
    """A color in the form of practice.yaml, for its name or another form of CSS."""
    for text in (color, f"#{color}"):
        with suppress(ValueError):
            red, green, blue, *_ = ImageColor.getrgb(text)
            return f"#{red:02x}{green:02x}{blue:02x}"
    return color


def town_fault(answer: str, telephone: str) -> str:
    if place_of(answer, telephone):
        return ""
    several = spellings(answer)
    such = "such as " if len(several) > MOST else ""
    fix = f"type the one that is meant, {such}{'; '.join(several[:MOST])}"
    other = "type the nearest large town, or the time zone"
    return refusal("town", answer, TOWN, fix if len(several) > 1 else other)


def refusal(key: str, answer: str, needed: str, fix: str = "") -> str:
    return as_answer(Problem("", 0, key, quoted(answer), needed, fix), key)
