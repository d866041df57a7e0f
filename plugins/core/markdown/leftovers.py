"""Leftovers: signs that nobody meant to show.

Reads   the paragraphs, headings and cells of a text, before their marks are read
Gives   leftovers(): a problem for each mark of another program, each heading without a blank after
        its signs, and each list whose items begin with signs that make no list
Except  code, and signs behind a backslash
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from plugins.core.markdown.blocks import Leaf
from plugins.core.markdown.sanitizer_report import BodyText
from plugins.core.problems import Problem, Repair, quoted, typed
from plugins.core.reading.marks import ANY, FOREIGN, NEEDED

CODE = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
HASHES = re.compile(r"(#{1,6})(?=[^\W\d]|(?<=##)\d)")
# Signs that stand for nothing but an item, also alone.
BULLETS = "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25e6\uf0a7\uf0b7"
BULLET = re.compile(rf"[{BULLETS}]\s*")
# What begins an item where at least two lines do; the words keep what counts or means something.
ITEMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\u2013\u2014\u2212\u00b7]\s*"), "- "),
    (re.compile(r"o[ \t]+(?=\S)"), "- "),
    (re.compile(r"-(?=[^\W\d])"), "- "),
    (re.compile(r"[*+](?=[^\W\d])(?!.*[*+])"), "- "),
    (re.compile(r"\(?(\d{1,3})[.)](?=[^\W\d])"), r"\1. "),
    (re.compile(r"\((\d{1,2})\)\s+"), r"\1. "),
    (re.compile(r"(?=\(?[a-z][.)]\s+\S|\(?[ivx]{1,4}[.)]\s+\S|[A-Z]\)\s+\S)"), "- "),
)
# A line that one of these, or a "#", begins.
BEGINNING = re.compile(r"^(?:[^\w\s]|\d{1,3}[.)]|[a-zA-Z][.)]|[ivx]{2,4}[.)]|o[ \t])", re.MULTILINE)
PICTURE_SIGNS = ("So", "Sm")
HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


def leftovers(
    leaves: Iterable[Leaf], place: BodyText, references: Container[str]
) -> Iterator[Problem]:
    """The signs in a text that nobody meant to show; references: labels of addresses."""
    for leaf in leaves:
        text = leaf.text
        if "`" in text:
            text = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
        if ANY.search(text):
            yield from marks(text, leaf.line, place, references)
        if leaf.element.tag == "p" and BEGINNING.search(text):
            yield from headings(text, leaf.line, place)
            yield from typed_items(text, leaf.line, place)


def marks(text: str, line: int, place: BodyText, references: Container[str]) -> Iterator[Problem]:
    """The marks of other programs."""
    for pattern, what, fix in FOREIGN:
        for match in pattern.finditer(text):
            mark = match[0].strip()
            if mark[:1] == "[" and mark.strip("[]") in references:
                continue
            row = line + text.count("\n", 0, match.start())
            yield Problem(
                place.path, place.first_line + row - 1, "", f"{quoted(mark)}, {what}", NEEDED, fix
            )
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]


def headings(text: str, line: int, place: BodyText) -> Iterator[Problem]:
    """Lines that begin with "#" and no blank after it: text on GitHub, headings elsewhere."""
    for row, words in enumerate(text.split("\n"), line):
        signs = HASHES.match(words)
        if not signs:
            continue
        level = "##" if len(signs[1]) == 1 else signs[1][:4]
        heading = f"{level} {words[signs.end() :]}"
        alone = len(signs[1]) == 1
        new = f"\\{words}" if alone else heading
        yield Problem(
            place.path,
            place.first_line + row - 1,
            "",
            found=quoted(words),
            needed='a blank after the "#" of a heading, or a backslash before a "#" that shows',
            fix=f"write {typed(chr(92) + words)} to show the sign, {typed(heading)} for a heading",
            level="warning" if alone else "error",
            repair=replaced(place, row, [words], [new]),
        )


def typed_items(text: str, line: int, place: BodyText) -> Iterator[Problem]:
    """Lists whose lines run into one, or show a typed bullet."""
    lines = text.split("\n")
    row = 0
    while row < len(lines):
        kind = sign_of(lines[row])
        end = row + 1
        while kind and end < len(lines) and sign_of(lines[end]) == kind:
            end += 1
        items = lines[row:end]
        broken = all(HARD_BREAK.search(item) for item in items[:-1])
        if kind and (kind == "bullet" or (len(items) > 1 and not broken)):
            new = [item_of(item) for item in items]
            more = f", and {len(items) - 1} more of its kind" if len(items) > 1 else ""
            yield Problem(
                place.path,
                place.first_line + line + row - 1,
                "",
                found=f"{quoted(items[0])}{more}",
                needed='list items that begin with "- " or "1. "; other lines run into one',
                fix=f"write {typed(new[0])}" + (", and so on" if more else ""),
                repair=replaced(place, line + row, items, new),
            )
        row = end


def sign_of(words: str) -> str:
    """What kind of sign begins a line as an item of a list; "" for none."""
    if BULLET.match(words):
        return "bullet"
    for number, (pattern, _) in enumerate(ITEMS):
        if pattern.match(words):
            return str(number)
    first = words[:1]
    if first > "\x7f" and unicodedata.category(first) in PICTURE_SIGNS:
        return "picture"
    return ""


def item_of(words: str) -> str:
    """The line as an item that Markdown knows."""
    words = HARD_BREAK.sub("", words)
    if bullet := BULLET.match(words):
        return "- " + words[bullet.end() :]
    for pattern, new in ITEMS:
        if match := pattern.match(words):
            return match.expand(new) + words[match.end() :]
    return f"- {words}"


def replaced(place: BodyText, row: int, old: list[str], new: list[str]) -> Repair | None:
    """The edit of a paragraph's lines, where they stand in the file as they are here."""
    lines = place.body.split("\n")[row - 1 : row - 1 + len(old)]
    prefixes = [line[: len(line) - len(words)] for line, words in zip(lines, old, strict=False)]
    if [prefix + words for prefix, words in zip(prefixes, old, strict=False)] != lines:
        return None
    rows = (prefix + words for prefix, words in zip(prefixes[1:], new[1:], strict=True))
    before = "\n".join(lines)[len(prefixes[0]) :]
    return Repair(
        "replace",
        place.path,
        place.first_line + row - 1,
        len(prefixes[0]),
        before,
        "\n".join((new[0], *rows)),
    )
