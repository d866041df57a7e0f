"""Phrases: sentences of the interface with places for values.

Reads   "Call {number}": a value; "See <link>the offers</link>.": a marked part of a sentence
Gives   Phrase, Plural: called with their values, in a template or in Python; a plain text when
        nothing in it is HTML, else markup in which every value is escaped
        ready(): what a template gets for a text: itself when it has no place for a value
Units   <link> leads to the address that is given as link; <strong> stays what it is; any other
        mark is a span of that class
Stops   a template that gives no value for a place, or none at all: TemplateRuntimeError
Source  the plural forms of CLDR
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import TemplateRuntimeError
from markupsafe import Markup, escape

TOKEN = re.compile(r"\{(\w+)\}|<(/?)(\w+)>")
LINK = "link"
TEXTS = 1000  # more than a site has: each is taken apart once
Choose = Callable[[int], str]


@lru_cache(TEXTS)
def placeholders(text: str) -> frozenset[str]:
    """The names of the values that a text needs."""
    found = {match[1] or match[3] for match in TOKEN.finditer(text)}
    return frozenset(name for name in found if name == LINK or f"{{{name}}}" in text)


@lru_cache(TEXTS)
def marks(text: str) -> tuple[str, ...]:
    """The marks of a text, in their order: `zone`, `/zone`."""
    return tuple(match[2] + match[3] for match in TOKEN.finditer(text) if match[3])


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
    """A sentence for each plural form. choose: the form of a count."""

    name: str
    forms: Mapping[str, str]
    choose: Choose

    def __call__(self, count: int, **values: Any) -> str:
        text = self.forms.get(self.choose(count)) or self.forms["other"]
        return filled(text, self.name, {"count": count, **values})

    def __str__(self) -> str:
        raise TemplateRuntimeError(f"words.{self.name} is a phrase: call it, with a count")

    __html__ = __str__


def filled(text: str, name: str, values: Mapping[str, Any]) -> str:
    """The text with its values. Raises TemplateRuntimeError when one is missing."""
    if missing := sorted(placeholders(text) - values.keys()):
        raise TemplateRuntimeError(f"words.{name} needs {', '.join(missing)}")
    if not marks(text) and not any(hasattr(value, "__html__") for value in values.values()):
        return "".join(said + str(values[place]) if place else said for said, place in plain(text))
    return Markup().join(
        said + escape(values[place]) if place else said for said, place in markup(text)
    )


@lru_cache(TEXTS)
def plain(text: str) -> tuple[tuple[str, str], ...]:
    """The pieces of a text without marks, each with the place behind it; the last has none."""
    said, ends = re.split(TOKEN, text)[::4], TOKEN.findall(text)
    return tuple(zip(said, (*(place for place, *_ in ends), ""), strict=True))


@lru_cache(TEXTS)
def markup(text: str) -> tuple[tuple[Markup, str], ...]:
    """The same of a text with marks, which are elements in the pieces."""
    pieces, made, end = [], Markup(), 0
    for match in TOKEN.finditer(text):
        place, closes, mark = match.groups("")
        made += escape(text[end : match.start()])
        end = match.end()
        if mark:
            made += tag(mark, closes=bool(closes))
        if place or (mark == LINK and not closes):
            pieces.append((made, place or LINK))
            made = Markup('">') if mark else Markup()
    return (*pieces, (made + escape(text[end:]), ""))


def tag(mark: str, *, closes: bool) -> Markup:
    """An element's; that of a link as far as its address."""
    element = {LINK: "a", "strong": "strong"}.get(mark, "span")
    if closes:
        return Markup("</{}>").format(element)
    if mark == LINK:
        return Markup('<a href="')
    return Markup("<strong>") if mark == "strong" else Markup('<span class="{}">').format(mark)
