"""Repair front matter that YAML cannot read, or of which it would lose a part.

Gives   repaired(): the YAML parts of the text as it was meant, and one Mistake for each line that
        was repaired, with the line to type
How     each rule of yaml_repair_rules proposes another line; a proposal is right when YAML can read
        on past the fault, so what a message says to type is known to work
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.core.problems import quoted
from plugins.core.reading.yaml_events import Fault, Part, parts
from plugins.core.reading.yaml_repair_rules import ITEM, KEY, RULES, Correction, Rule, tab

# Enough to correct before the next build; each one parses the text a few times.
MOST = 25


@dataclass(frozen=True)
class Mistake:
    """One line to change, rows counted from 0.

    old, new  the line as it is, and what to write in its place; new is None when nobody knows
    """

    row: int
    key: str
    found: str
    needed: str
    fix: str
    old: str
    new: str | None = None


def repaired(lines: list[str]) -> tuple[list[Part] | None, list[Mistake]]:
    """The parts of the text, and the mistakes; no parts when the text could not be repaired."""
    lines = list(lines)
    mistakes: list[Mistake] = []
    while isinstance(result := parts(lines), Fault):
        if len(mistakes) == MOST:
            return None, mistakes
        right = next(working(lines, result), None) or next(proposals(lines, result, (tab,)), None)
        if right is None:
            return None, [*mistakes, unexplained(lines, result)]
        row, correction = right
        again = any(row == earlier.row for earlier in mistakes)  # the first mistake comes first
        written = correction.line if correction.written is None else correction.written
        mistakes.append(
            mistake(lines, row, correction.needed, correction.fix, None if again else written)
        )
        lines[row] = correction.line
    return result, mistakes


def working(lines: list[str], fault: Fault) -> Iterator[tuple[int, Correction]]:
    """The proposals that let YAML read on past the fault."""
    for row, correction in proposals(lines, fault):
        after = parts([*lines[:row], correction.line, *lines[row + 1 :]])
        if not isinstance(after, Fault) or after.row > fault.row:
            yield row, correction


def proposals(
    lines: list[str], fault: Fault, rules: tuple[Rule, ...] = RULES
) -> Iterator[tuple[int, Correction]]:
    """What every rule proposes for every line that may have caused the fault."""
    for rule in rules:
        for row in suspects(lines, fault):
            for correction in rule(lines, row, fault):
                if correction.line != lines[row]:
                    yield row, correction


def suspects(lines: list[str], fault: Fault) -> list[int]:
    """The line of the fault, the one above, where the fault began, the last open quotation mark,
    and the last one that its line does not close: the next quotation mark then ends the text."""
    opened = [row for row in range(fault.row, -1, -1) if opens_quote(lines[row])]
    unclosed = [row for row in opened if not closes_quote(lines[row])][:1]
    rows = [fault.row, *above(lines, fault.row), *fault.began, *opened[:1], *unclosed]
    return list(dict.fromkeys(rows))


def above(lines: list[str], row: int) -> list[int]:
    return [other for other in range(row - 1, -1, -1) if lines[other].strip()][:1]


def opens_quote(line: str) -> bool:
    match = KEY.match(line) or ITEM.match(line)
    return match is not None and match["text"].startswith(("'", '"'))


def closes_quote(line: str) -> bool:
    match = KEY.match(line) or ITEM.match(line)
    return match is not None and match["text"].count(match["text"][0]) > 1


def mistake(lines: list[str], row: int, needed: str, fix: str, new: str | None = None) -> Mistake:
    line = lines[row].strip()
    key = re.match(r"(?:- +)*([A-Za-z_]+)\s*[:=]", line)
    found = quoted(line) if line else "an unfinished value"
    return Mistake(row, key[1] if key else "", found, needed, fix, lines[row], new)


def unexplained(lines: list[str], fault: Fault) -> Mistake:
    """The mistake in a line that no rule repairs: the line above when only that one is no field."""
    rows = [fault.row, *above(lines, fault.row)]
    row = next((row for row in rows if not (KEY.match(lines[row]) or ITEM.match(lines[row]))), None)
    if row is None:
        needed = 'a line like "title: Deep tissue massage", in line with its neighbors'
        fix = "compare the line with the same line in another file"
        return mistake(lines, fault.row, needed, fix)
    needed = 'a line like "title: ...", or an item that begins with "- "'
    fix = (
        'write "key: " or "- " in front, or join the line to the one above; '
        'where the text of the page begins, write "---" above it'
    )
    return mistake(lines, row, needed, fix)
