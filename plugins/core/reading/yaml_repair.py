"""Mistypes: what people type between the `---` lines that YAML cannot read, or would lose.

Gives   mended(): the parts of the text as it was meant, and one Mistype for each line that was
        put right, with the line to type
How     each rule of mending.py proposes another line; one that lets YAML read on past the fault
        is right, so what a message says to type is known to work
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.core.problems import quoted
from plugins.core.reading.mending import ITEM, KEY, RULES, Mend, Rule, tab
from plugins.core.reading.yaml_events import Fault, Part, parts

# Enough to type before reading anew; each one costs a few readings of the text.
MOST = 25


@dataclass(frozen=True)
class Mistype:
    """One line to change, rows counted from 0."""

    row: int
    key: str
    found: str
    needed: str
    fix: str


def mended(lines: list[str]) -> tuple[list[Part] | None, list[Mistype]]:
    """The parts of the text, with what had to be put right; None where that did not help."""
    lines = list(lines)
    mistypes: list[Mistype] = []
    while isinstance(found := parts(lines), Fault):
        if len(mistypes) == MOST:
            return None, mistypes
        right = next(working(lines, found), None) or next(proposals(lines, found, (tab,)), None)
        if right is None:
            return None, [*mistypes, unexplained(lines, found)]
        row, mend = right
        mistypes.append(mistype(lines, row, mend.needed, mend.fix))
        lines[row] = mend.line
    return found, mistypes


def working(lines: list[str], fault: Fault) -> Iterator[tuple[int, Mend]]:
    """The proposals that let YAML read on past the fault."""
    for row, mend in proposals(lines, fault):
        after = parts([*lines[:row], mend.line, *lines[row + 1 :]])
        if not isinstance(after, Fault) or after.row > fault.row:
            yield row, mend


def proposals(
    lines: list[str], fault: Fault, rules: tuple[Rule, ...] = RULES
) -> Iterator[tuple[int, Mend]]:
    """Every rule, on every line where the fault may come from."""
    for rule in rules:
        for row in suspects(lines, fault):
            for mend in rule(lines, row, fault):
                if mend.line != lines[row]:
                    yield row, mend


def suspects(lines: list[str], fault: Fault) -> list[int]:
    """The line of the fault, the one above, where it began, the last open quotation mark."""
    opened = [row for row in range(fault.row, -1, -1) if opens_quote(lines[row])][:1]
    return list(dict.fromkeys([fault.row, *above(lines, fault.row), *fault.began, *opened]))


def above(lines: list[str], row: int) -> list[int]:
    return [one for one in range(row - 1, -1, -1) if lines[one].strip()][:1]


def opens_quote(line: str) -> bool:
    match = KEY.match(line) or ITEM.match(line)
    return match is not None and match["text"].startswith(("'", '"'))


def mistype(lines: list[str], row: int, needed: str, fix: str) -> Mistype:
    line = lines[row].strip()
    key = re.match(r"(?:- +)*([A-Za-z_]+)\s*[:=]", line)
    found = quoted(line) if line else "an unfinished value"
    return Mistype(row, key[1] if key else "", found, needed, fix)


def unexplained(lines: list[str], fault: Fault) -> Mistype:
    """A line that no rule can put right; the one above it when only that one is no field."""
    rows = [fault.row, *above(lines, fault.row)]
    row = next((one for one in rows if not (KEY.match(lines[one]) or ITEM.match(lines[one]))), None)
    if row is None:
        needed = 'a line like "title: Deep tissue massage", in line with its neighbors'
        fix = "compare the line with the same line in another file"
        return mistype(lines, fault.row, needed, fix)
    needed = 'a line like "title: ...", or an item that begins with "- "'
    fix = (
        'write "key: " or "- " in front, or join the line to the one above; '
        'where the text of the page begins, write "---" above it'
    )
    return mistype(lines, row, needed, fix)
