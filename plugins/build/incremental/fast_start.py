"""Fast start: a build from the command line, before Pelican is loaded.

Gives   request(): what `content -o output -s settings` asks for; None for any other words, which
        Pelican's command understands
        build(): the outcome, when the page that changed is all that has to be made
Why     Pelican, its defaults and our models take longer to load than the page of one text to make
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.build.incremental import fingerprint, single_page
from plugins.build.report import build_notes
from plugins.build.report.outcome import Outcome
from plugins.build.settings import load, notes_file, protected


@dataclass(frozen=True)
class Request:
    """A build to make. settings: those of the settings file, before Pelican adds its own."""

    content: Path
    output: Path
    theme: Path
    settings: Mapping[str, Any]
    fingerprint: str


def request(arguments: Sequence[str]) -> Request | None:
    match arguments:
        case [content, "-o", output, "-s", settings]:
            return _request(absolute(content), absolute(output), Path(settings))
    return None


def _request(content: Path, output: Path, file: Path) -> Request | None:
    try:
        settings = load(file, {"PATH": str(content), "OUTPUT_PATH": str(output), "DEBUG": False})
    except Exception:  # Pelican's command says what is wrong with it
        return None
    theme = Path(str(settings.get("THEME", "")))
    if not theme.is_dir():
        return None
    return Request(content, output, theme, settings, fingerprint.of(settings, theme))


def absolute(path: str) -> Path:
    """As Pelican's command reads it."""
    return Path(os.path.abspath(os.path.expanduser(path)))  # noqa: PTH100, PTH111


def build(request: Request) -> Outcome | None:
    """None: it takes a whole build."""
    if not request.fingerprint or not request.content.is_dir():
        return None
    outcome = single_page.build_unlocked(
        request.content,
        request.output,
        protected(request.content, request.theme),
        request.fingerprint,
    )
    if outcome is None:
        return None
    return build_notes.write(outcome, notes_file(request.settings))
