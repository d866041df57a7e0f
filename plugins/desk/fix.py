"""Carry out the repairs that problems name, as far as they are safe.

Reads   content/; YES from the environment: do not ask
Gives   the files with their repairs, after showing the lines that change; a patch that takes all of
        it back, in .cache/; then what a person has to decide. Exit code 0 when nothing stops a
        build any more, else 2
Stops   nothing: a file that changed meanwhile is left as it is, and looked at again
How     some problems show only when others are gone, so it looks again after each round
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plugins.build.report.outcome import Outcome, counted
from plugins.core.paths import CACHE
from plugins.core.reading.source_files import display_path
from plugins.desk.console import ask, say, wants
from plugins.desk.repairs import Edit, EditError, edits, patch, shown

ROUNDS = 20  # enough for a file in which every line hides the next mistake


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--output", default="output", metavar="FOLDER")
    parser.add_argument("--settings", default="pelicanconf.py", metavar="FILE")


def run(options: Namespace) -> int:
    content = Path(options.content)
    agreed = wants(os.environ, "YES")
    changed: dict[Path, Edit] = {}
    outcome = check(options)
    for _ in range(ROUNDS):
        safe = [one.repair for one in outcome.problems if one.repair and one.repair.safe]
        found = edits(safe, content)
        if not found:
            break
        say("\n\n".join(map(shown, found)))
        if not agreed and not confirmed():
            return finish(outcome, changed, "Nothing more was changed.")
        for edit in found:
            try:
                edit.apply()
            except EditError as error:
                say(f"{error} was changed by somebody else meanwhile, and is left as it is.")
                continue
            earlier = changed.pop(edit.path, None)
            changed[edit.target] = earlier.then(edit) if earlier else edit
        outcome = check(options)
    return finish(outcome, changed)


def check(options: Namespace) -> Outcome:
    """Look for problems, and exchange nothing."""
    from plugins.build.api import build  # noqa: PLC0415  (loads Pelican)

    return build(
        settings=options.settings,
        content=options.content,
        output=options.output,
        overrides={"CHECK_ONLY": True},
    )


def confirmed() -> bool:
    if not sys.stdin.isatty():
        say("\nTo make these changes, type: make fix YES=1")
        return False
    return ask("\nMake these changes? Type y for yes.").lower() in ("y", "yes")


def finish(outcome: Outcome, changed: dict[Path, Edit], last: str = "") -> int:
    """Say what was changed, how to take it back, and what is left; the exit code."""
    if changed:
        names = sorted(display_path(edit.target) for edit in changed.values())
        path = CACHE / "fix.patch"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(patch(changed.values()), encoding="utf-8", newline="")
        say(f"\nChanged {counted(len(names), 'file')}: {', '.join(names)}.")
        if all(edit.path.absolute().is_relative_to(Path.cwd()) for edit in changed.values()):
            say(f"To take it back, type: git apply --reverse {display_path(path)}\n")
    left = [problem for problem in outcome.problems if problem.level != "note"]
    if left or outcome.code:
        say(outcome.text)
    elif not changed:
        say("There is nothing to fix.")
    if last:
        say(last)
    return outcome.code
