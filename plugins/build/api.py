"""Builds in this process, started by code instead of the command.

Gives   Builder: builds one site again and again, as the preview does; build(): once;
        whole_build(): for the command
Needs   the current folder to be the project's
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican.log import init as init_logging
from pelican.settings import read_settings

from plugins.build.incremental import fingerprint, single_page
from plugins.build.incremental.fast_start import Request
from plugins.build.pelican_class import Handbill
from plugins.build.read.folders import no_content
from plugins.build.report.outcome import Outcome, outcome_of
from plugins.build.settings import load, protected


class Builder:
    """Builds `content` into `output` with a settings file, some of its settings overridden."""

    def __init__(
        self,
        *,
        settings: str,
        content: str,
        output: str,
        overrides: Mapping[str, object] | None = None,
    ) -> None:
        self.file, self.content, self.output = Path(settings), Path(content), Path(output)
        self.overrides = {"PATH": content, "OUTPUT_PATH": output, **(overrides or {})}
        self.settings: dict[str, Any] = {}  # those of the last build

    def build(self, saved: str = "") -> Outcome:
        """Never raises for what staff can mend.

        saved: the one file that changed, if that is known; its page is built alone if that is
        enough, and the outcome says that a build without `saved` must follow
        """
        started = time.monotonic()
        outcome = (self._page_of(saved) if saved else None) or outcome_of(self._build)
        return replace(outcome, seconds=time.monotonic() - started)

    def _page_of(self, saved: str) -> Outcome | None:
        content = self.content.resolve()
        if not self.settings or not Path(saved).is_relative_to(content):
            return None
        theme = Path(self.settings["THEME"])
        name = Path(saved).relative_to(content).as_posix()
        key = fingerprint.of(self.settings, theme)
        return single_page.build_saved(content, self.output, protected(content, theme), key, name)

    def _build(self) -> Outcome:
        if not self.content.is_dir():
            raise no_content(self.content)
        self.settings = load(self.file, self.overrides)
        key = fingerprint.of(self.settings, Path(self.settings["THEME"]))
        return Handbill(read_settings(None, override=dict(self.settings))).build(key)


def build(**arguments: Any) -> Outcome:
    """Build once; the arguments are those of Builder."""
    return Builder(**arguments).build()


def whole_build(request: Request) -> Outcome:
    """Build everything that the command asked for."""
    if not request.content.is_dir():
        raise no_content(request.content)
    init_logging(logging.WARNING, name="pelican", logs_dedup_min_level=logging.WARNING)
    handbill = Handbill(read_settings(None, override=dict(request.settings)))
    return handbill.build(request.fingerprint)
