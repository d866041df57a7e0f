"""Builds: one build in this process, started by code instead of the pelican command.

Gives   build(): an Outcome; never raises for what staff can mend
Needs   the current folder to be the project's
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pelican.settings import read_settings

from plugins.site import Handbill
from plugins.site.folders import no_content
from plugins.site.telling import Result, told


@dataclass(frozen=True)
class Outcome:
    """How a build went. code: see plugins.site.telling; seconds: wall clock."""

    code: int
    text: str
    pages: int
    seconds: float


def build(
    *, settings: str, content: str, output: str, overrides: Mapping[str, object] | None = None
) -> Outcome:
    """Build `content` into `output` with the settings file, some of its settings overridden."""
    started = time.monotonic()

    def make() -> Result:
        if not Path(content).is_dir():
            raise no_content(Path(content))
        chosen = {"PATH": content, "OUTPUT_PATH": output, **(overrides or {})}
        configured = read_settings(settings, override=chosen)
        handbill: Handbill = configured["PELICAN_CLASS"](configured)
        return handbill.make()

    outcome = told(make)
    pages = outcome.result.pages if outcome.result else 0
    return Outcome(outcome.code, outcome.text, pages, time.monotonic() - started)
