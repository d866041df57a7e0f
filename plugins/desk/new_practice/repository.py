"""Repository: what a practice without code needs on GitHub, beside its content.

Reads   HANDBILL from the environment (owner/name), or else where this copy of Handbill came from
Gives   Version; version(): the code as GitHub has it; files(): workflows that publish content/ with
        that version and check pull requests, .gitignore, and a README for staff
Stops   at a copy of Handbill that is not from GitHub: nobody knows which code to name
Source  GitHub: reusing workflows
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.core.paths import PROJECT
from plugins.core.system.git_history import NoHistoryError
from plugins.core.system.git_history import git as git_lines

GITHUB = re.compile(r"(?:.*github\.com[:/])?(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?", re.ASCII)
UNKNOWN = """\
This copy of Handbill is not from GitHub, so nobody knows which code the repository is to use.
Type its owner and name there: make new-practice REPOSITORY=my-site HANDBILL=owner/handbill"""
MINUTE = 9  # not when everybody else's runs begin
WORKFLOW = """\
# Checks, builds and publishes content/ with Handbill, at the version in the line "uses".
# A new version is a new end of that line: see CHANGELOG.md of {name}.
name: Publish
on:
  push: {{branches: [main]}}
  schedule: [{{cron: "{minute} {hours} * * *"}}] # after midnight in {zone}: offers and news begin
  workflow_dispatch:
permissions: {{}}
jobs:
  publish:
    permissions: {{actions: read, checks: read, contents: read, id-token: write, pages: write}}
    uses: {name}/.github/workflows/publish.yml@{commit} # of {date}
    secrets: {{CACHE_KEY: "${{{{ secrets.CACHE_KEY }}}}"}}
"""
PROPOSAL = """\
# Checks a pull request with Handbill, and makes its preview, to be downloaded.
name: Proposal
on:
  pull_request: {{branches: [main]}}
permissions: {{}}
jobs:
  proposal:
    permissions: {{contents: read}}
    uses: {name}/.github/workflows/proposal.yml@{commit} # of {date}
"""
IGNORED = "/output/\n/posts/\n.cache/\n.output.building/\n"
README = """\
# The website of {practice}

Everything that the website says is in the folder `content/`. You change it here, on GitHub, in
the browser: open a file, click the pencil, change the text, click "Commit changes". A minute or two
later the change is live.

- The tab "Actions" shows how far it is. A green tick means that it is live. A red cross means that
  something is wrong: click it, and read what to write. The website stays as it was until then.
- What each file and each line means: [the guide for staff]({guide}).
- With a pull request you propose a change. Its tab "Checks" says whether it is in order, and has a
  preview to download.
- Pages with `starter: yes` are suggestions. The website leaves them out until you delete that line.

## The first time

1. Put this folder into a new repository on GitHub, as its branch `main`.
2. There, open "Settings", "Pages", and choose "GitHub Actions" as the source.
3. For an address of your own, add the variable `SITEURL`, such as `https://www.example.com`, under
   "Settings", "Secrets and variables", "Actions", "Variables".

## Look before you publish

With a copy of [Handbill](https://github.com/{name}) beside this folder, type there:
`make devserver CONTENT=../{folder}/content`

## A newer version of Handbill

The two files in `.github/workflows/` name the version, behind `@`. Replace it with a newer one in
both. [CHANGELOG.md](https://github.com/{name}/blob/main/CHANGELOG.md) says what to change with it.
"""


@dataclass(frozen=True)
class Version:
    """The code, as GitHub has it: owner/name, a commit and its day."""

    name: str
    commit: str
    date: str


def version() -> Version | None:
    """The newest commit here that the repository on GitHub has; None when that is not known."""
    given = os.environ.get("HANDBILL", "")
    match = GITHUB.fullmatch(given or origin())
    # What git knows may have changes that GitHub has not.
    shared = git("merge-base", "HEAD", "origin/HEAD") or git("merge-base", "HEAD", "origin/main")
    commit = shared or git("rev-parse", "HEAD")
    if not match or not commit:
        return None
    return Version(match["name"], commit, git("log", "-1", "--format=%cs", commit))


def origin() -> str:
    url = git("remote", "get-url", "origin")
    return url if "github.com" in url else ""


def git(*words: str) -> str:
    """What Git says of this copy; nothing where it says nothing."""
    try:
        return "\n".join(git_lines(PROJECT, *words)).strip()
    except NoHistoryError:
        return ""


def files(folder: Path, practice: str, zone: ZoneInfo, code: Version) -> Iterator[tuple[str, str]]:
    facts = {"name": code.name, "practice": practice, "folder": folder.name}
    guide = f"https://github.com/{code.name}/blob/{code.commit}/content/README.md"
    workflow = {"commit": code.commit, "date": code.date, "zone": zone.key, "minute": MINUTE}
    publish = WORKFLOW.format(hours=midnights(zone), **facts, **workflow)
    yield ".github/workflows/publish.yml", publish
    yield ".github/workflows/proposal.yml", PROPOSAL.format(**facts, **workflow)
    yield ".gitignore", IGNORED
    yield "README.md", README.format(guide=guide, **facts)


def midnights(zone: ZoneInfo) -> str:
    """The hours in UTC that follow midnight there, in winter and in summer: `6,7`."""
    year = datetime.now(UTC).year
    days = (datetime(year, month, 1, tzinfo=zone).astimezone(UTC) for month in range(1, 13))
    return ",".join(
        str(hour) for hour in sorted({(at.hour + (at.minute > MINUTE)) % 24 for at in days})
    )
