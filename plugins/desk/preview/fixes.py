"""Fixes: the safe repairs of the last build's problems, for the buttons over the page.

Gives   Fixes: what each problem would change, and fix(), which carries it out
Stops   RefusedError, in words: the problems were those of an earlier build, or the file was saved
        meanwhile. Nothing is written then
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from plugins.core.problems import Problem
from plugins.desk.preview.events import ShownProblem
from plugins.desk.repairs import Edit, EditError, edits, shown

OUTDATED = "The site was built again meanwhile. Look at what it says now."
CHANGED = "{file} was saved meanwhile, and is left as it is. Look at what the preview says now."


class RefusedError(Exception):
    """Nothing was written; the message says why."""


class Fixes:
    """The edits that the last build's problems ask for, computed when it ended."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.edits: list[list[Edit]] = []
        self.all: list[Edit] = []

    def of(self, problems: Sequence[Problem]) -> tuple[ShownProblem, ...]:
        """Each problem as the page shows it."""
        safe = [one.repair if one.repair and one.repair.safe else None for one in problems]
        self.edits = [edits([repair] if repair else [], self.content) for repair in safe]
        self.all = edits([repair for repair in safe if repair], self.content)
        rows = zip(problems, self.edits, strict=True)
        return tuple(ShownProblem(str(one), "\n".join(map(shown, group))) for one, group in rows)

    def fix(self, number: int | None) -> None:
        """Carry out the repair of one problem, or of all. Raises RefusedError."""
        if number is not None and not 0 <= number < len(self.edits):
            raise RefusedError(OUTDATED)
        carry_out(self.all if number is None else self.edits[number])


def carry_out(group: Iterable[Edit]) -> None:
    for edit in group:
        try:
            edit.apply()
        except EditError as error:
            raise RefusedError(CHANGED.format(file=error)) from None
