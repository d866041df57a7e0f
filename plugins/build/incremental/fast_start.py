"""Asked: what a build is asked for by `python -m plugins.build content -o output -s settings`.

Gives   asked(): the folders, the key of what content is built with, the place of the build notes;
        None for any other words, which Pelican's command understands
        key: that of this process, once it was asked for a build in these words; ""
Why     Pelican, its defaults and our models take longer to load than the page of one text to make.
        Its defaults are those of its version, which the key has
"""

from __future__ import annotations

import os
import runpy
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.build.incremental import fingerprint
from plugins.build.incremental.fingerprint import Where

key = ""


@dataclass(frozen=True)
class Asked:
    """A build to make. notes: the place of the build notes."""

    where: Where
    key: str
    notes: str | None


def asked(words: Sequence[str]) -> Asked | None:
    match words:
        case [content, "-o", output, "-s", settings]:
            return wish(full(content), full(output), Path(settings))
    return None


def full(path: str) -> Path:
    """As Pelican's command reads it."""
    return Path(os.path.abspath(os.path.expanduser(path)))  # noqa: PTH100, PTH111


def wish(content: Path, output: Path, file: Path) -> Asked | None:
    try:
        said = runpy.run_path(str(file))
    except Exception:  # Pelican's command says what is wrong with it
        return None
    settings = {name: value for name, value in said.items() if name.isupper()}
    theme = file.parent.absolute() / str(settings.get("THEME", ""))
    if not theme.is_dir():
        return None
    made_with = fingerprint.key(settings, theme, "asked", str(content), str(output))
    notes = settings.get("BUILD_NOTES")
    return Asked(Where.of(content, output, theme), made_with, notes) if made_with else None
