"""Faults: an exception in our own code, in the layout of a problem.

Reads   the exception and where it was raised
Gives   file and line, the sentence, what to do; no call stack
Source  plugins.core.problems has the layout; it may be what cannot be loaded, so it is not used
"""

from __future__ import annotations

import traceback
from pathlib import Path

UNCHANGED = "Nothing was changed: the site is as it was."
FIX = "correct the file and save it; the preview builds again by itself"


def fault(error: BaseException) -> str:
    """The text for whoever wrote the code."""
    if isinstance(error, SyntaxError) and error.filename:
        found = f'"{(error.text or "").strip()}"'
        where, needed = f"{shown(error.filename)}:{error.lineno}", f"valid Python ({error.msg})"
    else:
        where, needed = place(error), "code that runs"
        found = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"{where}\n  Found   {found}\n  Needed  {needed}\n  To fix  {FIX}"


def unbuilt(text: str) -> str:
    """The text of a build that came to nothing, ended as builds end theirs."""
    return f"{text}\n\n{UNCHANGED}"


def place(error: BaseException) -> str:
    """File and line of the last step that the project itself took, or of the last one at all."""
    steps = traceback.extract_tb(error.__traceback__)
    own = [step for step in steps if not shown(step.filename).startswith(("/", ".", "<"))]
    return next((f"{shown(step.filename)}:{step.lineno}" for step in reversed(own or steps)), "?")


def shown(name: str) -> str:
    """A file's name as a person in the current folder would type it."""
    path = Path(name)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else name
