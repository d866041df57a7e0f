"""Problems: what staff read when something must be changed.

Gives   Problem, and report(): the text of many, grouped by file and sorted by line
Units   lines count from 1; a path is shown as the person would type it
Stops   nothing by itself: whoever finds problems raises ContentError with all of them at once
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to change: where it is, what was found, what is needed, what to write.

    level: "error" stops the build; "warning" does not; "note" shows in `make check` alone.
    """

    path: str
    line: int = 0
    field: str = ""
    found: str = ""
    needed: str = ""
    fix: str = ""
    level: Level = "error"

    def __str__(self) -> str:
        path = "".join(map(visible, self.path))
        where = f"{path}:{self.line}" if self.line else path
        rows = [f"{where}, {self.field}" if self.field else where]
        parts = (("Found", self.found), ("Needed", self.needed), ("To fix", self.fix))
        rows += [f"  {label:<7} {text}" for label, text in parts if text]
        return "\n".join(rows)


class ContentError(Exception):
    """The content cannot become a site; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return report(self.problems)


def report(problems: Iterable[Problem]) -> str:
    """The text of `problems`, sorted by file and line, an empty line between two."""
    return "\n\n".join(str(problem) for problem in sorted(set(problems)))


def quoted(text: str, limit: int = 60) -> str:
    """`text` between double quotes, cut after `limit` characters, line ends visible."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return '"' + "".join(map(visible, shown)) + '"'


def visible(character: str) -> str:
    """A character as a terminal may show it: no escape sequence, nothing that hides."""
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
