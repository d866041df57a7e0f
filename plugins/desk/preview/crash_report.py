"""Crash report: an exception in our own code, in the layout of a Problem.

Gives   describe(): file and line, the error, what to do; no call stack
Why     it repeats the layout of plugins.core.problems, which may be the module that fails to load
"""

from __future__ import annotations

import traceback
from pathlib import Path

UNCHANGED = "Nothing was changed: the site is as it was."
FIX = "correct the file and save it; the preview builds again by itself"


def describe(error: BaseException) -> str:
    """The text for the author of the code."""
    if isinstance(error, SyntaxError) and error.filename:
        found = f'"{(error.text or "").strip()}"'
        where, needed = f"{shown(error.filename)}:{error.lineno}", f"valid Python ({error.msg})"
    else:
        where, needed = position(error), "code that runs"
        found = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"{where}\n  Found   {found}\n  Needed  {needed}\n  To fix  {FIX}"


def failed(text: str) -> str:
    """The text about a failed build, with the same last line as in other builds."""
    return f"{text}\n\n{UNCHANGED}"


def position(error: BaseException) -> str:
    """File and line of the last call in the project, or else of the last call."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not shown(frame.filename).startswith(("/", ".", "<"))]
    return next(
        (f"{shown(frame.filename)}:{frame.lineno}" for frame in reversed(own or frames)), "?"
    )


def shown(name: str) -> str:
    """A path as a person in the current folder would type it."""
    path = Path(name)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else name
