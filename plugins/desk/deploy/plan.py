"""Order: what an upload does, one thing after the other, so that the site is whole at each moment.

Gives   plan(): from what is here, what is there and what is remembered, to what is to be done
Why     a page never names a file that is not there yet, and leads to no page that is not there
        yet; what open tabs and caches may still ask for stays for a time
Keeps   a record on the host: every file that an upload put there, and the instant that it left
        the site, null while it is part of it. What is not in the record is somebody else's, and
        is left alone
Units   names like "about/index.html"; instants are aware datetimes in UTC
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from plugins.core.model.fingerprints import lasting

RECORD = ".published.json"
# A tab that was left open, a copy in a cache, a picture that somebody shared.
GRACE = timedelta(days=7)
PACKED = (".br", ".gz")
WORKER = "sw.js"
NEVER = datetime.max.replace(tzinfo=UTC)

Record = Mapping[str, datetime | None]


@dataclass(frozen=True)
class There:
    """What a host has, seen from here.

    names    every file that it has, but for the record
    new      files of here that it lacks; changed: those that it has otherwise
    record   what the last upload remembered
    """

    names: frozenset[str]
    new: frozenset[str]
    changed: frozenset[str]
    record: Record


@dataclass(frozen=True)
class Plan:
    """What is to be done.

    waves      files to upload; each wave is there, whole, before the next one begins
    gone       files to remove once the last wave is there: they left the site
    expired    files to remove with them, whose time of grace is over
    waiting    files that no page names any more, and the instant from which they may be removed
    strangers  files that no upload put there
    before     the record to leave before the first wave; after: once all is done
    """

    waves: tuple[tuple[str, ...], ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    expired: tuple[str, ...]
    waiting: Mapping[str, datetime]
    strangers: tuple[str, ...]
    known: Record
    before: Record
    after: Record

    @property
    def uploads(self) -> int:
        return len(self.new) + len(self.changed)

    @property
    def removals(self) -> tuple[str, ...]:
        return (*self.gone, *self.expired)


def plan(here: Iterable[str], there: There, now: datetime, grace: timedelta = GRACE) -> Plan:
    """What makes the host show what is here."""
    ours = frozenset(here)
    left = {name: since for name, since in there.record.items() if name not in ours}
    left = {name: since for name, since in left.items() if name in there.names}
    since = {name: instant or now for name, instant in left.items() if lasting(name)}
    expired = {name for name, instant in since.items() if now - instant >= grace}
    waiting = {name: instant for name, instant in since.items() if name not in expired}
    part = dict.fromkeys(sorted(ours))
    return Plan(
        waves=waves(there.new, there.changed),
        new=tuple(sorted(there.new)),
        changed=tuple(sorted(there.changed)),
        gone=tuple(sorted(left.keys() - since.keys())),
        expired=tuple(sorted(expired)),
        waiting={name: later(instant, grace) for name, instant in sorted(waiting.items())},
        strangers=tuple(sorted(there.names - ours - there.record.keys())),
        known=there.record,
        before=dict(sorted({**left, **part}.items())),
        after=dict(sorted({**waiting, **part}.items())),
    )


def later(instant: datetime, grace: timedelta) -> datetime:
    return instant + grace if grace < NEVER - instant else NEVER


def waves(new: Iterable[str], changed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Files with a hash in their name; what is new, which nothing leads to yet; what changed.
    Pages come last each time: they name the others. The worker comes after all: a browser that
    meets it fetches at once what it keeps."""
    sorts: list[list[str]] = [[] for _ in range(6)]
    for changes, names in ((False, new), (True, changed)):
        for name in names:
            sorts[rank(name, changed=changes)].append(name)
    return tuple(tuple(sorted(names)) for names in sorts if names)


def rank(name: str, *, changed: bool) -> int:
    """The place of a file's wave; a packed copy goes with its file."""
    if lasting(name):
        return 0
    return 5 if unpacked(name) == WORKER else 1 + 2 * changed + page(name)


def page(name: str) -> bool:
    return unpacked(name).endswith(".html")


def unpacked(name: str) -> str:
    """The file of a packed copy."""
    for ending in PACKED:
        name = name.removesuffix(ending)
    return name
