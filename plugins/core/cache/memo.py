"""Memo: many small results in one entry of the cache, from build to build.

Gives   Memo: get() and put() one result by the hash of what it was made from; save(), for the next
        build; digest(), such a hash
Why     a thousand files are slower to open than many results are to compute
Units   results that no build asks for stay until they outnumber the others; the oldest go first
Stops   nothing: what cannot be read is computed again
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from plugins.core.cache import store

Value = TypeVar("Value")

SPARE = 100  # results that no build asks for and that may stay, beside as many as are asked for


def to_json(results: Mapping[str, Any]) -> bytes:
    return json.dumps(results, ensure_ascii=False, separators=(",", ":")).encode()


class Memo(Generic[Value]):
    """Results of earlier builds, and those of this one.

    folder        below .cache/
    key           what every result depends on: texts, and files of code and data
    pack, unpack  the results by their hashes as bytes, and back; JSON unless given
    """

    def __init__(
        self,
        folder: str,
        *key: str | Path,
        pack: Callable[[Mapping[str, Value]], bytes] = to_json,
        unpack: Callable[[bytes], dict[str, Value]] = json.loads,
    ) -> None:
        self.path = store.ROOT / folder / store.key(*key, sys.version)
        self.pack = pack
        content = store.read(self.path)
        self.before = {} if content is None else unpack(content)
        self.now: dict[str, Value] = {}
        self.changed = False

    def get(self, digest: str) -> Value | None:
        """The result with that hash, if there is one."""
        if digest in self.before:
            self.now[digest] = self.before.pop(digest)
        return self.now.get(digest)

    def put(self, digest: str, value: Value) -> None:
        self.now[digest] = value
        self.changed = True

    def save(self) -> None:
        """Store the results, if there are new ones."""
        if self.changed:
            room = len(self.now) + SPARE
            older = list(self.before.items())[-room:]
            store.put(self.path, self.pack({**dict(older), **self.now}))


def digest(*values: object) -> str:
    """The hash of what a result is made from; values by their repr()."""
    return hashlib.sha256(repr(values).encode()).hexdigest()
