"""Target: a host to which files are uploaded one by one; the order is the same for all.

Gives   Target, what a host can do; upload(), which carries out a plan; read_record() and
        write_record(), the record that uploads leave on the host, as a small JSON file
Stops   with whatever the target raises: the site is whole, and another upload completes it;
        ContentError for a damaged record, since it decides which files may be removed: anybody
        who may write there may have written it
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from plugins.core.model.build_label import LABEL
from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import NOBODY, RECORD, HostState, Owner, Plan, Record

NOTHING: Mapping[str, str] = {}
FORMAT = "%Y-%m-%dT%H:%M:%SZ"
LARGEST = 8 * 1024 * 1024  # bytes of a record: 80,000 files
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
DAMAGED = Problem(
    f"{RECORD} on the host",
    found="something that make deploy did not write, or not to its end",
    needed="the record of what was uploaded: it says what may be removed",
    fix=f"delete {RECORD} there, and add TAKE_OVER=1 the next time: it asks before it replaces "
    "anything; old files then stay until you remove them",
)


class Target(Protocol):
    """A host that holds files. to: its address, for messages."""

    to: str

    def local_files(self) -> list[str]:
        """The files of the site that belong there."""

    def state(self) -> HostState:
        """What the host has."""

    def read(self, name: str) -> bytes:
        """A file of the host."""

    def put(self, names: Sequence[str]) -> None:
        """Upload files, each of them whole or not at all."""

    def write(self, name: str, text: str) -> None:
        """Upload a text as a file."""

    def remove(self, names: Sequence[str]) -> None:
        """Remove files."""

    def finish(self) -> None:
        """Show the new site, where that is a separate step."""


def upload(
    plan: Plan,
    target: Target,
    meanwhile: Mapping[str, str] = NOTHING,
    reload: Callable[[], None] = lambda: None,
) -> None:
    """Waves, then removals, then the configuration of the server; the record before and after, so
    that an interruption loses nothing.

    meanwhile  the configuration that allows the old pages and the new ones, by file
    reload     makes the server read it
    """
    known = write_record(plan.known, plan.was)
    before, after = (write_record(record, plan.owner) for record in (plan.before, plan.after))
    if (plan.waves or plan.settings) and known != before:
        target.write(RECORD, before)
        known = before
    for name, configuration in meanwhile.items():
        target.write(name, configuration)
    if meanwhile:
        reload()
    for names in plan.waves:
        target.put(names)
    if plan.removals:
        target.remove(plan.removals)
    if plan.settings:
        target.put(plan.settings)
    if known != after:
        target.write(RECORD, after)
    target.finish()


def write_record(record: Record, owner: Owner) -> str:
    """Whose site it is; a file's name to the instant that it left the site, or null."""
    times = {name: at.strftime(FORMAT) if at else None for name, at in record.items()}
    members = {"url": owner.url, "practice": owner.practice, "files": times}
    return json.dumps(members, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def read_record(content: bytes) -> tuple[Record, Owner]:
    """Raises ContentError."""
    try:
        if len(content) > LARGEST:
            raise ValueError
        said = json.loads(content.decode("utf-8"))
        # Earlier versions kept the files alone.
        files = said["files"] if isinstance(said.get("files"), dict) else said
        owner = Owner(text(said["url"]), text(said["practice"])) if files is not said else NOBODY
        return {file_name(name): left(at) for name, at in files.items()}, owner
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        raise ContentError([DAMAGED]) from None


def text(value: Any) -> str:
    """Raises TypeError, and ValueError for half a character."""
    if not isinstance(value, str):
        raise TypeError
    return value.encode().decode()


def file_name(name: str) -> str:
    """The name of a file below the folder. Raises ValueError."""
    if CONTROL.search(name) or {"", ".", ".."} & set(name.split("/")):
        raise ValueError
    return text(name)


def left(at: str | None) -> datetime | None:
    """Raises ValueError and TypeError."""
    return None if at is None else datetime.strptime(at, FORMAT).replace(tzinfo=UTC)


def all_files(output: Path) -> list[str]:
    """Every file of the site."""
    paths = (path for path in output.rglob("*") if path.is_file())
    names = (path.relative_to(output).as_posix() for path in paths)
    return sorted(name for name in names if name != LABEL)


def public_files(output: Path) -> list[str]:
    """Every file of the site, without the notes for hosts in its root."""
    return [name for name in all_files(output) if not name.startswith("_")]


def folders_of(names: Iterable[str]) -> set[str]:
    """Every folder that these files lie in, below the root."""
    return {str(folder) for name in names for folder in list(PurePosixPath(name).parents)[:-1]}


def in_the_way(
    local: Iterable[str], files: Iterable[str], folders: Iterable[str], others: Iterable[str]
) -> frozenset[str]:
    """What a host has where the site needs something else: others are links and the like."""
    names, needed = set(local), folders_of(local)
    return frozenset(names & {*folders, *others} | needed & {*files, *others})
