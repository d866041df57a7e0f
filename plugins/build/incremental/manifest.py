"""Manifest: the record that a whole build leaves for the next.

Gives   Manifest; save(), load(): in the folder that builds keep beside output/; remember(), for
        this process alone, until it is saved
Units   file stats as in core/cache/file_stat.py; offsets in bytes of a finished page; seconds since
        1970
Stops   nothing: without a manifest that can be read, and that this machine has written, the next
        build is a whole one
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from plugins.core.cache.seal import seal
from plugins.core.system.whole_files import write_whole

NAME = "manifest.json"


@dataclass(frozen=True)
class TextOnPage:
    """A text that shows on the page of its document, and nowhere else.

    head   the hash of the fields above the text, and of where it begins
    page   the finished page, below output/; begins, ends: where the text is in it
    stat   of that page
    rare   characters beyond ASCII that only this text has
    """

    head: str
    page: str
    begins: int
    ends: int
    stat: str
    rare: str


@dataclass(frozen=True)
class Manifest:
    """What a site was made from.

    key           the hash of settings, code, theme and packages, see fingerprint.py
    built, until  the time in which a build gives the same site
    sources       the stat of each file below content/
    output        the total of the stats below output/
    letters       characters beyond ASCII that the site has, whichever one text changes
    texts         those that may change alone, by their files below content/
    links         the fields of plugins.build.read.links.Links
    text_checks   the functions that check texts, as module:function
    stated        what they compare texts with, see core/schema/stated_facts.py
    outcome       how the build went, see plugins.build.report.outcome
    """

    key: str
    built: int
    until: int
    sources: dict[str, str]
    output: int
    letters: str
    texts: dict[str, TextOnPage]
    links: dict[str, Any]
    text_checks: list[str]
    stated: dict[str, Any]
    outcome: dict[str, Any]


# A cache: the manifest of a folder, and which file it was read from.
_read: dict[Path, tuple[tuple[int, ...], Manifest]] = {}


def remember(folder: Path, manifest: Manifest) -> None:
    """Use it in this process from now on, until another build saves one."""
    with suppress(OSError):
        _read[folder] = _identity(folder), manifest


def save(folder: Path, manifest: Manifest) -> None:
    """Write the manifest, whole or not at all."""
    values = {field.name: getattr(manifest, field.name) for field in fields(manifest)}
    values["texts"] = {name: [*vars(text).values()] for name, text in manifest.texts.items()}
    content = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    with suppress(OSError):
        write_whole(folder / NAME, f"{_seal(content)}\n{content}".encode())
        remember(folder, manifest)


def load(folder: Path) -> Manifest | None:
    """The manifest in a folder; None when there is none that can be read."""
    try:
        identity = _identity(folder)
        if folder in _read and _read[folder][0] == identity:
            return _read[folder][1]
        found, _, content = (folder / NAME).read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    if _seal(content) != found:
        return None
    try:
        values = json.loads(content)
        texts = {name: TextOnPage(*text) for name, text in values.pop("texts").items()}
        _read[folder] = identity, Manifest(**values, texts=texts)
        return _read[folder][1]
    except (KeyError, TypeError, ValueError):  # of another version
        return None


def _identity(folder: Path) -> tuple[int, ...]:
    """Which file the manifest of a folder is. Raises OSError."""
    stat = (folder / NAME).stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _seal(content: str) -> str:
    return seal(NAME, content.encode()).hex()
