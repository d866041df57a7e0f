"""Report: what an upload would change, or has changed, as text for the console."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plugins.build.report.outcome import counted
from plugins.core.problems import visible
from plugins.desk.deploy.plan import NEVER, Plan

SHOWN = 20  # names in each list; more are only counted
NOTHING = "Nothing to upload: {to} has this site already."
STOPPED = (
    "Stopped. Every page at {to} is whole, as it was or as it is now. "
    "Run the same command again to complete the upload."
)
WHY = "since open pages may still ask for them"
DRY = "Nothing was uploaded (DRY=1). To upload it, type the same without DRY=1."
LIVE = "To see it, open {url}/"


def dry_run_text(plan: Plan, to: str, last: str = DRY) -> str:
    """What the upload would change."""
    parts = [
        section("that no upload of this site put there, to be replaced", plan.strange),
        section("new", plan.new),
        section("changed", plan.changed),
        section("to be removed", plan.gone),
        section("to be removed, since no page has named them for a while", plan.expired),
        *waiting(plan, f"to be kept for a while, {WHY}"),
        *foreign_files(plan),
    ]
    lines = [*filter(None, parts)] or ["  nothing: it has this site already"]
    return "\n".join(filter(None, [f"What would change at {to}:", *lines, last]))


def replaced(plan: Plan, to: str) -> str:
    """All that is not ours and would be replaced."""
    return "\n".join([f"At {to}, not from here:", *(f"    {shown(name)}" for name in plan.strange)])


def upload_text(plan: Plan, to: str) -> str:
    """What the upload has changed."""
    if not plan.uploads and not plan.removals:
        return "\n".join([NOTHING.format(to=to), *foreign_files(plan)])
    new, changed, gone = len(plan.new), len(plan.changed), len(plan.removals)
    head = f"Uploaded to {to}: {new} new, {changed} changed, {gone} removed."
    return "\n".join(
        [
            head,
            *waiting(plan, f"kept for a while, {WHY}"),
            *foreign_files(plan),
        ]
    )


def section(what: str, names: Iterable[str]) -> str:
    """A count, and the first names."""
    listed = list(names)
    if not listed:
        return ""
    rows = [f"    {shown(name)}" for name in listed[:SHOWN]]
    rows += [f"    and {len(listed) - SHOWN} more"] if len(listed) > SHOWN else []
    return "\n".join([f"  {counted(len(listed), 'file')} {what}", *rows])


def shown(name: str) -> str:
    """A name that somebody else may have given, without what a terminal would obey."""
    return "".join(map(visible, name))


def waiting(plan: Plan, what: str) -> list[str]:
    """Old files that stay for now, and the day until which they do."""
    if not plan.waiting:
        return []
    last = max(plan.waiting.values())
    until = "" if last == NEVER else f", until {day(last)} at the latest"
    return [f"  {counted(len(plan.waiting), 'file')} {what}{until}"]


def foreign_files(plan: Plan) -> list[str]:
    """Files that no upload put there."""
    text = section("there that make deploy did not upload, left alone", plan.foreign)
    return [text] if text else []


def day(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d}"
