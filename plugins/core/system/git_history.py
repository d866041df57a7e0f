"""Git history: when each content file last changed, from Git.

Reads   the Git repository that the content folder lies in
Gives   history(): the committer's date of the last commit that touched each file, deleted ones
        among them; nothing of a file with changes that are not committed, nothing at all without
        a repository, without Git, or from a shallow clone, whose first commit seems to have
        written everything
        foreign_repository(): the folder of a repository that Git refuses to read, because another
        user owns it
Units   names are relative to the content folder; aware datetimes in UTC
Note    history is an input of a published build beside content and instant: the same commit gives
        the same dates on every machine
Source  git-log(1), git-status(1); names with control characters are quoted, so never one of ours
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

# Whatever a user has configured, the output is the one that is read here.
PLAIN = ("-c", "log.showSignature=false", "-c", "core.quotePath=true")
LOG = ("log", "--format=%x09%ct", "--name-only", "--no-renames", "--relative", "--", ".")
STATUS = ("status", "--porcelain", "--no-renames", "--untracked-files=all", "--", ".")


DUBIOUS = re.compile(r"dubious ownership in repository at '(.*)'")


class NoHistoryError(Exception):
    """Git is not there, or has nothing to say of the folder. The text is what it says."""


def history(content: Path) -> Mapping[str, datetime]:
    try:
        shallow, prefix = git(content, "rev-parse", "--is-shallow-repository", "--show-prefix")
        if shallow == "true":
            return {}
        changed = {line[3:].removeprefix(prefix) for line in git(content, *STATUS)}
        dates = committed(git(content, *LOG))
    except NoHistoryError:
        return {}
    return {name: date for name, date in dates.items() if name not in changed}


def foreign_repository(content: Path) -> str:
    """Its folder, as Git wants to hear it; "" when there is no such obstacle."""
    try:
        git(content, "rev-parse")
    except NoHistoryError as error:
        found = DUBIOUS.search(str(error))
        return found[1] if found else ""
    return ""


def committed(lines: list[str]) -> dict[str, datetime]:
    """The first date, which is the last commit, that names each file."""
    found: dict[str, datetime] = {}
    date = datetime.fromtimestamp(0, UTC)
    for line in lines:
        if line.startswith("\t"):
            date = datetime.fromtimestamp(int(line), UTC)
        elif line:
            found.setdefault(line, date)
    return found


def git(folder: Path, *words: str) -> list[str]:
    """The lines that Git says. Raises NoHistoryError."""
    command = shutil.which("git")
    if not command:
        raise NoHistoryError
    # Inside a hook, Git's own variables lead to the repository of the hook.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(  # noqa: S603  (no word of it comes from content)
        [command, *PLAIN, *words],
        cwd=folder,
        env=environment | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise NoHistoryError(done.stderr)
    return done.stdout.splitlines()
