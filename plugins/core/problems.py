"""Problems: what staff read when something must be changed.

Gives   Problem, with its Repair where an edit is known; report(): the text of many, grouped by file
        and sorted by line
Units   lines count from 1, columns from 0; a path is shown as the person would type it
Stops   nothing by itself: whoever finds problems raises ContentError with all of them at once
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

UNCHANGED = "Nothing was changed: the site is as it was."
JOINERS = "\u200c\u200d"
# Room for what is to be typed around the longest text that a field takes.
LONGEST = 2100

Level = Literal["error", "warning", "note"]
RepairKind = Literal["replace", "insert", "delete", "rename", "create"]


@dataclass(frozen=True)
class Repair:
    """An edit of one file that solves a problem.

    kind    replace: `old` becomes `new`; insert: the lines `new` come before the line `old`;
            delete: the lines `old` go; rename: the file gets the path `new`; create: a file with
            the text `new`
    path    the file
    line    where it begins; so does `old`, at `column`. A file that reads otherwise there is left
    safe    whether it may be applied without asking: it loses nothing, and means one thing
    """

    kind: RepairKind
    path: str
    line: int = 0
    column: int = 0
    old: str = ""
    new: str = ""
    safe: bool = True

    @property
    def words(self) -> str:
        """What a person does in its place."""
        first, *rest = (line.strip() for line in self.new.split("\n"))
        if self.kind == "rename":
            return f'rename the file to "{self.new.rpartition("/")[2]}"'
        if self.kind == "create":
            return f"write {self.path}"
        if self.kind == "delete":
            return "delete the line" if "\n" not in self.old else "delete the lines"
        below = "".join(f", and on the next line {typed(line)}" for line in rest)
        if self.kind == "insert":
            return f"write {typed(first)}{below} on a line of its own above it"
        instead = f" in place of {quoted(self.old)}" if self.column else ""
        return f"write {typed(first)}{instead}{' alone' if rest else ''}{below}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to change: where it is, what was found, what is needed, what to write.

    level   "error" stops the build; "warning" does not; "note" shows in `make check` alone
    fix     in words; those of the repair when there are no others
    repair  the same as an edit, where one is known
    """

    path: str
    line: int = 0
    field: str = ""
    found: str = ""
    needed: str = ""
    fix: str = ""
    level: Level = "error"
    repair: Repair | None = dataclasses.field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.repair and not self.fix:
            object.__setattr__(self, "fix", self.repair.words)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Problem:
        """The problem that asdict() made plain values of."""
        repair = values["repair"]
        return cls(**{**values, "repair": Repair(**repair) if repair else None})

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        rows = [f"{where}, {cut(self.field, 60)}" if self.field else where]
        rows += [f"  {label:<7} {text}" for label, text in self.parts]
        return "\n".join("".join(map(visible, row)) for row in rows)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """What was found, what is needed and what to do, each with its name."""
        parts = (("Found", self.found), ("Needed", self.needed), ("To fix", self.fix))
        return [(label, "".join(map(visible, cut(text, LONGEST)))) for label, text in parts if text]


class ContentError(Exception):
    """The content cannot become a site; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return report(self.problems)


def raise_for_errors(problems: Iterable[Problem]) -> None:
    """Raises ContentError with all problems when one of them is an error."""
    problems = list(problems)
    if any(problem.level == "error" for problem in problems):
        raise ContentError(problems)


def report(problems: Iterable[Problem]) -> str:
    """The text of `problems`, sorted by file and line, an empty line between two."""
    return in_order(sorted(set(problems)))


def in_order(problems: Iterable[Problem]) -> str:
    """The text of `problems` as they come, each once, an empty line between two."""
    return "\n\n".join(map(str, dict.fromkeys(problems)))


def quoted(text: str, limit: int = 60) -> str:
    """`text` between double quotes, cut after `limit` characters, line ends visible."""
    return '"' + "".join(map(visible, cut(text, limit))) + '"'


def cut(text: str, limit: int) -> str:
    """At most `limit` characters of a text; what was left out shows."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def visible(character: str) -> str:
    """A character as a terminal may show it: no escape sequence, nothing that hides or turns the
    line around; what joins the parts of an emoji or of a word stays."""
    if character in JOINERS:
        return character
    if character == "\n":
        return "\\n"
    if character.isspace():
        return " "
    return character if character.isprintable() else "\ufffd"


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a person lists them: `a, b or c`; nothing when there are none."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def typed(text: str) -> str:
    """What to type, between double quotes unless it has some itself: they belong to the text."""
    return text if '"' in text else f'"{text}"'


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word that `word` most resembles, or an empty string."""
    folded = {name.casefold().replace(" ", "-"): name for name in sorted(known)}
    close = get_close_matches(word.casefold().replace(" ", "-"), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""
