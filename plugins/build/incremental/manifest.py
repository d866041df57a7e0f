"""Manifest: what a whole build leaves for the next, which may then do less.

Gives   Manifest; save(), load(): beside output/, in the folder that builds keep there; keep(), for
        this process alone, until it is saved
Units   stamps as in plugins.core.cache.file_stat; offsets in bytes of a finished page; seconds
        since 1970
Stops   nothing: a manifest that is damaged, or of other code, is none, and the build a whole one
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from plugins.build.report.outcome import Result
from plugins.core.problems import Problem

NAME = "manifest.json"


@dataclass(frozen=True)
class Prose:
    """A document whose text stands on its own page, and nowhere else.

    head   the hash of the fields above the text, and of where it begins
    page   the finished page, below output/; begins, ends: where the text stands in it
    stamp  of that page
    rare   characters beyond ASCII that only this text has
    """

    head: str
    page: str
    begins: int
    ends: int
    stamp: str
    rare: str


@dataclass(frozen=True)
class Manifest:
    """What a build was made from, and what it made.

    keys          hashes of settings, code, theme and packages, see fingerprint.py
    built, until  the stretch of time in which a build gives the same site
    sources       the stamp of each file below content/
    output        the total of the stamps below output/
    letters       characters beyond ASCII that the site has, whichever one text changes
    proses        documents whose text may change alone, by their names below content/
    links         what plugins.build.read.links.Links is made of
    looks         the functions that look at texts, as module:function
    stated        what they are given, plugins.core.schema.stated_facts.Stated
    result        plugins.build.report.outcome.Result
    notes         the build notes
    """

    keys: list[str]
    built: int
    until: int
    sources: dict[str, str]
    output: int
    letters: str
    proses: dict[str, Prose] = field(default_factory=dict)
    links: dict[str, Any] = field(default_factory=dict)
    looks: list[str] = field(default_factory=list)
    stated: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)


# Folder to its manifest, and the file that it was, so that a process reads each one once.
_kept: dict[Path, tuple[tuple[int, ...], Manifest]] = {}


def file_of(folder: Path) -> tuple[int, ...]:
    """Which file the manifest of a folder is. Raises OSError."""
    seen = (folder / NAME).stat()
    return seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def keep(folder: Path, manifest: Manifest) -> None:
    """Take it for the folder's from now on, in this process, until another build leaves one."""
    with suppress(OSError):
        _kept[folder] = file_of(folder), manifest


def save(folder: Path, manifest: Manifest) -> None:
    """Put the manifest into a folder, whole or not at all."""
    said = {one.name: getattr(manifest, one.name) for one in fields(manifest)}
    said["proses"] = {name: list(vars(one).values()) for name, one in manifest.proses.items()}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    beside = folder / f"{NAME}.new"
    with suppress(OSError):
        beside.write_text(f"{digest(text)}\n{text}", encoding="utf-8")
        beside.replace(folder / NAME)
        keep(folder, manifest)


def load(folder: Path) -> Manifest | None:
    """The manifest in a folder; None when there is none that can be read."""
    try:
        file = file_of(folder)
        if folder in _kept and _kept[folder][0] == file:
            return _kept[folder][1]
        first, _, text = (folder / NAME).read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    if digest(text) != first:
        return None
    try:
        said = json.loads(text)
        proses = {name: Prose(*one) for name, one in said.pop("proses").items()}
        _kept[folder] = file, Manifest(**said, proses=proses)
        return _kept[folder][1]
    except (KeyError, TypeError, ValueError):  # of another version
        return None


def drop(folder: Path) -> None:
    """From here on the site is not what the manifest says."""
    (folder / NAME).unlink(missing_ok=True)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def told(result: Result) -> dict[str, Any]:
    """A result in plain values."""
    return asdict(result)


def retold(said: dict[str, Any]) -> Result:
    """The result that told() was given."""

    def problems(name: str) -> tuple[Problem, ...]:
        return tuple(Problem(**one) for one in said[name])

    left_out: Iterable[list[str]] = said["left_out"]
    return Result(
        said["pages"],
        tuple((title, source) for title, source in left_out),
        problems("warnings"),
        problems("notes"),
    )
