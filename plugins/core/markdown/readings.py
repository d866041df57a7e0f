"""Readings: Python-Markdown and CommonMark must read the same in a text.

Reads   each paragraph, heading and cell, as Python-Markdown's patterns and as comrak read its marks
Gives   Readings: the places where the two differ, and marks that neither reads, so that they show;
        problems(): those in words
Source  CommonMark 0.31.2 and GitHub's extensions, by comrak
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER, STX

from plugins.core.markdown.blocks import Blocks, Finding, Leaf
from plugins.core.markdown.sanitizer_report import BodyText
from plugins.core.problems import Problem, Repair, quoted

# These begin and end an element in a reading, and mark a line that was broken on purpose.
BEGIN, END, BREAK = "\ue000", "\ue001", "\ue002"
NAMES = {"em": "emph", "strong": "strong", "del": "strikethrough"}
STASHED = re.compile(HTML_PLACEHOLDER % r"(\d+)")
ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
RAW = re.compile(rf"{BEGIN}html (.*?){END}")
BLANKS = re.compile(rf"[ \t]*([\n{BREAK}])\s*")
# Marks of Markdown that nothing has read. Those behind a backslash are not in the text any more.
SIGNS = re.compile(r"[*~_\[`]")
STRAY = re.compile(
    r"\*\*|~~|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)|\[[^\[\]]*\]\(|\[\^[^\]\s]+\]|```"
)

TWO = "words that mean one thing: programs read these in two ways"
SHOWN = "marks that belong together: visitors see these as they are"


@dataclass
class Row:
    """A reading: words, and signs for what stands between them."""

    pieces: list[str] = field(default_factory=list)

    def add(self, piece: str) -> None:
        self.pieces.append(piece)

    @property
    def lines(self) -> int:
        return sum(piece.count("\n") + piece.count(BREAK) for piece in self.pieces)

    @property
    def text(self) -> str:
        """The reading without blanks at the ends of lines."""
        return BLANKS.sub(r"\1", "".join(self.pieces)).strip()


class Readings(Treeprocessor):
    """Compares both readings of a text, while Python-Markdown has the marks and nothing else."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.findings: list[Finding] = []

    def run(self, root: Element) -> None:  # noqa: ARG002
        self.findings = list(self.blocks.findings)
        for leaf in self.blocks.leaves:
            if not same_words(leaf.element, leaf.node):
                ours = Row()
                strays = self.read(leaf.element, ours)
                self.compare(leaf, ours.text, strays)

    def compare(self, leaf: Leaf, ours: str, strays: list[tuple[str, int]]) -> None:
        theirs = Row()
        read(leaf.node, theirs)
        rows = leaf.text.split("\n")
        if ours != theirs.text:
            row = min(row_of(ours, theirs.text), len(rows) - 1)
            self.findings.append(difference(ours, theirs.text, leaf.line + row, rows[row]))
        for mark, row in strays:
            self.findings.append(stray(mark, leaf.line + min(row, len(rows) - 1)))

    def read(self, element: Element, row: Row) -> list[tuple[str, int]]:
        """What Python-Markdown read; the marks that nothing has read, with their rows."""
        strays = self.words(element.text, row)
        for child in element:
            strays += self.child(child, row)
            strays += self.words(child.tail, row)
        return strays

    def words(self, text: str | None, row: Row) -> list[tuple[str, int]]:
        if not text:
            return []
        found = [
            (mark[0], row.lines + text.count("\n", 0, mark.start()))
            for mark in (STRAY.finditer(text) if SIGNS.search(text) else ())
        ]
        row.add(self.plain(text))
        return found

    def child(self, child: Element, row: Row) -> list[tuple[str, int]]:
        """An element inside a line."""
        if child.tag == "br":
            row.add(BREAK)
        elif child.tag == "code":
            text = (child.text or "").replace("&lt;", "<").replace("&gt;", ">")
            row.add(f"{BEGIN}code {text.replace('&amp;', '&')}{END}")
        elif child.tag == "img":
            words = RAW.sub(r"\1", self.plain(child.get("alt", "")))
            row.add(self.opening("image", child, "src") + words + END)
        elif child.tag == "sup" and child.get("id", "").startswith("fnref"):
            row.add(f"{BEGIN}note {child[0].get('href', '').partition(':')[2]}{END}")
        elif child.get("class") != "footnote-backref":
            name = NAMES.get(child.tag)
            row.add(f"{BEGIN}{name} " if name else self.opening("link", child, "href"))
            strays = self.read(child, row)
            row.add(END)
            return strays
        return []

    def opening(self, name: str, child: Element, key: str) -> str:
        target, title = (self.plain(child.get(each, "")) for each in (key, "title"))
        return opening(name, target, title)

    def plain(self, text: str) -> str:
        """A text without what Python-Markdown keeps for later in it."""
        if STX in text:
            text = STASHED.sub(self.stashed, text.replace(NBSP_PLACEHOLDER, ""))
            if AMP_SUBSTITUTE in text:
                text = unescape(text.replace(AMP_SUBSTITUTE, "&"))
            text = ESCAPED.sub(lambda escaped: chr(int(escaped[1])), text)
        return text

    def stashed(self, place: re.Match[str]) -> str:
        """HTML or an entity that was set aside."""
        raw = str(self.md.htmlStash.rawHtmlBlocks[int(place[1])])
        return unescape(raw) if raw.startswith("&") else f"{BEGIN}html {raw}{END}"


def same_words(element: Element, node: Element) -> bool:
    """Whether both readings of an element are its words, and nothing else."""
    text = element.text or ""
    if len(element) or SIGNS.search(text):
        return False
    words = []
    for child in node:
        if child.tag not in ("text", "softbreak"):
            return False
        words.append(child.text or "\n")
    return text == "".join(words)


def read(node: Element, row: Row) -> None:
    """What comrak read."""
    for child in node:
        text = child.text or ""
        match child.tag:
            case "text":
                row.add(text)
            case "softbreak":
                row.add("\n")
            case "linebreak":
                row.add(BREAK)
            case "code":
                row.add(f"{BEGIN}code {text}{END}")
            case "html_inline":
                row.add(f"{BEGIN}html {text}{END}")
            case "image":
                words = "".join(child.itertext()).strip()
                row.add(opening("image", child.get("destination"), child.get("title")) + words)
                row.add(END)
            case "link":
                row.add(opening("link", child.get("destination"), child.get("title")))
                read(child, row)
                row.add(END)
            case "footnote_reference":
                row.add(f"{BEGIN}note {child.get('label')}{END}")
            case name:
                row.add(f"{BEGIN}{name} ")
                read(child, row)
                row.add(END)


def opening(name: str, target: str | None, title: str | None) -> str:
    return f"{BEGIN}{name} {unescape(target or '')} {' '.join(unescape(title or '').split())} "


def row_of(ours: str, theirs: str) -> int:
    """The row of a paragraph in which two readings of it begin to differ."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    end = next((place for place, (one, other) in pairs if one != other), len(theirs))
    return theirs.count("\n", 0, end) + theirs.count(BREAK, 0, end)


def difference(ours: str, theirs: str, line: int, row: str) -> Finding:
    """Two readings of a paragraph, as something to change."""
    images = [re.findall(rf"{BEGIN}image [^{END}]*{END}", one) for one in (ours, theirs)]
    names = [sorted(re.findall(rf"{BEGIN}(\w+)", one)) for one in (ours, theirs)]
    if images[0] != images[1] and len(images[0]) == len(images[1]):
        fix = "write plain words between the brackets of the picture"
    elif links(ours) != links(theirs):
        fix = (
            "write [words](address) with nothing else between the brackets; put a backslash in "
            "front of each bracket that shows"
        )
    elif any("code" in one for one in names):
        fix = "write the code between two backticks, and no other backtick near it"
    elif any(one.count("html") for one in names) or "&" in row:
        fix = 'write "&lt;" for a "<" that shows and "&amp;" for an "&"'
    else:
        fix = (
            "put * right before and after the words, without blanks inside; put a backslash in "
            "front of each * or _ that shows"
        )
    return Finding(line, quoted(row), TWO, fix)


def links(reading: str) -> list[str]:
    return re.findall(rf"{BEGIN}link [^{BEGIN}{END}]*", reading)


def stray(mark: str, line: int) -> Finding:
    """A mark that shows."""
    if mark.startswith("[^"):
        fix = f'write "{mark}: ..." on a line of its own, or delete it'
        return Finding(line, quoted(mark), "a footnote with its text", fix, "error")
    if mark.endswith("]("):
        fix = (
            "write [words](address) without blanks in the address; put a backslash in front of "
            "each bracket that shows"
        )
    else:
        fix = f"put it right before and right after the words; write \\{mark[0]} for one that shows"
    return Finding(line, quoted(mark), SHOWN, fix, "error")


def problems(findings: list[Finding], place: BodyText) -> Iterator[Problem]:
    """The findings in a text, as problems of its file."""
    lines = place.body.split("\n")
    for one in findings:
        line = place.first_line + one.line - 1
        old = lines[one.line - 1] if one.new else ""
        repair = Repair("replace", place.path, line, 0, old, one.new) if one.new else None
        words = (one.found, one.needed, one.fix)
        yield Problem(place.path, line, "", *words, level=one.level, repair=repair)
