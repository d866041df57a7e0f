"""Plan: the steps of an upload, in an order that keeps the published site whole at each moment.

Gives   make_plan(): from the local files, those on the host and its record, the steps to take
Why     no page refers to a file or links to a page that is not there yet; files that open tabs and
        caches may still request stay for a time
Keeps   a record on the host: whose site it is; every file that an upload put there, and the instant
        that it left the site, null while it is part of it. Files that are not in it stay untouched
Units   names like "about/index.html"; instants are aware datetimes in UTC
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from plugins.core.model.fingerprints import is_immutable

RECORD = ".published.json"
# For open tabs, caches, shared pictures.
GRACE = timedelta(days=7)
COMPRESSED = (".br", ".gz")
WORKER = "sw.js"
# What tells web servers which headers go with the pages.
SETTINGS = (".htaccess", "_nginx.conf", "_Caddyfile")
NEVER = datetime.max.replace(tzinfo=UTC)

Record = Mapping[str, datetime | None]


@dataclass(frozen=True)
class Owner:
    """Whose site it is: its address and the name of the practice."""

    url: str = ""
    practice: str = ""

    def __str__(self) -> str:
        return f"{self.practice or 'a site'} at {self.url or 'no address'}"


NOBODY = Owner()


@dataclass(frozen=True)
class HostState:
    """What a host has, compared with the local site.

    names    every file there, without the record
    new      local files that it lacks; changed: those that differ there
    record   the record of the last upload; owner: whose site it says that is
    in_the_way  links, files and folders where the site needs something else
    """

    names: frozenset[str]
    new: frozenset[str]
    changed: frozenset[str]
    record: Record
    owner: Owner = NOBODY
    in_the_way: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Plan:
    """The steps of an upload.

    waves      files to upload; each wave ends before the next one begins
    settings   files to upload after the removals: the configuration of the web server
    gone       files to remove after the last wave: they left the site
    expired    files to remove too: their grace period is over
    waiting    files that no page uses any more, and the instant from which they may be removed
    foreign    files that no upload put there
    strange    files that no upload put there, and links, which the upload would replace
    known      the record on the host; before: the one for the first wave; after: for the end
    was        whose site the host has; owner: whose it will be
    """

    waves: tuple[tuple[str, ...], ...]
    settings: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    expired: tuple[str, ...]
    waiting: Mapping[str, datetime]
    foreign: tuple[str, ...]
    strange: tuple[str, ...]
    known: Record
    before: Record
    after: Record
    was: Owner = NOBODY
    owner: Owner = NOBODY

    @property
    def uploads(self) -> int:
        return len(self.new) + len(self.changed)

    @property
    def removals(self) -> tuple[str, ...]:
        return (*self.gone, *self.expired)


def make_plan(
    local: Iterable[str],
    host: HostState,
    now: datetime,
    grace: timedelta = GRACE,
    owner: Owner = NOBODY,
) -> Plan:
    """The plan that makes the host show the local site."""
    ours = frozenset(local)
    left = {name: since for name, since in host.record.items() if name not in ours}
    left = {name: since for name, since in left.items() if name in host.names}
    # A clock that went wrong, or a forged record, must not keep a file for ever.
    since = {name: min(instant or now, now) for name, instant in left.items() if is_immutable(name)}
    expired = {name for name, instant in since.items() if now - instant >= grace}
    waiting = {name: instant for name, instant in since.items() if name not in expired}
    part = dict.fromkeys(sorted(ours))
    return Plan(
        waves=waves(host.new - {*SETTINGS}, host.changed - {*SETTINGS}),
        settings=tuple(sorted((host.new | host.changed) & {*SETTINGS})),
        new=tuple(sorted(host.new)),
        changed=tuple(sorted(host.changed)),
        gone=tuple(sorted(left.keys() - since.keys())),
        expired=tuple(sorted(expired)),
        waiting={name: later(instant, grace) for name, instant in sorted(waiting.items())},
        foreign=tuple(sorted(host.names - ours - host.record.keys())),
        strange=tuple(sorted(host.changed - host.record.keys() | host.in_the_way)),
        known=host.record,
        before=dict(sorted({**left, **part}.items())),
        after=dict(sorted({**waiting, **part}.items())),
        was=host.owner,
        owner=owner,
    )


def later(instant: datetime, grace: timedelta) -> datetime:
    return instant + grace if grace < NEVER - instant else NEVER


def waves(new: Iterable[str], changed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Files with a hash in their name; then new files, which nothing links to yet; then changed
    ones. Pages come last each time: they use the others. The service worker comes last of all: a
    browser that loads it fetches the files it caches at once."""
    groups: list[list[str]] = [[] for _ in range(6)]
    for changes, names in ((False, new), (True, changed)):
        for name in names:
            groups[wave_of(name, changed=changes)].append(name)
    return tuple(tuple(sorted(names)) for names in groups if names)


def wave_of(name: str, *, changed: bool) -> int:
    """The number of a file's wave; a compressed copy goes with its file."""
    if is_immutable(name):
        return 0
    return 5 if uncompressed(name) == WORKER else 1 + 2 * changed + is_page(name)


def is_page(name: str) -> bool:
    return uncompressed(name).endswith(".html")


def uncompressed(name: str) -> str:
    """The original of a compressed copy."""
    for ending in COMPRESSED:
        name = name.removesuffix(ending)
    return name
