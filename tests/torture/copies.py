"""Copies of the whole project, caches included, that a test may kill, starve and mislead.

Gives   Copy: a project whose commands run its own plugins, theme and .cache/
        Whole: every file and folder of a site, its rights and what is in it; whole() reads it
        References: what each version of the content must look like, built in peace
Units   a version is "first", "body" (one text differs) or "fact" (what every page shows differs)
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.build.conftest import Project
from tests.sites import FULL, LIVE, NOW, ROOT
from tests.torture.counts import times

PARTS = ("plugins", "theme", "pelicanconf.py", "publishconf.py")
# File, what stands there in the first version, what stands there instead.
EDITS = {
    "body": ("symptoms/stiff-neck.md", "one small muscle", "two small places"),
    "fact": ("practice.yaml", "email: hello@hands.test", "email: howdy@hands.test"),
}
FIRST = "first"
Whole = dict[str, tuple[str, str]]


def whole(folder: Path) -> Whole:
    """Everything below a folder, by name: its kind and rights, the hash of its content."""
    return {
        path.relative_to(folder).as_posix(): (f"{path.lstat().st_mode:o}", content(path))
        for path in (folder, *sorted(folder.rglob("*")))
        if os.path.lexists(path)
    }


def content(path: Path) -> str:
    if path.is_symlink():
        return str(path.readlink())
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def differences(one: Whole, other: Whole) -> str:
    """How two sites differ, in few words; "" when they do not."""
    names = sorted(name for name in {*one, *other} if one.get(name) != other.get(name))
    return f"{len(names)} of {len(other)} differ: {', '.join(names[:5])}" if names else ""


@dataclass
class Copy(Project):
    """A project with plugins, a theme and caches of its own.

    live     its builds are those to publish
    seconds  how long a build took in peace
    """

    patience: float = 600  # what is counted here is not time
    live: bool = False
    seconds: float = 0

    def command(self, *words: str, live: bool = False, settings: Path | None = None) -> list[str]:
        name = "publishconf.py" if live or self.live else "pelicanconf.py"
        return super().command(*words, settings=settings or self.folder / name)

    @property
    def environment(self) -> dict[str, str]:
        own = {"PYTHONPATH": str(self.folder), "PYTHONHASHSEED": "0"}
        return super().environment | own | {"SITEURL": LIVE}

    @property
    def cache(self) -> Path:
        return self.folder / ".cache"

    def hold(self, version: str) -> None:
        """Bring the content to a version; files that have it stay untouched."""
        for edit, (name, old, new) in EDITS.items():
            text = (FULL / name).read_text(encoding="utf-8")
            assert text.count(old) == 1
            text = text.replace(old, new) if edit == version else text
            path = self.content / name
            if path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")

    def site(self) -> Whole:
        return whole(self.output)

    def forget(self) -> None:
        """Take away what caches hold, but the cards, which take long."""
        for path in self.cache.iterdir():
            if path.is_dir() and path.name != "cards":
                shutil.rmtree(path)

    def warm(self, *versions: str) -> None:
        """Build each once, so that later builds of them find what is kept, and make other calls
        than the first ones."""
        for version in versions:
            self.hold(version)
            assert self.pelican().returncode == 0

    def rebuilt(self, new: Whole) -> str:
        """Build as anybody would, and say what is wrong with that; "" when nothing is."""
        done = self.pelican()
        if done.returncode:
            return f"the next build ended with {done.returncode}: {done.stdout}"
        return differences(self.site(), new)


def copied(folder: Path, *, live: bool = False) -> Copy:
    """A copy of the project and of the practice with every fact, with nothing built."""
    folder.mkdir(parents=True)
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, symlinks=True)
        else:
            shutil.copy2(ROOT / name, folder)
    shutil.copytree(FULL, folder / "content")
    return Copy(folder, live=live)


@dataclass(frozen=True)
class References:
    """Sites of each version, built where nobody disturbs; once a run, for all its processes."""

    folder: Path

    def of(self, version: str, *, live: bool, now: datetime = NOW) -> Whole:
        name = f"{'live' if live else 'preview'}-{version}-{now:%Y%m%d}"
        with self.alone():
            kept = self.folder / f"{name}.json"
            if not kept.exists():
                kept.write_text(json.dumps(self.build(version, live, now)))
            return {path: (mode, sha) for path, (mode, sha) in json.loads(kept.read_text()).items()}

    def build(self, version: str, live: bool, now: datetime) -> Whole:
        stock = self.stock()
        stock.live, stock.now = live, now
        stock.hold(version)
        if times(0, 1):
            shutil.rmtree(stock.cache, ignore_errors=True)  # not a byte of it comes from a cache
        done = stock.pelican()
        assert done.returncode == 0, done.stdout
        return stock.site()

    def stock(self) -> Copy:
        folder = self.folder / "stock"
        return Copy(folder) if folder.exists() else copied(folder)

    def copy(self, folder: Path, *, live: bool) -> Copy:
        """A copy with the first version, built, and warm caches."""
        self.of(FIRST, live=live)
        with self.alone():
            shutil.copytree(self.folder / "stock", folder, symlinks=True)
        copy = Copy(folder, live=live)
        copy.hold(FIRST)
        time.sleep(0.2)  # a build trusts no code that was written right before it
        begun = time.monotonic()
        done = copy.pelican()
        copy.seconds = time.monotonic() - begun
        assert done.returncode == 0, done.stdout
        return copy

    def alone(self) -> Lock:
        return Lock(self.folder / "lock")


class Lock:
    """One process at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.file = self.path.open("ab")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self.file.close()
