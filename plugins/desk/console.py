"""Console: the one place of the desk that prints, and that asks."""

from __future__ import annotations

import io
import sys


def say(text: str) -> None:
    """One message to the person at the terminal; letters that it lacks become "?"."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def ask(question: str) -> str:
    """What the person answers; nothing when the terminal is closed."""
    say(question)
    try:
        return input("> ").strip()
    except EOFError:
        return ""
