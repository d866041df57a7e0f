"""Repository: where the content is in Git.

Gives   commit(): the one that is checked out; folder(): the content folder as the repository has it
Note    "" and the folder's own name where Git is not there, or knows nothing of the folder
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def commit(content: Path) -> str:
    return git(content, "HEAD")


def folder(content: Path) -> str:
    return git(content, "--show-prefix").strip("/") or content.name


def git(content: Path, asked: str) -> str:
    """What git-rev-parse answers."""
    program = shutil.which("git")
    if not program:
        return ""
    done = subprocess.run(  # noqa: S603  (no word of it comes from content)
        [program, "rev-parse", asked], cwd=content, capture_output=True, text=True, check=False
    )
    return "" if done.returncode else done.stdout.strip()
