"""Memo: many small things in one entry of the cache, remembered from build to build.

Gives   Memo: get() and put() one thing by the hash of what it was made from; keep(), for the
        next build
Why     a thousand files are slower to open than many a thing is to make
Units   the entry's name holds what all things in it depend on, see store.py. Things that
        are gone stay until they outnumber those that are there; the oldest go first
Stops   nothing: what cannot be read is made again
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from plugins.core.cache import store

Thing = TypeVar("Thing")

SPARE = 100  # things that are gone and may stay, beside as many as there are


class Memo(Generic[Thing]):
    """What was made before, and what is used now.

    pack, unpack  the things by their hashes as bytes, and back
    """

    def __init__(
        self,
        folder: str,
        name: str,
        pack: Callable[[Mapping[str, Thing]], bytes],
        unpack: Callable[[bytes], dict[str, Thing]],
    ) -> None:
        self.path, self.pack = store.ROOT / folder / name, pack
        content = store.read(self.path)
        self.before = {} if content is None else unpack(content)
        self.now: dict[str, Thing] = {}
        self.new = False

    def get(self, digest: str) -> Thing | None:
        """The thing of that hash, if it is there."""
        if digest in self.before:
            self.now[digest] = self.before.pop(digest)
        return self.now.get(digest)

    def put(self, digest: str, thing: Thing) -> None:
        """Have it there from now on."""
        self.now[digest] = thing
        self.new = True

    def keep(self) -> None:
        """Store what this build knows, if it learned something."""
        if self.new:
            room = len(self.now) + SPARE
            older = list(self.before.items())[-room:]
            store.put(self.path, self.pack({**dict(older), **self.now}))
