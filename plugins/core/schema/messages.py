"""Messages: what pydantic finds wrong, explained to somebody who has never programmed.

Gives   messages(): every problem of one file, a misspelled key only once
Source  pydantic's error types and locations; each that our models can raise has its words here,
        and pydantic's own words are never shown
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from plugins.core.problems import Problem, Repair, did_you_mean, listed, quoted, typed
from plugins.core.reading.front_matter import Fields, Location
from plugins.core.reading.source_files import display_path
from plugins.core.schema.key_synonyms import synonym
from plugins.core.schema.locations import Raw, dotted, in_file, known_keys
from plugins.core.schema.publishing_keys import publishing_advice
from plugins.core.schema.repairs import plain_or_quoted, renamed_key, replaced_pair, replaced_value

ITEMS = 'write each item on a line of its own, beginning with "- "'
# Needed, to fix; with the limits that pydantic gives.
MESSAGES = {
    "string_type": (
        "one text",
        "write it after the colon; put double quotes around it if it begins with [ or {{",
    ),
    "string_too_short": ("a text", "write it, or delete the line"),
    "string_too_long": ("at most {max_length} characters", "shorten the text"),
    **dict.fromkeys(("int_parsing", "int_type"), ("a whole number", "write digits only")),
    **dict.fromkeys(
        ("float_parsing", "float_type"),
        ("a number like 39.74", "write digits, with a point before the decimals"),
    ),
    "greater_than_equal": ("a number from {ge} up", "write {ge} or more"),
    "less_than_equal": ("a number up to {le}", "write {le} or less"),
    **dict.fromkeys(("bool_parsing", "bool_type"), ("yes or no", 'write "yes" or "no"')),
}
OTHER = ("another value", "compare the line with the same line in another file")
# How alike a key and the one that was meant must be for an edit that nobody is asked about.
SURE = 0.8
# These keys belong below several others.
GENERIC = ("url", "link", "label", "file", "text")
# The one number that a text means: `60 min`, `39,74`.
NUMBERS = {
    "int_parsing": re.compile(r"([0-9]{1,6})(?: ?min[a-z.]*)?"),
    "float_parsing": re.compile(r"([+-]?[0-9]{1,3}\.[0-9]+)"),
}


@dataclass(frozen=True)
class Error:
    """One error of pydantic, with the fields of the file that it is about."""

    model: type[BaseModel]
    fields: Fields
    detail: ErrorDetails

    @property
    def kind(self) -> str:
        """`missing`, `unknown` for a key that no model knows, or pydantic's own type."""
        kind = self.detail["type"]
        if kind == "union_tag_not_found":
            return "missing"
        unknown = kind == "extra_forbidden" or "[key]" in self.detail["loc"]
        return "unknown" if unknown else kind

    @property
    def context(self) -> dict[str, Any]:
        """What pydantic adds: limits, choices, the words of field_error()."""
        return self.detail.get("ctx", {})

    @property
    def raw(self) -> Raw:
        """Pydantic's location; that of a wrong key in a dict is the location of its value."""
        return tuple(part for part in self.detail["loc"] if part != "[key]")

    @property
    def location(self) -> Location:
        return (*in_file(self.fields.values, self.raw), *self.tag)

    @property
    def tag(self) -> tuple[str, ...]:
        """The key that chooses among models, when that is what is wrong."""
        return tuple(re.findall(r"\w+", str(self.context.get("discriminator", ""))))

    @property
    def key(self) -> str:
        return str(self.location[-1])

    @property
    def in_list(self) -> bool:
        return isinstance(self.location[-1], int)

    @property
    def value(self) -> Any:
        """What the file has there."""
        return self.at(self.location) if self.tag else self.detail["input"]

    @property
    def text(self) -> str:
        """All the text that stands there, of which the value may be a part: `a` of `a, b`."""
        there = self.at(self.location) if self.location in self.fields.lines else self.value
        return there if isinstance(there, str) else str(self.value)

    def with_part(self, value: str) -> str:
        """All the text, with `value` in place of the part that is wrong."""
        part = str(self.value)
        return self.text.replace(part, value, 1) if part in self.text else value

    @property
    def known(self) -> list[str]:
        """The keys that belong here: beside an unknown key, below any other."""
        return known_keys(self.model, self.raw[:-1] if self.kind == "unknown" else self.raw)

    @property
    def meant(self) -> str:
        """The key that was probably meant; never one that is there already."""
        if self.kind != "unknown" or self.publishing:
            return ""
        free = [key for key in self.known if key not in self.at(self.location[:-1])]
        # `60 minutes: 90` says more than a key.
        if self.holder or re.search("[0-9]", self.key):
            return self.synonym
        return self.synonym or did_you_mean(self.key, free)

    @property
    def synonym(self) -> str:
        """The key that others call so."""
        free = [key for key in self.known if key not in self.at(self.location[:-1])]
        return synonym(self.key, free)

    @property
    def publishing(self) -> str:
        """What to write in place of a line by which other generators publish a page."""
        if self.kind != "unknown" or len(self.location) > 1:
            return ""
        here = ("starter",)
        line = self.fields.line(here) if here in self.fields.lines else 0
        return publishing_advice(self.key, str(self.value), self.known, line)

    @property
    def holder(self) -> str:
        """The key below which this one belongs, as `instagram` does below `social`."""
        here, raw = self.at(self.location[:-1]), self.raw[:-1]
        below = (key for key in self.known if self.key in known_keys(self.model, (*raw, key)))
        holders = sorted(below, key=lambda key: (key not in here, key))
        sure = holders and (holders[0] in here or (len(holders) == 1 and self.key not in GENERIC))
        return holders[0] if sure else ""

    def at(self, location: Location) -> Any:
        value: Any = self.fields.values
        for part in location:
            value = value[part]
        return value


def messages(
    model: type[BaseModel], fields: Fields, details: Iterable[ErrorDetails]
) -> list[Problem]:
    errors = [Error(model, fields, detail) for detail in details]
    renamed = {(*error.location[:-1], error.meant) for error in errors if error.meant}
    return [
        problem(error)
        for error in errors
        if error.kind != "missing" or error.location not in renamed
    ]


def problem(error: Error) -> Problem:
    words = {"missing": missing, "unknown": unknown}.get(error.kind, other)(error)
    path, line = display_path(error.fields.path), error.fields.line(error.location)
    return Problem(path, line, dotted(error.location), *words, repair=repair(error, line))


def repair(error: Error, line: int) -> Repair | None:
    """The edit that the words ask for, where it is an edit of one line."""
    if error.publishing.startswith("write"):
        return replaced_pair(error.fields, line, error.key, "starter: yes", safe=True)
    if error.kind == "unknown":
        alike = SequenceMatcher(None, error.key, error.meant).ratio()
        sure = bool(error.synonym) or alike >= SURE
        meant = error.meant and renamed_key(error.fields, line, error.key, error.meant, safe=sure)
        return meant or None
    if error.location not in error.fields.lines or error.kind == "missing":
        return None
    value = str(error.value)
    if error.kind == "handbill":
        new, safe = error.context["write"], True
    else:
        new, safe = number_meant(error), True
        choices = error.context.get("expected") or error.context.get("expected_tags")
        if choices:
            new, safe = did_you_mean(value, quoted_words(choices)), False
    if not new:
        return None
    return replaced_value(error.fields, line, error.text, error.with_part(new), safe=safe)


def missing(error: Error) -> tuple[str, str, str]:
    """Found, needed, to fix: a line that is missing, or its value."""
    if error.location in error.fields.lines:
        return "nothing", f"a text for {error.key}", "write it after the colon"
    return "", f"a line for {error.key}", added(error)


def added(error: Error) -> str:
    """How to add the missing line: at the top, below a key, or to an item of a list."""
    line, holders = f'add a line "{error.key}: ..."', error.location[:-1]
    if not holders:
        return line
    if isinstance(holders[-1], int):
        return f'{line} to item {holders[-1] + 1} of "{holders[-2]}"'
    return f'{line} below "{holders[-1]}:", with {2 * len(holders)} spaces in front'


def unknown(error: Error) -> tuple[str, str, str]:
    """Found, needed, to fix: a key that no model knows."""
    if error.publishing:
        return f'"{error.key}: {error.text}"', "a line that Handbill knows", error.publishing
    needed = f"{'one of' if len(error.known) > 1 else 'the key'} {listed(error.known)}"
    fix = f'did you mean "{error.meant}"? Write "{error.meant}: ..."'
    return f'the key "{error.key}"', needed, fix if error.meant else elsewhere(error)


def elsewhere(error: Error) -> str:
    """Where a key, or what it says, belongs; what somebody wrote is never deleted."""
    holder, depth = error.holder, 2 * len([one for one in error.location if isinstance(one, str)])
    here = error.at(error.location[:-1])
    if re.search("[0-9]", error.key):
        # It says two things, and those that must be there come first.
        lines = listed([f'"{key}: ..."' for key in error.known[:2]], "and")
        return f"write {quoted(error.key)} and what follows it as {lines}, each on its own line"
    twin = synonym(error.key, error.known) or did_you_mean(error.key, error.known)
    if twin in here:
        line = error.fields.line((*error.location[:-1], twin))
        return f'"{twin}" is on line {line} already: keep one of the two'
    if not holder:
        return "move what it says into a text, then delete the line"
    if holder not in here:
        return f'write "{holder}:" alone, and on the next line "{" " * depth}{error.key}: ..."'
    column = depth + 2 * isinstance(here[holder], list)
    return f'move it below "{holder}:", with {column} spaces in front'


def other(error: Error) -> tuple[str, str, str]:
    """Found, needed, to fix: a value that does not fit."""
    value = error.value
    found = "a list" if isinstance(value, list) else quoted(str(value))
    if isinstance(value, dict):
        found = "several lines with keys of their own"
    return (found, *explained(error))


def explained(error: Error) -> tuple[str, str]:
    kind, context = error.kind, error.context
    if kind == "handbill":
        return context["needed"], ready(error, context["write"]) or context["fix"]
    if kind in ("list_type", "tuple_type"):
        return a_list(error)
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return keys_below(error)
    if choices := context.get("expected") or context.get("expected_tags"):
        return one_of(error, quoted_words(choices))
    needed, fix = MESSAGES.get(kind, OTHER)
    numbers = (one for one in context.items() if isinstance(one[1], int | float))
    limits = {name: f"{limit:g}" for name, limit in numbers}
    return needed.format(**limits), number(error) or fix.format(**limits)


def ready(error: Error, value: str) -> str:
    """The line to type, for a value that is known."""
    prefix = "-" if error.location and error.in_list else f"{error.key}:" if value else ""
    return f"write {typed(f'{prefix} {error.with_part(value)}')}" if value else ""


def number(error: Error) -> str:
    meant = number_meant(error)
    return ready(error, meant) if meant else ""


def number_meant(error: Error) -> str:
    form = NUMBERS.get(error.kind)
    found = form.fullmatch(str(error.value).replace(",", ".")) if form else None
    return found[1] if found else ""


def a_list(error: Error) -> tuple[str, str]:
    if not error.known:
        return "a list", ITEMS
    fix = alone(error, f"  - {first_key(error)}")
    if isinstance(error.value, dict):
        fix = f'put "- " before the first line below "{error.key}:", two spaces before the rest'
    return f"a list; the keys of an item are {listed(error.known, 'and')}", fix


def keys_below(error: Error) -> tuple[str, str]:
    first = first_key(error)
    if error.in_list:
        more = f', and on the next line "  {error.known[1]}: ..."' if error.known[1:] else ""
        needed = f"an item with keys of its own: {listed(error.known, 'and')}"
        return needed, f"write {typed(f'- {first}')}{more}"
    known = f": {listed(error.known)}" if error.known else ""
    return f"lines below it, with keys of their own{known}", alone(error, f"  {first}")


def first_key(error: Error) -> str:
    """The first key that belongs there, with the text that stands there instead."""
    kept = isinstance(error.value, str) and error.kind != "dict_type"
    text = plain_or_quoted(error.value.strip()) if kept else "..."
    return f"{(error.known or ['key'])[0]}: {text}"


def alone(error: Error, below: str) -> str:
    return f'write "{error.key}:" alone, and on the next line {typed(below)}'


def quoted_words(choices: str) -> list[str]:
    return re.findall(r"'([^']*)'", choices)


def one_of(error: Error, words: list[str]) -> tuple[str, str]:
    text = error.value if isinstance(error.value, str) else ""
    close = did_you_mean(text, words)
    fix = f'did you mean "{close}"? W{ready(error, close)[1:]}' if close else "write one of these"
    return f"one of {listed(words)}", ITEMS if "," in text else fix
