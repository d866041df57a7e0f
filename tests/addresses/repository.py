"""Real Git repositories for tests, with commits of chosen dates."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.sites import write

# Not the settings of whoever runs the tests.
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
WHO = ("-c", "user.name=Ada Example", "-c", "user.email=ada@example.com")


def git(folder: Path, *words: str, at: datetime | None = None) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    dates = {}
    if at:
        # An author's date is when the change was first written, often on another branch.
        dates = {"GIT_COMMITTER_DATE": at.isoformat(), "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z"}
    done = subprocess.run(
        ["git", *WHO, *words],
        cwd=folder, env=kept | ALONE | dates, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def day(number: int) -> datetime:
    """A day in April 2030, before the instant that tests build for."""
    return datetime(2030, 4, number, 12, tzinfo=UTC)


def commit(folder: Path, files: Mapping[str, str | bytes], at: datetime) -> None:
    """Write files below the folder and commit all that differs."""
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change", at=at)


def repository(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder
