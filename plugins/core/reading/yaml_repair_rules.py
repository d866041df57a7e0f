"""What a line between the `---` lines may have been meant to be, one rule a kind of mistake.

Gives   RULES, in the order to try; each yields Corrections of one line, and says what was needed
Units   rows count from 0
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from unicodedata import name

from plugins.core.problems import typed
from plugins.core.reading.yaml_events import Fault

KEY = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*)(?: *: +| *:$)(?P<text>.*)")
ITEM = re.compile(r"(?P<lead> *(?:- +)+)(?P<text>.*)")
OTHER_BLANK = re.compile(r"[^\S ]")
BULLETS = "*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2013\u2014+"
# The longest line that is worth typing off a message.
LONGEST = 400


@dataclass(frozen=True)
class Correction:
    """A line as it may have been meant, what was needed, and what to type.

    written  the lines to write in its place, when they are not the one that is read
    """

    line: str
    needed: str
    fix: str
    written: str | None = None


def stray(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """A line of dots or hyphens: it ends a file in YAML."""
    if re.match(r"---|\.\.\.", lines[row]):
        yield Correction("", 'only lines like "title: Deep tissue massage" here', "delete the line")


def tab(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """A tab, or a space that is not U+0020, at the beginning of the line."""
    text = lines[row].lstrip()
    before = lines[row].removesuffix(text)
    if before.strip(" "):
        meant = 0 if is_first(lines, row) else len(before.expandtabs(2))
        for column in (meant, *columns(lines, row)):
            needed = "spaces at the beginning of the line, not tabs"
            yield Correction(" " * column + text, needed, to_indent(column))


def colon(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """`title:Massage` and `title = Massage`, also with a blank that only looks like a space."""
    match = re.match(r"( *(?:- +)*)([a-z_]+)(\s*=\s*|\s*:(?!//)\s*)(\S.*)", lines[row])
    if match:
        line = f"{match[1]}{match[2]}: {match[4]}"
        needed = "a colon and a space after the key"
        if blank := OTHER_BLANK.search(match[3]):
            needed = f"{needed}: here is a {name(blank[0]).lower()}, which looks the same"
        yield Correction(line, needed, to_write(line))


def bullet(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """`* item`, and other signs that word processors put in front of items."""
    match = re.match(rf"( *)[{BULLETS}][ \t\u00a0]+(\S.*)", lines[row])
    if match:
        line = f"{match[1]}- {match[2]}"
        yield Correction(line, "a hyphen in front of each item", to_write(line))


def hyphen(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """`-item`."""
    match = re.match(r"( *)-([^\W\d].*)", lines[row])
    if match:
        line = f"{match[1]}- {match[2]}"
        yield Correction(line, "a space after the hyphen", to_write(line))


def first_item(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """`symptoms: - sciatica`, with more items below."""
    match = re.match(r"( *)([a-z_]+): +(- .*)", lines[row])
    if match and row + 1 < len(lines) and lines[row + 1].lstrip().startswith("- "):
        fix = f'write "{match[2]}:" alone, and on the next line "{match[1]}  {match[3]}"'
        written = f"{match[1]}{match[2]}:\n{match[1]}  {match[3]}"
        yield Correction(f"{match[1]}{match[2]}:", "each item on a line of its own", fix, written)


def quotation(lines: list[str], row: int, fault: Fault) -> Iterator[Correction]:
    """A text that YAML reads as something else."""
    match = KEY.match(lines[row]) or ITEM.match(lines[row])
    text = match["text"].strip() if match else ""
    if match and text:
        lead = lines[row][: match.start("text")].rstrip()
        line = f"{lead} {json.dumps(unquoted(text), ensure_ascii=False)}"
        yield Correction(line, why_quoted(text, fault), to_write(line))


def signs(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """`"title: Massage` and `!x title: Massage`."""
    match = re.match(r"( *(?:- +)*)[^\w\s]\S*?\s*([a-z_]+)[\"']? *:(?= |$)(.*)", lines[row])
    if match:
        line = f"{match[1]}{match[2]}:{match[3]}"
        yield Correction(line, "a key of small letters, without any sign", to_write(line))


def first_line(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """The first key with spaces in front, where the others have none."""
    text = lines[row].lstrip()
    if KEY.match(text) and is_first(lines, row):
        yield Correction(text, "a line that begins where the next one does", to_indent(0))


def indentation(lines: list[str], row: int, _fault: Fault) -> Iterator[Correction]:
    """A key or an item with too few or too many spaces in front."""
    text = lines[row].lstrip()
    if KEY.match(text) or ITEM.match(text):
        for column in columns(lines, row):
            needed = "as many spaces at its beginning as the lines that it belongs to"
            yield Correction(" " * column + text, needed, to_indent(column))


Rule = Callable[[list[str], int, Fault], Iterator[Correction]]
RULES: tuple[Rule, ...] = (
    stray,
    tab,
    colon,
    hyphen,
    bullet,
    first_item,
    quotation,
    signs,
    first_line,
    indentation,
)


def columns(lines: list[str], row: int) -> list[int]:
    """The columns where a line may begin: those of keys and hyphens above, nearest first; then
    that of the next line."""
    found = []
    for line in [*reversed(lines[:row]), *lines[row + 1 : row + 2]]:
        match = KEY.match(line)
        found += [match.start("key")] if match else []
        found += [len(line) - len(line.lstrip())] if line.strip() else []
    return list(dict.fromkeys(found))


def is_first(lines: list[str], row: int) -> bool:
    """Whether there are only empty lines and comments above."""
    return not any(line.strip() and not line.lstrip().startswith("#") for line in lines[:row])


def to_indent(column: int) -> str:
    spaces = f"{column} space{'s' if column > 1 else ''}" if column else "no space or tab"
    return f"begin the line with {spaces}"


def to_write(line: str) -> str:
    if len(line) > LONGEST:
        return 'put " before the text and after it, and \\ before each " inside it'
    return f"write {typed(line.strip())}"


def why_quoted(text: str, fault: Fault) -> str:
    """What is needed, for a text that must be in double quotes."""
    around = "double quotes around a text"
    if fault.remark:
        return f"{around} with a # in it: what follows # is a remark that nobody sees"
    if text[0] in "\"'":
        alone = text.count(text[0]) == 1
        return "a closing quotation mark" if alone else "one pair of double quotes around it all"
    if not (text[0].isalnum() or text[0] in "\u201c\u2018("):
        return f"{around} that begins with {text[0]}"
    return f"{around} with a colon in it" if ":" in text else f"{around} like this"


def unquoted(text: str) -> str:
    """The text without the quotation marks that were meant to hold it.

    `"fine" and "good"` keeps its marks: the second one closes a word.
    """
    if text[0] == "\u201c" and text[-1] == "\u201d":
        return text[1:-1]
    mark, rest = text[0], text[1:]
    if mark not in "\"'":
        return text
    if mark not in rest:
        return rest
    if not rest.endswith(mark) or re.match(rf"[^{mark}]*\w{mark}(?!\w).", rest):
        return text
    return rest[:-1].replace('\\"', '"')
