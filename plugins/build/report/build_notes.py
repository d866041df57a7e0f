"""Build notes: what a build leaves for whoever starts the next one. No build reads them.

Gives   collect(): built, next_due and next_due_epoch (null when nothing is to come), reasons (at,
        source, what), preview, left_out (title, source); write(), as JSON
Units   ISO 8601 in UTC, to the second; epoch in seconds since 1970
Stops   nothing: notes that cannot be written are a warning, the site is in its place
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path
from plugins.core.system.whole_files import write_whole

if TYPE_CHECKING:
    from plugins.build.report.outcome import Outcome
    from plugins.core.feature import Due
    from plugins.core.model.site import Site


def keep(path: Path, said: Mapping[str, Any]) -> list[Problem]:
    """Put the notes at `path`, whole or not at all."""
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    try:
        write_whole(path, text.encode())
    except OSError as error:
        return [unwritten(path, (error.strerror or "unknown").lower())]
    return []


def write(outcome: Outcome, path: Path | None) -> Outcome:
    """Write the notes, if there is a path for them; the outcome, with a warning if that fails."""
    problems = keep(path, outcome.build_notes) if path else []
    return replace(outcome, problems=(*outcome.problems, *problems))


def collect(site: Site, due: Iterable[Due]) -> dict[str, Any]:
    """The notes, the next reason first."""
    reasons = sorted({one for one in due if one.at > site.now})
    first = reasons[0].at if reasons else None
    return {
        "built": stamp(site.now),
        "next_due": stamp(first) if first else None,
        "next_due_epoch": int(first.timestamp()) if first else None,
        "reasons": [
            {"at": stamp(one.at), "source": one.source, "what": one.what} for one in reasons
        ],
        "preview": site.preview,
        "left_out": [{"title": one.title, "source": one.source} for one in site.left_out],
    }


def stamp(instant: datetime) -> str:
    """`2026-12-24T16:00:00Z`."""
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"


def unwritten(path: Path, why: str) -> Problem:
    return Problem(
        display_path(path),
        found=f"build notes that cannot be written ({why})",
        needed="a place where they may be written: they say when the next build is due",
        fix="change the permissions of the folder, or BUILD_NOTES in pelicanconf.py",
        level="warning",
    )
