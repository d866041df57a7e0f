"""GitHub: how a build went, for people who read it on github.com, often on a phone.

Reads   GITHUB_STEP_SUMMARY, GITHUB_WORKSPACE, and what names the repository
Gives   tell(): annotations at file and line on the console, and the summary of the job in plain
        words; muted(): a text for the console in which GitHub finds no commands
Units   a check annotates what is worth a look, too; a build only what stops it. GitHub shows ten
        annotations of a kind, the summary has every problem
Stops   nothing: a summary that cannot be written is left out, the console has it all
Source  docs.github.com, "Workflow commands for GitHub Actions"; the escapes are those of
        actions/toolkit
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import escape
from pathlib import Path
from urllib.parse import quote

from plugins.build.report.outcome import Outcome, counted
from plugins.core.problems import Problem

KINDS = {"error": "To fix", "warning": "Worth a look"}
STILL_UP = "The site on the web is still up, as it was before."
NEXT = "Change this, and commit it: everything runs again by itself."
# What Markdown reads as marks. Underscores and hyphens within words are none.
MARKS = re.compile(r"([\\`*\[\]#|~]|(?<!\w)_|_(?!\w))")


def tell(outcome: Outcome, *, checking: bool) -> Iterator[str]:
    """The lines that GitHub turns into annotations. Appends to the summary of the job."""
    levels = (*KINDS,) if checking else ("error",)
    for level in levels:
        yield from (annotation(problem) for problem in sorted(set(outcome.level(level))))
    if outcome.code and not outcome.problems:
        yield f"::error title={prop('The build failed')}::{data(outcome.message)}"
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with suppress(OSError), Path(path).open("a", encoding="utf-8") as file:
            file.write("\n".join([*summary(outcome, checking=checking), ""]))


def muted(text: str) -> str:
    """The text, which may quote what somebody wrote: nothing in it is a command to GitHub."""
    token = secrets.token_hex(16)
    return f"::stop-commands::{token}\n{text}\n::{token}::"


def annotation(problem: Problem) -> str:
    """A problem, at its file and line."""
    name = Path(problem.path).name
    title = f"{KINDS[problem.level]}: {name}{f', {problem.field}' if problem.field else ''}"
    where = {"file": in_workspace(problem.path), "line": problem.line or "", "title": title}
    values = ",".join(f"{key}={prop(str(value))}" for key, value in where.items() if value)
    text = "\n".join(f"{label}: {text}" for label, text in problem.parts)
    return f"::{problem.level} {values}::{data(text)}"


def in_workspace(path: str) -> str:
    """A file as the repository names it; "" for what is none of it, such as a setting."""
    name = Path(os.path.relpath(path, os.environ.get("GITHUB_WORKSPACE") or ".")).as_posix()
    return name if Path(path).exists() and not name.startswith("../") else ""


def data(text: str) -> str:
    """The message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def prop(text: str) -> str:
    """The value of a command's property."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def summary(outcome: Outcome, *, checking: bool) -> Iterator[str]:
    """The summary, in Markdown, line by line."""
    errors, warnings = (sorted(set(outcome.level(level))) for level in KINDS)
    if outcome.code:
        what = f"{counted(len(errors), 'problem')} to fix" if errors else "the build failed"
        yield from (f"## Not published: {what}", "", f"**{STILL_UP}**", "")
        yield from described(errors)
        if errors:
            yield from (NEXT, "")
        else:
            yield from ("```text", outcome.message.replace("```", "'''"), "```", "")
    else:
        done = "Checked" if checking else "Built"
        yield from (f"## {done}: {counted(outcome.pages, 'page')}, nothing to fix", "")
    if warnings:
        yield from (f"### Worth a look, though not in the way: {len(warnings)}", "")
        yield from described(warnings)
    yield from (f"- {plain(str(waiting))}" for waiting in outcome.waiting)
    for title, source in outcome.left_out:
        yield f"- Left out, a starter page: {plain(title)} ({plain(source)})"
    yield ""


def described(problems: Iterable[Problem]) -> Iterator[str]:
    """Where, what was found, what is needed, what to write."""
    for number, problem in enumerate(problems, 1):
        line = f", line {problem.line}" if problem.line else ""
        field = f", {problem.field}" if problem.field else ""
        place = plain(f"{problem.path}{line}{field}")
        yield f"**{number}. {linked(place, problem)}**"
        yield from (f"- {label}: {plain(text)}" for label, text in problem.parts)
        yield ""


def linked(text: str, problem: Problem) -> str:
    """A link to the line on the branch, where a pencil opens the file."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME")
    server, repository, branch = (os.environ.get(name, "") for name in names)
    file = in_workspace(problem.path)
    # The branch of a pull request may be in another repository.
    if os.environ.get("GITHUB_REF_TYPE") != "branch" or "/merge" in branch or not file:
        return text
    line = f"?plain=1#L{problem.line}" if problem.line else ""
    return f"[{text}]({server}/{repository}/blob/{quote(f'{branch}/{file}')}{line})"


def plain(text: str) -> str:
    """A text in which Markdown and HTML find nothing."""
    return MARKS.sub(r"\\\1", escape(text, quote=False))
