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
    """A sentence with placeholders. name: where it stands in the file of words."""

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
        return "".join(before + (str(values[key]) if key else "") for before, key in plain(text))
    return Markup().join(
        before + escape(values[key]) if key else before for before, key in markup(text)
    )


@lru_cache(TEXTS)
def plain(text: str) -> tuple[tuple[str, str], ...]:
    """A text without marks: its pieces, each with the placeholder behind it; the last has none."""
    pieces, ends = re.split(TOKEN, text)[::4], TOKEN.findall(text)
    return tuple(zip(pieces, (*(key for key, *_ in ends), ""), strict=True))


@lru_cache(TEXTS)
def markup(text: str) -> tuple[tuple[Markup, str], ...]:
    """The same of a text with marks, which are elements in the pieces."""
    pieces, piece, end = [], Markup(), 0
    for match in TOKEN.finditer(text):
        key, closes, mark = match.groups("")
        piece += escape(text[end : match.start()])
        end = match.end()
        if mark:
            piece += tag(mark, closes=bool(closes))
        if key or (mark == LINK and not closes):
            pieces.append((piece, key or LINK))
            piece = Markup('">') if mark else Markup()
    return (*pieces, (piece + escape(text[end:]), ""))


def tag(mark: str, *, closes: bool) -> Markup:
    """An element's; that of a link as far as its address."""
    element = {LINK: "a", "strong": "strong"}.get(mark, "span")
    if closes:
        return Markup("</{}>").format(element)
    if mark == LINK:
        return Markup('<a href="')
    return Markup("<strong>") if mark == "strong" else Markup('<span class="{}">').format(mark)
