"""Crash: what is wrong with the generator or the theme, for the developer who will mend it.

Gives   fault(): one sentence and the place, as a problem; stack(): the details
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from plugins.core.paths import PROJECT
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path


def fault(error: Exception) -> Problem:
    """A fault of the generator or the theme: one sentence, with the place for a developer."""
    path, line = source_line(error)
    if isinstance(error, OSError) and error.filename:
        return Problem(display_path(Path(error.filename)), found=str(error.strerror))
    kind = "theme" if isinstance(error, TemplateError) else "generator"
    said = str(error).strip().split("\n", maxsplit=1)[0] or type(error).__name__
    return Problem(
        path,
        line,
        found=f"a fault of the {kind}, not of your text: {said}",
        fix="show this to a developer; DEBUG=1 adds the details",
    )


def source_line(error: Exception) -> tuple[str, int]:
    """The file and line that a developer wants to open: a template, else the last of ours."""
    if isinstance(error, TemplateSyntaxError):
        return display_path(Path(error.filename or error.name or "theme")), error.lineno
    if isinstance(error, SyntaxError) and error.filename:
        return display_path(Path(error.filename)), error.lineno or 0
    frames: Sequence[traceback.FrameSummary] = traceback.extract_tb(error.__traceback__)
    ours = [
        frame
        for frame in frames
        if "site-packages" not in frame.filename
        and (frame.filename.endswith(".html") or Path(frame.filename).is_relative_to(PROJECT))
    ]
    templates = [frame for frame in ours if frame.filename.endswith(".html")]
    frame = ((isinstance(error, TemplateError) and templates) or ours or frames)[-1]
    return display_path(Path(frame.filename)), frame.lineno or 0


def stack(error: Exception) -> str:
    """The calls that led to it."""
    return "".join(traceback.format_exception(error))
