"""Place: somewhere that files can be put one by one; the order of it is the same for all.

Gives   Place, what a host must be able to do; upload(), which carries a plan out
Stops   with whatever the place raises: what was done until then is whole, and doing it again
        completes it
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from plugins.desk.deploy.plan import Plan, Record, There
from plugins.desk.deploy.record import written


class Place(Protocol):
    """A host that holds files; `to` says which, to people."""

    to: str

    def here(self) -> list[str]:
        """The files of the site that belong there."""

    def look(self) -> There:
        """What is there."""

    def put(self, names: Sequence[str]) -> None:
        """Upload files; none of them is ever half there."""

    def note(self, text: str) -> None:
        """Leave the record."""

    def remove(self, names: Sequence[str]) -> None:
        """Remove files."""

    def finish(self) -> None:
        """Show all of it, where that is a step of its own."""


def upload(plan: Plan, place: Place) -> None:
    """Waves, then removals; the record before and after, so that a stop forgets nothing."""
    left = remember(place, plan.known, plan.before) if plan.waves else plan.known
    for names in plan.waves:
        place.put(names)
    if plan.removals:
        place.remove(plan.removals)
    remember(place, left, plan.after)
    place.finish()


def remember(place: Place, known: Record, wanted: Record) -> Record:
    """Leave a record, unless it is there already."""
    if dict(known) != dict(wanted):
        place.note(written(wanted))
    return wanted


def listing(output: Path) -> list[str]:
    """Every file of the site."""
    paths = (path for path in output.rglob("*") if path.is_file())
    return sorted(path.relative_to(output).as_posix() for path in paths)
