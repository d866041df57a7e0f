"""Telling: what an upload would do, did, or left undone, in words for who started it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plugins.build.report.outcome import counted
from plugins.desk.deploy.plan import NEVER, Plan

SHOWN = 20  # names of each sort; more are only counted
NOTHING = "Nothing to upload: {to} has this site already."
STOPPED = (
    "Stopped. Every page at {to} is whole, as it was or as it is now. "
    "Run the same command again to complete the upload."
)
WHY = "since open pages may still ask for them"
DRY = "Nothing was uploaded (DRY=1). To upload it, type the same without DRY=1."
LIVE = "To see it, open {url}/"


def intended(plan: Plan, to: str) -> str:
    """What would change."""
    parts = [
        part("new", plan.new),
        part("changed", plan.changed),
        part("to be removed", plan.gone),
        part("to be removed, since no page has named them for a while", plan.expired),
        *waiting(plan, f"to be kept for a while, {WHY}"),
        *strange(plan),
    ]
    told = [one for one in parts if one] or ["  nothing: it has this site already"]
    return "\n".join([f"What would change at {to}:", *told, DRY])


def done(plan: Plan, to: str) -> str:
    """What was done."""
    if not plan.uploads and not plan.removals:
        return "\n".join([NOTHING.format(to=to), *strange(plan)])
    new, changed, gone = len(plan.new), len(plan.changed), len(plan.removals)
    head = f"Uploaded to {to}: {new} new, {changed} changed, {gone} removed."
    return "\n".join(
        [
            head,
            *waiting(plan, "kept for a while, since open pages may still ask for them"),
            *strange(plan),
        ]
    )


def part(what: str, names: Iterable[str]) -> str:
    """A count, and the first names below it."""
    listed = list(names)
    if not listed:
        return ""
    rows = [f"    {name}" for name in listed[:SHOWN]]
    rows += [f"    and {len(listed) - SHOWN} more"] if len(listed) > SHOWN else []
    return "\n".join([f"  {counted(len(listed), 'file')} {what}", *rows])


def waiting(plan: Plan, what: str) -> list[str]:
    """What is not removed yet, and when it may be."""
    if not plan.waiting:
        return []
    last = max(plan.waiting.values())
    until = "" if last == NEVER else f", until {day(last)} at the latest"
    return [f"  {counted(len(plan.waiting), 'file')} {what}{until}"]


def strange(plan: Plan) -> list[str]:
    """What is there and was not uploaded from here."""
    said = part("there that make deploy did not upload, left alone", plan.strangers)
    return [said] if said else []


def day(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d}"
