"""Front matter: YAML between two `---` lines, with the line of every value.

Reads   the text of one content file, or of practice.yaml
Gives   values as strings, lists and mappings: "no" and 09:30 stay what the writer typed; a key
        without a value is left out. What was mistyped is read as it was meant, and waits in
        Fields.problems until facts.validate() raises it with the problems of the values
Units   lines count from 1 in the file; a location is a path of keys and list positions
Stops   ContentError: fences missing, too large, a line that can mean nothing (with every
        problem found before it)
Source  YAML 1.1 as PyYAML reads it; only its structure is used, never its types
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from plugins.core.problems import ContentError, Problem, Repair, RepairKind, quoted
from plugins.core.reading.marks import invisible_signs
from plugins.core.reading.source_files import CONTROL, display_path, refuse
from plugins.core.reading.yaml_events import Part
from plugins.core.reading.yaml_repair import Mistake, repaired
from plugins.core.reading.yaml_repair_rules import KEY

LIMIT = 16 * 1024
DEPTH = 7  # as deep as the hours of a day in a season of one of several places
FENCE = re.compile(r"---[ \t]*")
# Four hyphens, or the dashes that word processors make of them.
NEARLY_FENCE = re.compile(r"[ \t]*(?:[-\u2013\u2014]{2,}|[\u2013\u2014])[ \t]*")

# After a value, a remark begins with a blank and a sign.
REMARK = re.compile(r"(?:(?<=\s)|^)#(?=\s).*")
# A key, an item, what belongs to the line above, a remark.
FIELD = re.compile(r"[A-Za-z_][\w-]*:( |$)|- |[ \t]+\S|#")

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class Fields:
    """Values as typed, and where each one stands.

    text  the lines that they were read from; the first one is line `first_line` of the file
    """

    path: Path
    values: dict[str, Any]
    lines: dict[Location, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    text: str = field(default="", compare=False, repr=False)
    first_line: int = field(default=1, compare=False)

    def line(self, location: Location) -> int:
        """The line of a location, or of the nearest that holds it; 1 for the file itself."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    @property
    def texts(self) -> Iterator[tuple[str, int, str]]:
        """Every text in the values: the key on top of it, its line, the text."""
        for location, text in texts(self.values, ()):
            yield str(location[0]), self.line(location), text

    def line_text(self, line: int) -> str:
        """A line of the file as it was typed."""
        lines = self.text.split("\n")
        row = line - self.first_line
        return lines[row] if 0 <= row < len(lines) else ""

    @property
    def remarks(self) -> dict[int, str]:
        """The remarks by their lines, those that stand alone or behind a value."""
        return remarks(self.text, self.values, self.first_line)


@dataclass(frozen=True)
class Parsed:
    """A content file taken apart: its fields, and its body with the line that it begins on."""

    fields: Fields
    body: str
    body_line: int

    @property
    def source(self) -> str:
        """The file as a person in the current folder would type it."""
        return display_path(self.fields.path)


def parse(text: str, path: Path) -> Parsed:
    """Front matter and body of a Markdown file."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not FENCE.fullmatch(lines[first]):
        if not lines[first]:
            raise refuse(path, "an empty file", "a page", "delete the file, or restore its text")
        nearly = NEARLY_FENCE.fullmatch(lines[first]) is not None
        raise refuse(
            path,
            quoted(lines[first]),
            "a first line of three hyphens, then lines like title: ..., then three hyphens again",
            'write "---"' if nearly else 'write "---" on a line of its own at the top of the file',
            line=first + 1,
            repair=first_fence(lines, first, path, nearly=nearly),
        )
    last = closing(lines, first, path)
    head = "\n".join(lines[first + 1 : last])
    fields = read_yaml(head, path, first_line=first + 2)
    return Parsed(fields, "\n".join(lines[last + 1 :]), last + 2)


def closing(lines: list[str], first: int, path: Path) -> int:
    """The row of the second fence."""
    for number in range(first + 1, len(lines)):
        if FENCE.fullmatch(lines[number]):
            return number
        if NEARLY_FENCE.fullmatch(lines[number]):
            raise refuse(
                path,
                quoted(lines[number]),
                "exactly three hyphens and nothing else on the line",
                'write "---"',
                line=number + 1,
                repair=fence("replace", path, lines, number),
            )
    raise refuse(
        path,
        'no end of the "title: ..." lines',
        'a second line of three hyphens between the "title: ..." lines and the text',
        'write "---" on a line of its own above the text',
        line=first + 1,
        repair=last_fence(lines, first, path),
    )


def fence(kind: RepairKind, path: Path, lines: list[str], row: int) -> Repair:
    """The repair that puts a fence in place of a line, or above it."""
    return Repair(kind, display_path(path), row + 1, old=lines[row], new="---")


def first_fence(lines: list[str], first: int, path: Path, *, nearly: bool) -> Repair | None:
    """The fence that is missing above fields, or was nearly typed."""
    if nearly:
        return fence("replace", path, lines, first)
    end = end_of_fields(lines, first)
    closed = end < len(lines) and FENCE.fullmatch(lines[end])
    return fence("insert", path, lines, first) if closed else None


def last_fence(lines: list[str], first: int, path: Path) -> Repair | None:
    """The fence that is missing between the fields and the text: where both are plain to see."""
    end = end_of_fields(lines, first + 1)
    above = lines[first + 1 : end]
    text = any(line.strip() for line in lines[end:])
    typed = text and any(KEY.match(line) for line in above)
    return fence("insert", path, lines, end) if typed else None


def end_of_fields(lines: list[str], row: int) -> int:
    """The first row, from `row` on, that is no line of fields."""
    while row < len(lines) and FIELD.match(lines[row]):
        row += 1
    return row


def read_yaml(text: str, path: Path, first_line: int = 1, limit: int = LIMIT) -> Fields:
    """The values of a YAML mapping, every one a string; keys without a value are left out."""
    size = len(text.encode())
    if size > limit:
        raise refuse(
            path,
            f"{size:,} bytes of fields",
            f"at most {limit:,}",
            "move long texts below the second ---",
            line=first_line,
        )
    parts, mistakes = parts_of(text)
    problems = [problem(mistake, path, first_line) for mistake in mistakes]
    if parts is None:
        raise ContentError(problems)
    reader = _Reader(path, first_line)
    remaining = iter(parts)
    first = next(remaining, None)
    values = reader.value(remaining, first, ()) if first else {}
    fields = Fields(path, values, reader.lines, (*problems, *reader.problems), text, first_line)
    hidden = tuple(invisible_signs(fields))
    return replace(fields, problems=(*fields.problems, *hidden)) if hidden else fields


@lru_cache(maxsize=512)
def parts_of(text: str) -> tuple[list[Part] | None, list[Mistake]]:
    """What YAML finds in a text; a preview reads all files again when one was saved."""
    return repaired(text.split("\n"))


def texts(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    """Every text in a value, and where it stands."""
    if isinstance(value, str):
        yield location, value
        return
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for part, one in inner:
        yield from texts(one, (*location, part))


def remarks(text: str, values: dict[str, Any], first_line: int) -> dict[int, str]:
    """The remarks by their lines; what looks like one and is part of a text is none."""
    rows = enumerate(text.split("\n")) if "#" in text else ()
    found = {first_line + row: match[0] for row, line in rows if (match := REMARK.search(line))}
    said = repr(values) if found else ""
    return {line: one for line, one in found.items() if repr(one.rstrip("\"' "))[1:-1] not in said}


def problem(mistake: Mistake, path: Path, first_line: int) -> Problem:
    name, line = display_path(path), first_line + mistake.row
    words = (mistake.key, mistake.found, mistake.needed, mistake.fix)
    repair = None
    if mistake.new is not None:
        kind: RepairKind = "replace" if mistake.new.strip() else "delete"
        repair = Repair(kind, name, line, old=mistake.old, new=mistake.new.rstrip())
    return Problem(name, line, *words, repair=repair)


def doubled(text: str) -> str:
    """Text between double quotes, ready to be pasted into YAML: a JSON string is one of YAML."""
    return json.dumps(text, ensure_ascii=False)


class _Reader:
    """Walks the parts that YAML found: values out, lines noted."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []

    def refuse(self, line: int, location: Location, words: tuple[str, str, str]) -> None:
        self.problems.append(Problem(display_path(self.path), line, str(location[0]), *words))

    def value(self, parts: Iterator[Part], part: Part, location: Location) -> Any:
        line = self.lines.setdefault(location, self.first_line + part.row)
        if len(location) > DEPTH:
            fix = "move the line to the left; put double quotes around a text that begins with ["
            words = ("a value inside too many others", f"at most {DEPTH} levels", fix)
            self.refuse(line, location, words)
            skip(parts, part)
            return ""
        if "\r" in part.text or CONTROL.search(part.text):
            # Between double quotes YAML reads \0 and \r as characters that nobody can see.
            fix = "put single quotes around the text, or write each \\ twice"
            self.refuse(line, location, ("an invisible character made by a \\", "plain text", fix))
            return ""
        if part.kind == "mapping":
            return self.mapping(parts, location)
        return self.items(parts, location) if part.kind == "list" else part.text

    def items(self, parts: Iterator[Part], location: Location) -> list[Any]:
        """The items of a list; one without a text is left out, as is a key without a value."""
        values: list[Any] = []
        while (part := next(parts)).kind != "end":
            if not part.unset:
                values.append(self.value(parts, part, (*location, len(values))))
        return values

    def mapping(self, parts: Iterator[Part], location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        while (part := next(parts)).kind != "end":
            key, line = printable(part.text), self.first_line + part.row
            here, value = (*location, key), next(parts)
            if key in seen:
                fix = f"delete this line, or line {seen[key]}"
                self.refuse(line, here, (f'the key "{key}" again', "each key once", fix))
                skip(parts, value)
            else:
                self.lines[here] = line
                if not value.unset:
                    values[key] = self.value(parts, value, here)
            seen.setdefault(key, line)
        return values


def printable(key: str) -> str:
    """A key without the invisible blanks that come with what is pasted."""
    return key if key.isprintable() else "".join(filter(str.isprintable, key))


def skip(parts: Iterator[Part], part: Part) -> None:
    """Go past a value and all that is inside it."""
    depth = int(part.opens)
    while depth:
        following = next(parts)
        depth += following.opens - (following.kind == "end")
