"""Console: prints to the terminal and asks there; all commands do so through this module."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping

from plugins.core.next_commands import of_this_content

NO = ("", "0", "no", "off", "false")


def say(text: str) -> None:
    """Print a message; characters that the terminal cannot show become "?"."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    print(of_this_content(text), flush=True)  # noqa: T201  (commands print here alone)


def wants(environment: Mapping[str, str], name: str) -> bool:
    """Whether a variable like YES says yes."""
    return environment.get(name, "").strip().lower() not in NO


def ask(question: str) -> str:
    """The person's answer; empty when the terminal is closed."""
    say(question)
    try:
        return input("> ").strip()
    except EOFError:
        return ""
