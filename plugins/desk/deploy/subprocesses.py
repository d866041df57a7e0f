"""Programs: Git and rsync, which hosts are reached through.

Gives   run(): what one of them did, its words as text
Stops   ContentError when it is not on this machine
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.core.problems import ContentError, Problem


def run(
    command: Sequence[str],
    *,
    environment: Mapping[str, str],
    missing: Problem,
    given: str = "",
    folder: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run it to its end. missing: what to say without it."""
    try:
        return subprocess.run(  # noqa: S603 words are an argument each, no shell reads them
            command,
            input=given,
            env=dict(environment),
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise ContentError([missing]) from None
