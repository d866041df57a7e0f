"""YAML events: what PyYAML finds in a few lines, or the first thing that is wrong with them.

Gives   parts(): the parts of one mapping in their order, or a Fault
Units   rows count from 0
Stops   Fault: no YAML; anchors, aliases, tags; a text after # that is no remark; a key that is
        no text; items that YAML joins to the text above; more than one document; no mapping
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import yaml

Kind = Literal["text", "mapping", "list", "end"]
KINDS: dict[type, Kind] = {
    yaml.ScalarEvent: "text",
    yaml.MappingStartEvent: "mapping",
    yaml.SequenceStartEvent: "list",
    yaml.MappingEndEvent: "end",
    yaml.SequenceEndEvent: "end",
}
# As YAML writes a value that is not known.
NOTHING = ("", "~", "null", "Null", "NULL")
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Fault:
    """Where reading stops, and where the reason may be.

    remark: a text is lost because YAML takes it for a remark
    """

    row: int
    began: tuple[int, ...] = ()
    remark: bool = False


class Part(NamedTuple):
    """A text, or the beginning or the end of a mapping or a list; an end has no row of its own.

    plain: without any quotes
    """

    kind: Kind
    row: int = 0
    text: str = ""
    plain: bool = False

    @property
    def opens(self) -> bool:
        return self.kind in ("mapping", "list")

    @property
    def unset(self) -> bool:
        """Nothing stands there: the key is written down, its value is not known yet."""
        return self.plain and self.text in NOTHING


def parts(lines: list[str]) -> list[Part] | Fault:
    """The parts of the one mapping that the lines hold."""
    text = "\n".join(lines)
    found: list[Part] = []
    event: Any
    try:
        for event in yaml.parse(text, Loader=LOADER):
            fault = refused(event) or lost(event, lines) or second(event, found)
            if fault:
                return fault
            if kind := KINDS.get(type(event)):
                found.append(part(kind, event))
    except yaml.MarkedYAMLError as error:
        return unreadable(error, lines)
    except yaml.reader.ReaderError as error:
        return Fault(text[: error.position].count("\n"))
    if found and found[0].kind != "mapping":
        return Fault(found[0].row)
    return odd_key(found) or found


def part(kind: Kind, event: Any) -> Part:
    if kind == "text":
        return Part(kind, event.start_mark.line, event.value, not event.style)
    return Part(kind) if kind == "end" else Part(kind, event.start_mark.line)


def unreadable(error: yaml.MarkedYAMLError, lines: list[str]) -> Fault:
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    row, *began = [min(line, len(lines) - 1) for line in marks] or [0]
    if "end of stream" in str(error.problem) and began:
        return Fault(began[0], (row,))
    return Fault(row, tuple(began))


def refused(event: Any) -> Fault | None:
    """What YAML can read, and what nobody here writes on purpose."""
    marked = getattr(event, "anchor", None) or getattr(event, "tag", None)
    return Fault(event.start_mark.line) if marked else None


def second(event: Any, found: list[Part]) -> Fault | None:
    """A document after the first."""
    again = isinstance(event, yaml.DocumentStartEvent) and found
    return Fault(event.start_mark.line) if again else None


def lost(event: Any, lines: list[str]) -> Fault | None:
    """A text of which YAML takes a part for a remark, or that swallows the items below it."""
    if not isinstance(event, yaml.ScalarEvent) or event.style in ("|", ">"):
        return None
    start: Any = event.start_mark
    end: Any = event.end_mark
    if event.value and not event.style:
        alone = not lines[start.line][: start.column].strip()
        for row in range(start.line + (not alone), min(end.line + 1, len(lines))):
            if re.match(r"\s*-(?:[^\W\d]|\s)", lines[row]):
                return Fault(row)
    # "# " begins a remark that is meant; "#1 in town" does not.
    rest = lines[end.line][end.column :] if end.line < len(lines) else ""
    return Fault(end.line, remark=True) if rest and re.match(r"\s+#[^\s#]", rest) else None


def odd_key(found: list[Part]) -> Fault | None:
    """A key that is no text."""
    around: list[list[Any]] = []  # of each open part: its kind, and how many parts it has so far
    for one in found:
        if one.kind == "end":
            around.pop()
            continue
        if around:
            kind, count = around[-1]
            if kind == "mapping" and count % 2 == 0 and one.kind != "text":
                return Fault(one.row)
            around[-1][1] += 1
        if one.opens:
            around.append([one.kind, 0])
    return None
