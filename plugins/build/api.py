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

from plugins.build.build import Handbill
from plugins.build.read.folders import no_content
from plugins.build.report.outcome import Result, told


@dataclass(frozen=True)
class Outcome:
    """How a build went. code: see plugins.build.report.outcome; seconds: wall clock;
    changed: whether the site may differ; partly: whether a build without `saved` must follow."""

    code: int
    text: str
    pages: int
    seconds: float
    changed: bool = True
    partly: bool = False


# The last one that was built with, and what it was asked for.
_last: dict[str, tuple[dict[str, object], Handbill]] = {}


def build(
    *,
    settings: str,
    content: str,
    output: str,
    overrides: Mapping[str, object] | None = None,
    saved: str = "",
) -> Outcome:
    """Build `content` into `output` with the settings file, some of its settings overridden.

    saved: the one file of which it is known that it changed; its page is built alone if that is
    possible, everything if not
    """
    started = time.monotonic()
    chosen = {"PATH": content, "OUTPUT_PATH": output, **(overrides or {})}
    if saved and (result := at_once(settings, chosen, saved)):
        return Outcome(0, "", 1, time.monotonic() - started, result.changed, partly=True)

    def make() -> Result:
        if not Path(content).is_dir():
            raise no_content(Path(content))
        handbill: Handbill = made(settings, chosen)
        _last[settings] = chosen, handbill
        return handbill.make()

    outcome = told(make)
    pages = outcome.result.pages if outcome.result else 0
    changed = outcome.result is None or outcome.result.changed
    return Outcome(outcome.code, outcome.text, pages, time.monotonic() - started, changed)


def made(settings: str, chosen: Mapping[str, object]) -> Handbill:
    configured = read_settings(settings, override=chosen)
    handbill: Handbill = configured["PELICAN_CLASS"](configured)
    return handbill


def at_once(settings: str, chosen: Mapping[str, object], saved: str) -> Result | None:
    """Build the page of a file alone, with what the last build was made with."""
    asked, handbill = _last.get(settings, (None, None))
    content = Path(str(chosen["PATH"])).resolve()
    if handbill is None or asked != chosen or not Path(saved).is_relative_to(content):
        return None
    return handbill.saved(Path(saved).relative_to(content).as_posix())
