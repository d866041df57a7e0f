"""Target: a host to which files are uploaded one by one; the order is the same for all.

Gives   Target, what a host can do; upload(), which carries out a plan; read_record() and
        write_record(), the record that uploads leave on the host, as a small JSON file
Stops   with whatever the target raises: the site is whole, and another upload completes it;
        ContentError for a damaged record, since it decides which files may be removed
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import RECORD, HostState, Plan, Record

FORMAT = "%Y-%m-%dT%H:%M:%SZ"
DAMAGED = Problem(
    f"{RECORD} on the host",
    found="a file that make deploy did not write, or not to its end",
    needed="the record of what was uploaded: it says what may be removed",
    fix=f"delete {RECORD} there; files of earlier uploads then stay until you remove them",
)


class Target(Protocol):
    """A host that holds files. to: its address, for messages."""

    to: str

    def local_files(self) -> list[str]:
        """The files of the site that belong there."""

    def state(self) -> HostState:
        """What the host has."""

    def put(self, names: Sequence[str]) -> None:
        """Upload files, each of them whole or not at all."""

    def put_record(self, text: str) -> None:
        """Upload the record."""

    def remove(self, names: Sequence[str]) -> None:
        """Remove files."""

    def finish(self) -> None:
        """Show the new site, where that is a separate step."""


def upload(plan: Plan, target: Target) -> None:
    """Waves, then removals; the record before and after, so that an interruption loses nothing."""
    record = update_record(target, plan.known, plan.before) if plan.waves else plan.known
    for names in plan.waves:
        target.put(names)
    if plan.removals:
        target.remove(plan.removals)
    update_record(target, record, plan.after)
    target.finish()


def update_record(target: Target, known: Record, new: Record) -> Record:
    """Upload a record, unless the host has it already."""
    if dict(known) != dict(new):
        target.put_record(write_record(new))
    return new


def write_record(record: Record) -> str:
    """A file's name to the instant that it left the site, or null."""
    times = {name: at.strftime(FORMAT) if at else None for name, at in record.items()}
    return json.dumps(times, ensure_ascii=False, indent=0) + "\n"


def read_record(text: str) -> Record:
    """Raises ContentError."""
    try:
        times = json.loads(text or "{}")
        return {
            str(name): at and datetime.strptime(at, FORMAT).replace(tzinfo=UTC)
            for name, at in times.items()
        }
    except (ValueError, TypeError, AttributeError):
        raise ContentError([DAMAGED]) from None


def all_files(output: Path) -> list[str]:
    """Every file of the site."""
    paths = (path for path in output.rglob("*") if path.is_file())
    return sorted(path.relative_to(output).as_posix() for path in paths)


def public_files(output: Path) -> list[str]:
    """Every file of the site, without the notes for hosts in its root."""
    return [name for name in all_files(output) if not name.startswith("_")]
