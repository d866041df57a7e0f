"""Phrases: sentences of the interface with places for values.

Reads   "Call {number}": a value; "See <link>the offers</link>.": a marked part of a sentence
Gives   Phrase, Plural: called with their values, in a template or in Python; a plain text when
        nothing in it is HTML, else markup in which every value is escaped
        ready(): what a template gets for a text: itself when it has no place for a value
Units   <link> leads to the address that is given as link; <strong> stays what it is; any other
        mark is a span of that class
Stops   a template that gives no value for a place, or none at all: TemplateRuntimeError
Source  GNU gettext's plural rules, with the names of CLDR's forms
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateRuntimeError
from markupsafe import Markup, escape

TOKEN = re.compile(r"\{(\w+)\}|<(/?)(\w+)>")
LINK = "link"
Rule = Callable[[int], Any]


def places(text: str) -> set[str]:
    """The names of the values that a text needs."""
    found = {match[1] or match[3] for match in TOKEN.finditer(text)}
    return {name for name in found if name == LINK or f"{{{name}}}" in text}


def marks(text: str) -> list[str]:
    """The marks of a text, in their order: `zone`, `/zone`."""
    return [match[2] + match[3] for match in TOKEN.finditer(text) if match[3]]


def ready(text: str, name: str) -> str | Phrase:
    """What a template gets: a phrase to call, or the text itself."""
    return Phrase(name, text) if TOKEN.search(text) else text


@dataclass(frozen=True)
class Phrase:
    """A sentence with places. name: where it stands in the file of words."""

    name: str
    text: str

    def __call__(self, **values: Any) -> str:
        return filled(self.text, self.name, values)

    def __str__(self) -> str:
        raise TemplateRuntimeError(
            f"words.{self.name} is a phrase: call it, with a value for each place"
        )

    __html__ = __str__


@dataclass(frozen=True)
class Plural:
    """A sentence for each plural form; `count` chooses. rules: form to rule, without "other"."""

    name: str
    forms: Mapping[str, str]
    rules: Mapping[str, Rule]

    def __call__(self, count: int, **values: Any) -> str:
        form = next((form for form, rule in self.rules.items() if rule(count)), "other")
        return filled(self.forms[form], self.name, {"count": count, **values})

    def __str__(self) -> str:
        raise TemplateRuntimeError(f"words.{self.name} is a phrase: call it, with a count")

    __html__ = __str__


def filled(text: str, name: str, values: Mapping[str, Any]) -> str:
    """The text with its values. Raises TemplateRuntimeError when one is missing."""
    missing = sorted(places(text) - values.keys())
    if missing:
        raise TemplateRuntimeError(f"words.{name} needs {', '.join(missing)}")
    if not marks(text) and not any(hasattr(value, "__html__") for value in values.values()):
        return TOKEN.sub(lambda match: str(values[match[1]]), text)
    made, end = Markup(), 0
    for match in TOKEN.finditer(text):
        made += escape(text[end : match.start()])
        made += escape(values[match[1]]) if match[1] else tag(match[3], bool(match[2]), values)
        end = match.end()
    return made + escape(text[end:])


def tag(mark: str, closes: bool, values: Mapping[str, Any]) -> Markup:
    element = {LINK: "a", "strong": "strong"}.get(mark, "span")
    if closes:
        return Markup("</{}>").format(element)
    if mark == LINK:
        return Markup('<a href="{}">').format(values[LINK])
    return Markup("<strong>") if mark == "strong" else Markup('<span class="{}">').format(mark)
