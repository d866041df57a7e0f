"""Staff: does to a text exactly what messages say, as a person at the keyboard would."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.core.problems import Problem


def obeyed(text: str, problems: Iterable[Problem], first_line: int = 1) -> str:
    """The text after everything that the messages say to type, from the last line up."""
    lines = text.split("\n")
    for problem in sorted(problems, key=lambda one: -one.line):
        row = problem.line - first_line
        lines[row] = retyped(lines[row], problem.fix)
    return "\n".join(line for line in lines if line != "\0")


def retyped(line: str, fix: str) -> str:
    """One line after one message."""
    text = line.lstrip()
    lead = line.removesuffix(text)
    if fix.startswith("delete"):
        return "\0"
    if match := re.fullmatch(r'write "(.*)" alone, and on the next line "(.*)"', fix):
        return f"{lead}{match[1]}\n{match[2]}"
    if match := re.fullmatch(r"begin the line with (\d+|no) space.*", fix):
        return " " * (0 if match[1] == "no" else int(match[1])) + text
    if match := re.fullmatch(r'(?:did you mean ".*"\? W|w)rite (.*)', fix):
        typed = match[1]
        quoted = typed.startswith('"') and typed.count('"') == 2 and typed.endswith('"')
        typed = typed[1:-1] if quoted else typed
        begun = text[: len(text) - len(text.removeprefix("- "))]
        return lead + (typed if typed.startswith("- ") else begun + typed)
    raise AssertionError(f"nobody can do this: {fix}")
