"""One content at one instant is one site, whatever else differs between two machines."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.sites import FULL, ROOT
from tests.torture.counts import tell, times
from tests.torture.editing.place import PARTS, Moment, Place

pytestmark = pytest.mark.torture

MEMORY = Path("/dev/shm")  # noqa: S108  (a file system that lists the newest first)
# What differs between machines. Each build takes one of each row, and each is taken.
FOLDERS = ("project", "a/much longer/way to it", "Über uns/ß", "in memory")
LOCALES: tuple[dict[str, str], ...] = (
    {},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C.UTF-8"},
    {"LANG": "tr_TR.UTF-8"},
)
ZONES = ("", "Pacific/Kiritimati", "Pacific/Honolulu", ":", "Asia/Kathmandu")
SEEDS = ("0", "1", "2", "random")
MASKS = (0o022, 0o002, 0o077, 0o027)
PROCESSORS = (1, 2, 3, 8)
CACHES = ("none", "warm", "of another machine", "half gone")
OPTIMIZED = ("", "2")


@dataclass(frozen=True)
class Machine:
    """One way to build the content. stays: by a process that stays, else by Pelican's command."""

    order: int
    folder: str
    locale: dict[str, str]
    zone: str
    seed: str
    mask: int
    processors: int
    cache: str
    optimized: str
    stays: bool

    @property
    def environment(self) -> dict[str, str]:
        more = {"TZ": self.zone, "PYTHONHASHSEED": self.seed, "PYTHONOPTIMIZE": self.optimized}
        return self.locale | {name: value for name, value in more.items() if value}


def machines(count: int) -> list[Machine]:
    """As many machines, each row's values in an order of their own."""
    chance = random.Random(24)  # noqa: S311  (an order, not a secret)
    rows = (FOLDERS, LOCALES, ZONES, SEEDS, MASKS, PROCESSORS, CACHES, OPTIMIZED, (False, True))
    columns: list[list[Any]] = [list(range(count))]
    for row in rows:
        values = [row[number % len(row)] for number in range(count)]
        chance.shuffle(values)
        columns.append(values)
    return [Machine(*values) for values in zip(*columns, strict=True)]


def copy(source: Path, target: Path, order: random.Random) -> None:
    """Copy a folder, its files in an order of their own: disks list them in the order they came."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    order.shuffle(files)
    for path in files:
        if "__pycache__" not in path.parts:
            copied = target / path.relative_to(source)
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copied)
            os.utime(copied, (order.randint(1, 2**31), order.randint(1, 2**31)))


@contextmanager
def project(machine: Machine, folder: Path) -> Iterator[Place]:
    """The whole project on a machine, its files written in an order of their own."""
    folder.mkdir(exist_ok=True)
    memory = str(MEMORY) if machine.folder == "in memory" and MEMORY.is_dir() else None
    with TemporaryDirectory(dir=memory or folder) as name:
        place = Place(Path(name, machine.folder), machine.stays, machine.environment, machine.mask)
        order = random.Random(machine.order)  # noqa: S311  (an order, not a secret)
        for part in PARTS:
            if (ROOT / part).is_dir():
                copy(ROOT / part, place.folder / part, order)
            else:
                shutil.copyfile(ROOT / part, place.folder / part)
        copy(FULL, place.folder / "content", order)
        yield place
        place.end()


def prepare(place: Place, machine: Machine, moment: Moment, carried: Path) -> None:
    """The cache as the machine has it."""
    if machine.cache == "of another machine" and carried.exists():
        shutil.copytree(carried, place.cache)
    elif machine.cache != "none":
        place.build(moment)
    if machine.cache == "half gone":
        entries = sorted(path for path in place.cache.glob("*/*") if path.is_file())
        for path in entries[::2]:
            path.unlink()


def built(machine: Machine, moment: Moment, folder: Path) -> dict[str, str]:
    """What comes out, by name: the hash of every file, the words, the notes."""
    carried = folder / "carried"
    with project(machine, folder) as place:
        prepare(place, machine, moment, carried)
        code, said = place.build(moment)
        site = place.site(moment)
        if not carried.exists():
            shutil.copytree(place.cache, carried, ignore=shutil.ignore_patterns("preview"))
        hashes = {name: one.split(" ")[1] for name, one in site.items()}  # modes follow the umask
        # The command prints what the build returns, and the count of pages.
        words = said.split("\nBuilt ")[0].rstrip()
        return hashes | {"(code)": str(code), "(words)": words}


def test_no_machine_changes_a_byte(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Plain Pelican gives 60 of 116 files other bytes in another locale, and lists what a folder
    has in the order of the disk."""
    count = times(2, 24)
    for live in (True, False)[: times(1, 2)]:
        first: dict[str, str] = {}
        for machine in machines(count):
            moment = Moment(live=live, host="rsync", processors=machine.processors)
            found = built(machine, moment, tmp_path / f"{live}")
            first = first or found
            assert found["(code)"] == "0", found["(words)"]
            differ = {name for name in {*first, *found} if first.get(name) != found.get(name)}
            assert differ == set(), machine
        assert len(first) > 100
        site = "site to publish" if live else "preview"
        tell(request, f"{count} builds of a {site} of {len(first)} files: 0 bytes differ")
