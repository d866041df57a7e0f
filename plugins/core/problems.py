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

UNCHANGED = "Nothing was changed: the site is as it was."
JOINERS = "\u200c\u200d"
# Room for what is to be typed around the longest text that a field takes.
LONGEST = 2100

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
        where = f"{self.path}:{self.line}" if self.line else self.path
        rows = [f"{where}, {cut(self.field, 60)}" if self.field else where]
        parts = (("Found", self.found), ("Needed", self.needed), ("To fix", self.fix))
        rows += [f"  {label:<7} {cut(text, LONGEST)}" for label, text in parts if text]
        return "\n".join("".join(map(visible, row)) for row in rows)


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
    return "\n\n".join(str(problem) for problem in sorted(set(problems)))


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
