"""Desk: where one person works: the files of a place, and chance, which says what comes next.

Gives   Desk: save(), as editors do it; documents(), pictures() and sources() to choose from
        Edit, offered(): what may happen, and how often beside the rest
Units   a weight of 2 comes twice as often as one of 1
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from tests.torture.editing.place import Moment, Place

HOUR = 3600 * 10**9


@dataclass
class Desk:
    """One place, the moment that it is built for, and chance."""

    place: Place
    random: Random
    moment: Moment = field(default_factory=Moment)
    saved: int = 0
    code: bool = False  # whether code was saved, which a process that stays has not loaded

    @property
    def content(self) -> Path:
        return self.place.folder / "content"

    def documents(self, folder: str = "*") -> list[Path]:
        return sorted(self.content.glob(f"{folder}/*.md"))

    def pictures(self) -> list[Path]:
        return sorted(path for path in (self.content / "images").iterdir())

    def sources(self, pattern: str) -> list[Path]:
        return sorted(path for path in self.place.folder.glob(pattern) if path.is_file())

    def pick(self, paths: list[Path]) -> Path:
        return self.random.choice(paths)

    def name(self, path: Path) -> str:
        return path.relative_to(self.place.folder).as_posix()

    def number(self) -> int:
        """A number that no other edit has."""
        self.saved += 1
        return self.saved

    def among(self, **values: object) -> None:
        """Something beside the files is another one from now on."""
        self.moment = replace(self.moment, **values)  # type: ignore[arg-type]

    def save(self, path: Path, data: str | bytes) -> None:
        """Write a file in one of the ways of editors, with one of the times that they leave."""
        data = data.encode() if isinstance(data, str) else data
        before = path.stat() if path.exists() else None
        if self.random.random() < 0.5:
            path.write_bytes(data)
        else:
            beside = path.with_name(f"{path.name}.{self.number()}~")
            beside.write_bytes(data)
            beside.replace(path)
        if path.suffix == ".py":
            self.loadable(path)
        elif before and self.random.random() < 0.5:
            second = before.st_mtime_ns - before.st_mtime_ns % 10**9
            kept = (before.st_mtime_ns, second, before.st_mtime_ns - HOUR)
            os.utime(path, ns=(before.st_atime_ns, self.random.choice(kept)))

    def loadable(self, path: Path) -> None:
        """Python compares seconds and sizes: code needs a second of its own to be read again."""
        self.code = True
        later = time.time() + 2 * self.number()
        os.utime(path, (later, later))

    def restore(self, sources: dict[str, bytes]) -> None:
        """Bring all files back to what they were."""
        now = self.place.sources()
        for name in now.keys() - sources.keys():
            (self.place.folder / name).unlink()
        for name in (name for name, data in sources.items() if now.get(name) != data):
            self.save(self.place.folder / name, sources[name])


Edit = Callable[[Desk], str]
EDITS: dict[Edit, float] = {}


def offered(weight: float = 1) -> Callable[[Edit], Edit]:
    """An edit that may happen. It says what it did; "" when there was nothing to do it to."""

    def note(edit: Edit) -> Edit:
        EDITS[edit] = weight
        return edit

    return note
