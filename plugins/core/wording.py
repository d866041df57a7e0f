"""Wording: what pydantic finds wrong, said to somebody who has never programmed.

Gives   worded(): every problem of one file, a misspelled key only once
Source  pydantic's error types; those that our models can raise each have their words here, and
        nothing that pydantic itself says is ever shown
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from plugins.core.front_matter import Fields, Location
from plugins.core.locations import dotted, in_file, known_keys
from plugins.core.problems import Problem, did_you_mean, listed, quoted, typed
from plugins.core.sources import shown

ITEMS = 'write each item on a line of its own, beginning with "- "'
# Needed, to fix; with what pydantic says about the limits.
SAID = {
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


def worded(
    model: type[BaseModel], fields: Fields, details: Iterable[ErrorDetails]
) -> list[Problem]:
    errors = [Error(model, fields, detail) for detail in details]
    renamed = {(*error.location[:-1], error.meant) for error in errors if error.meant}
    return [
        error.problem()
        for error in errors
        if error.kind != "missing" or error.location not in renamed
    ]


@dataclass(frozen=True)
class Error:
    """One error of pydantic, beside the file that it is about."""

    model: type[BaseModel]
    fields: Fields
    detail: ErrorDetails

    @property
    def kind(self) -> str:
        kind = self.detail["type"]
        if kind == "union_tag_not_found":
            return "missing"
        unknown = kind == "extra_forbidden" or "[key]" in self.detail["loc"]
        return "unknown" if unknown else kind

    @property
    def location(self) -> Location:
        raw = tuple(part for part in self.detail["loc"] if part != "[key]")
        return (*in_file(self.fields.values, raw), *self.tag)

    @property
    def tag(self) -> tuple[str, ...]:
        """The key that chooses among models, when that is what is wrong."""
        return tuple(re.findall(r"\w+", str(self.context.get("discriminator", ""))))

    @property
    def context(self) -> dict[str, Any]:
        return self.detail.get("ctx", {})

    @property
    def key(self) -> str:
        return str(self.location[-1])

    @property
    def known(self) -> list[str]:
        """The keys that may stand here: beside an unknown one, below any other."""
        raw = tuple(part for part in self.detail["loc"] if part != "[key]")
        return known_keys(self.model, raw[:-1] if self.kind == "unknown" else raw)

    @property
    def meant(self) -> str:
        """The key that a misspelled one stands for; never one that is there already."""
        if self.kind != "unknown":
            return ""
        taken = self.value_at(self.location[:-1])
        return did_you_mean(self.key, (key for key in self.known if key not in taken))

    @property
    def found(self) -> str:
        value = self.value_at(self.location) if self.tag else self.detail["input"]
        if isinstance(value, dict):
            return "several lines with keys of their own"
        return "a list" if isinstance(value, list) else quoted(str(value))

    def value_at(self, location: Location) -> Any:
        value: Any = self.fields.values
        for part in location:
            value = value[part]
        return value

    def problem(self) -> Problem:
        line = self.fields.line(self.location)
        name, path = dotted(self.location), shown(self.fields.path)
        if self.kind == "missing":
            if self.location in self.fields.lines:
                fix = "write it after the colon"
                return Problem(path, line, name, "nothing", f"a text for {self.key}", fix)
            return Problem(path, line, name, "", f"a line for {self.key}", self.added())
        if self.kind == "unknown":
            needed = f"{'one of' if len(self.known) > 1 else 'the key'} {listed(self.known)}"
            fix = f'did you mean "{self.meant}"? Write "{self.meant}: ..."'
            fix = fix if self.meant else "delete the line"
            return Problem(path, line, name, f'the key "{self.key}"', needed, fix)
        return Problem(path, line, name, self.found, *self.explained())

    def added(self) -> str:
        """How to add the missing line: at the top, below a key, or to an item of a list."""
        line, holders = f'add a line "{self.key}: ..."', self.location[:-1]
        if not holders:
            return line
        if isinstance(holders[-1], int):
            return f"{line} to item {holders[-1] + 1} of {self.holder_of(holders)}"
        return f'{line} below "{holders[-1]}:", with {2 * len(holders)} spaces in front'

    @staticmethod
    def holder_of(location: Location) -> str:
        return next(f'"{part}"' for part in reversed(location) if isinstance(part, str))

    def explained(self) -> tuple[str, str]:
        """What is needed, and what to write."""
        kind, context = self.detail["type"], self.context
        if kind == "handbill":
            return context["needed"], self.ready(context["write"]) or context["fix"]
        if kind in ("list_type", "tuple_type"):
            return self.items()
        if kind in ("model_type", "model_attributes_type", "dict_type"):
            return self.lines()
        if choices := context.get("expected") or context.get("expected_tags"):
            return self.one_of(str(choices))
        needed, fix = SAID.get(kind, OTHER)
        numbers = (one for one in context.items() if isinstance(one[1], int | float))
        limits = {name: f"{limit:g}" for name, limit in numbers}
        return needed.format(**limits), self.number() or fix.format(**limits)

    def ready(self, value: str) -> str:
        """The line to type, for a value that is known."""
        if not value:
            return ""
        place = self.location[-1] if self.location else ""
        return "write " + typed(f"{'-' if isinstance(place, int) else f'{place}:'} {value}")

    def number(self) -> str:
        """`60 min` has one number in it: the one to write."""
        if self.detail["type"] not in ("int_parsing", "float_parsing"):
            return ""
        value = str(self.detail["input"]).replace(",", ".")
        found = re.fullmatch(r"(\d{1,6})(?: ?[A-Za-z]+)?", value)
        if self.detail["type"] == "float_parsing":
            found = re.fullmatch(r"([+-]?\d{1,3}\.\d+)", value)
        return self.ready(found[1]) if found else ""

    def items(self) -> tuple[str, str]:
        """A list is needed."""
        if not self.known:
            return "a list", ITEMS
        first = f"{self.known[0]}: ..."
        if isinstance(self.detail["input"], dict):
            fix = f'put "- " before the first line below "{self.key}:", two spaces before the rest'
        else:
            fix = f'write "{self.key}:" alone, and on the next line "  - {first}"'
        return f"a list; the keys of an item are {listed(self.known, 'and')}", fix

    def lines(self) -> tuple[str, str]:
        """Lines with keys of their own are needed."""
        first, *others = (f"{key}: ..." for key in self.known)
        if isinstance(self.location[-1], int):
            second = f', and on the next line "  {others[0]}"' if others else ""
            needed = f"an item with keys of its own: {listed(self.known, 'and')}"
            return needed, f'write "- {first}"{second}'
        fix = f'write "{self.key}:" alone, and on the next line "  {first}"'
        return f"lines below it, with keys of their own: {listed(self.known)}", fix

    def one_of(self, choices: str) -> tuple[str, str]:
        """pydantic names choices as `'a', 'b' or 'c'`."""
        words = re.findall(r"'([^']*)'", choices)
        value = self.value_at(self.location) if self.tag else self.detail["input"]
        text = value if isinstance(value, str) else ""
        close = did_you_mean(text, words)
        fix = f'did you mean "{close}"? W{self.ready(close)[1:]}' if close else "write one of these"
        return f"one of {listed(words)}", ITEMS if "," in text else fix
