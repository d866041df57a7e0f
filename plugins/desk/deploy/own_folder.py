"""Own folder: one below .cache/, which a workflow fills like a host and then uploads as a whole.

Gives   is_own(): whether a target is such a folder; without_strangers(): its state, in which all
        that no upload put there, each file that is not what its name says, and each page that is no
        part of the site, goes at once
Why     .cache/ may come from another machine, and whoever can write there must not publish: at a
        host, files of others are left alone; here there are none
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from plugins.core.model.fingerprints import is_genuine
from plugins.core.paths import CACHE
from plugins.desk.deploy.plan import HostState, is_page

LONG_AGO = datetime.min.replace(tzinfo=UTC)  # no grace reaches back so far


def is_own(to: str) -> bool:
    return bool(to) and Path(to).resolve().is_relative_to(CACHE.resolve())


def without_strangers(host: HostState, folder: Path, local: Iterable[str]) -> HostState:
    ours = frozenset(local)
    left = host.names - ours
    listed = {name for name in left & host.record.keys() if not is_page(name)}
    genuine = {name for name in listed if is_genuine(folder, name)}
    known = {name: host.record.get(name) for name in host.changed | genuine}
    return replace(host, record={**dict.fromkeys(sorted(left - genuine), LONG_AGO), **known})
