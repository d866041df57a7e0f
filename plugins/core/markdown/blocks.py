"""Blocks: the tree that CommonMark and GitHub make of a text, built for Python-Markdown.

Reads   the lines of a text
Gives   Blocks, Python-Markdown's block parser with comrak behind it: paragraphs, lists, quotations,
        tables, terms, footnotes and code stand where GitHub puts them. What is inside a paragraph
        is left to Python-Markdown's inline patterns and extensions
        leaves: each element whose text holds marks, with comrak's view of it
Stops   CrowdedError: more marks in one paragraph than any parser reads quickly
Source  CommonMark 0.31.2; GitHub Flavored Markdown; comrak's XML, which names lines and columns
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement, fromstring

import comrak
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import ParagraphProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from plugins.core.markdown.inline import label
from plugins.core.problems import Level, quoted, typed

EXTENSIONS = comrak.ExtensionOptions(
    strikethrough=True, table=True, autolink=True, footnotes=True, description_lists=True
)
PARSING = comrak.ParseOptions(leave_footnote_definitions=True, sourcepos_chars=True)
RENDERING = comrak.RenderOptions(sourcepos=True, unsafe_=True)  # the sanitizer comes later
NAMESPACE = ' xmlns="http://commonmark.org/xml/1.0"'
# What follows the first row of signs of code; comrak does not write it as XML.
INFO = re.compile(r'(<code_block sourcepos="[^"]*") info=".*"( xml:space="preserve">)')
# What XML cannot hold.
NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")

# Parsers of Markdown take time by the square of these.
MARKS = re.compile(r"[*_~`\[<]")
MOST_MARKS = 4000
EMPTY_LINE = re.compile(r"\n[ \t]*\n")

QUOTE_SIGN = re.compile(r" {0,3}>[ \t]?")
ATX = re.compile(r"#{1,6}(?=[ \t]|$)")
ATX_END = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
ROOM = 50_000
ITEM_SIGN = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+")
TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
MARK_IN_HTML = re.compile(r"\*\*?(?=\w)|\]\(|^#{1,6} |^[-*+] ", re.MULTILINE)
CELL_END = re.compile(r"(?<!\\)\|")
# What may be the label of a link's address that stands elsewhere, `[label]: /address/`.
LABEL = re.compile(r"^[ \t>*+\d.)-]*\[(?!\^)((?:[^\[\]\\]|\\.){1,999})\]:", re.MULTILINE)


class CrowdedError(Exception):
    """A paragraph with more marks than anybody writes; `line` is where it begins."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Leaf:
    """An element with marks in its text, as Python-Markdown and as CommonMark reads it."""

    element: Element
    node: Element
    text: str
    line: int  # of its text, from 1 in the body


@dataclass(frozen=True)
class Finding:
    """A place where a text means two things, or not what it looks like.

    line  from 1 in the body
    new   the line as it may become without a question
    """

    line: int
    found: str
    needed: str
    fix: str
    level: Level = "warning"
    new: str = ""


def commonmark(text: str) -> Element:
    """The document as comrak reads it: elements of CommonMark's DTD with their positions."""
    # Without the last line end, comrak does not see an address on the last line.
    text = NOT_XML.sub("\ufffd", text)
    text += "\n" * (text[-1:] != "\n")
    xml = comrak.markdown_to_xml(text, EXTENSIONS, PARSING, RENDERING)
    return fromstring(INFO.sub(r"\1\2", xml.replace(NAMESPACE, "", 1)))  # noqa: S314  (written by comrak)


def check_marks(text: str) -> None:
    """Raises CrowdedError for a paragraph that would take too long."""
    if len(text) <= MOST_MARKS:
        return
    begin = 0
    for end in (*(match.end() for match in EMPTY_LINE.finditer(text)), len(text)):
        if end - begin > MOST_MARKS and len(MARKS.findall(text, begin, end)) > MOST_MARKS:
            raise CrowdedError(text.count("\n", 0, begin))
        begin = end


def lines_of(node: Element) -> tuple[int, int]:
    """The first and the last line of a node."""
    begin, _, end = node.get("sourcepos", "1:1-1:1").partition("-")
    return int(begin.partition(":")[0]), int(end.partition(":")[0])


def column(node: Element) -> int:
    return int(node.get("sourcepos", "1:1-1:1").partition("-")[0].partition(":")[2])


class Blocks(BlockParser):
    """Makes elements of comrak's nodes, one method a kind of node."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.blockprocessors.register(ParagraphProcessor(self), "paragraph", 10)
        self.lines: list[str] = []
        self.leaves: list[Leaf] = []
        self.tight: list[tuple[Element, Element]] = []
        self.code: list[tuple[Element, str]] = []
        self.notes: dict[str, Element] = {}
        self.findings: list[Finding] = []
        self.shift = 0  # lines in front of the text

    # The names are Python-Markdown's.
    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802
        text = "\n".join(lines)
        check_marks(text)
        self.leaves, self.tight, self.code, self.notes, self.findings = [], [], [], {}, []
        labels = list(dict.fromkeys(LABEL.findall(text)))
        # In front of the text: each label as a link, which tells its address.
        asked = "".join(f"[{name}]\n\n" for name in labels if name.strip())
        self.shift, self.lines = asked.count("\n"), (asked + text).split("\n")
        # comrak follows labels until their addresses are as long as the text.
        document = commonmark(asked + text + "\n" * (ROOM if labels else 0))
        nodes = [node for node in document if not self.shift or lines_of(node)[0] > self.shift]
        for node in document[: len(document) - len(nodes)]:
            self.address(node, text)
        self.root = Element(self.md.doc_tag)
        self.footnotes(document)
        self.add(self.root, nodes, ())
        return ElementTree(self.root)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        """The blocks of a footnote, which its extension asks for by label."""
        self.add(parent, self.notes[text], ("item",))

    def address(self, node: Element, text: str) -> None:
        """Note the address of a label, if it is one."""
        first, last = lines_of(node)
        name = "\n".join(self.lines[first - 1 : last]).strip()
        if len(node) == 1 and node[0].tag == "link":
            target = (node[0].get("destination", ""), node[0].get("title", ""))
            self.md.references.setdefault(label(name[1:-1]), target)
            self.unused(name, text)

    def footnotes(self, document: Element) -> None:
        """Hand the footnotes that the text refers to to their extension."""
        if not any("[^" in line for line in self.lines):
            return
        used = {node.get("label") for node in document.iter("footnote_reference")}
        extension: Any = next(
            one for one in self.md.registeredExtensions if hasattr(one, "setFootnote")
        )
        for node in document.iter("footnote_definition"):
            name = node.get("label", "")
            if name not in used:
                found, fix = f'"[^{name}]:", a footnote that nothing refers to', "or delete it"
                needed = "a number in the text for each footnote"
                self.tell(node, found, needed, f'write "[^{name}]" after the words, {fix}')
            elif name not in self.notes:
                self.notes[name] = node
                extension.setFootnote(name, name)

    def add(self, parent: Element, nodes: Iterable[Element], inside: tuple[str, ...]) -> None:
        """The blocks of a container; inside: "quote" or "item", for each that is around them."""
        before = None
        for node in nodes:
            if node.tag == "list" and before is not None and before.tag == "list":
                self.nearly_nested(before, node)
            getattr(self, node.tag)(parent, node, inside)
            before = node

    def tell(self, node: Element, found: str, needed: str, fix: str) -> None:
        self.findings.append(Finding(lines_of(node)[0] - self.shift, found, needed, fix))

    def nearly_nested(self, before: Element, node: Element) -> None:
        """A list with too few blanks in front of it to be inside the item above."""
        above = self.lines[lines_of(before[-1])[0] - 1][column(before[-1]) - 1 :]
        sign = ITEM_SIGN.match(above)
        if sign and column(node) > column(before) and lines_of(node)[0] == lines_of(before)[1] + 1:
            first = self.lines[lines_of(node)[0] - 1]
            inside = column(before) - 1 + sign.end()
            fix = (
                f"write {inside} blanks in front of it to put it inside the item above it, or an "
                "empty line above it for a list of its own"
            )
            needed = "as many blanks in front as the words above have"
            self.tell(node, f"{quoted(first)}, a list after the one above it", needed, fix)

    def unused(self, name: str, text: str) -> None:
        """Text that looks like the address of a link, `[Parking]: free`, and does not show."""
        folded = " ".join(text.casefold().split())
        if folded.count(" ".join(name.casefold().split())) > 1:
            return
        for row, line in enumerate(text.split("\n"), 1):
            place = line.find(f"{name}:")
            if place >= 0:
                new = f"{line[:place]}\\{line[place:]}"
                found = f"{quoted(line.strip())}, an address that no link uses: it does not show"
                fix = f"write {typed(new.strip())} to show it, or delete it"
                self.findings.append(Finding(row, found, "words, or a link", fix, "error", new))
                return

    def leaf(self, parent: Element, tag: str, text: str, node: Element) -> Element:
        element = SubElement(parent, tag)
        element.text = text
        self.leaves.append(Leaf(element, node, text, lines_of(node)[0] - self.shift))
        return element

    def line(self, number: int, inside: Sequence[str]) -> str:
        """A line without the signs of what is around it."""
        text = self.lines[number - 1]
        for container in inside:
            if container == "quote":
                sign = QUOTE_SIGN.match(text)
                if not sign:
                    break
                text = text[sign.end() :]
            else:
                text = text.lstrip(" \t")
        return text.lstrip(" \t")

    def content(self, node: Element, inside: Sequence[str], last: int | None = None) -> str:
        """The words of a paragraph or heading, with the marks inside them."""
        first, end = lines_of(node)
        begin = self.lines[first - 1][column(node) - 1 :].lstrip(" \t")
        rest = (self.line(number, inside) for number in range(first + 1, (last or end) + 1))
        text = "\n".join((begin, *rest)).rstrip()
        return without_addresses(text) if text.startswith("[") and "]:" in text else text

    def paragraph(self, parent: Element, node: Element, inside: tuple[str, ...]) -> None:
        before = len(parent)
        text = self.content(node, inside)
        self.parseBlocks(parent, [text])
        made = parent[before:]
        if len(made) == 1 and made[0].text == text:
            first, last = lines_of(node)
            line = max(first, last - text.count("\n")) - self.shift  # below addresses of links
            self.leaves.append(Leaf(made[0], node, text, line))

    def heading(self, parent: Element, node: Element, inside: tuple[str, ...]) -> None:
        first, last = lines_of(node)
        text = self.content(node, inside, last - 1 if last > first else last)
        if first == last:
            text = ATX_END.sub("", ATX.sub("", text, count=1)).strip(" \t")
        self.leaf(parent, f"h{node.get('level')}", text, node)
        if "\n" in text and self.lines[last - 1].strip(" >")[:1] == "-":
            found = f"{quoted(text)} above ---, which make one heading of it"
            fix = 'write an empty line above "---", or "##" in front of a heading'
            self.tell(node, found, "a heading on one line", fix)

    def thematic_break(self, parent: Element, _node: Element, _inside: object) -> None:
        SubElement(parent, "hr")

    def block_quote(self, parent: Element, node: Element, inside: tuple[str, ...]) -> None:
        self.add(SubElement(parent, "blockquote"), node, (*inside, "quote"))

    def list(self, parent: Element, node: Element, inside: tuple[str, ...]) -> None:
        element = SubElement(parent, "ul" if node.get("type") == "bullet" else "ol")
        if node.get("start", "1") != "1":
            element.set("start", str(int(node.get("start", "1"))))
        for item in node:
            made = SubElement(element, "li")
            self.add(made, item, (*inside, "item"))
            if node.get("tight") == "true":
                self.tight += [(made, child) for child in made if child.tag == "p"]

    def code_block(self, parent: Element, node: Element, _inside: object) -> None:
        code = SubElement(SubElement(parent, "pre"), "code")
        text = node.text or ""
        if lines_of(node)[1] > len(self.lines):  # nobody closed it, see ROOM
            text = text.rstrip("\n") + "\n"
        self.code.append((code, AtomicString(code_escape(text))))
        code.text = ""

    def html_block(self, parent: Element, node: Element, _inside: object) -> None:
        html = (node.text or "").rstrip("\n")
        place = self.md.htmlStash.store(html)
        words = TAG.sub(lambda tag: "\n" * tag[0].count("\n"), html)
        if mark := MARK_IN_HTML.search(words):
            row = words.split("\n")[words.count("\n", 0, mark.start())]
            found = f"{quoted(row.strip())}, in HTML, where marks of Markdown show as they are"
            fix = "move the words below an empty line"
            self.tell(node, found, "Markdown outside of HTML", fix)
        SubElement(parent, "p").text = AtomicString(place)

    def footnote_definition(self, _parent: Element, _node: Element, _inside: object) -> None:
        """Its extension shows it at the end, see footnotes()."""

    def table(self, parent: Element, node: Element, inside: tuple[str, ...]) -> None:
        element = SubElement(parent, "table")
        rows = list(node)
        sides = [cell.get("align", "") for cell in rows[0]]
        self.row(SubElement(element, "thead"), "th", rows[0], sides, inside)
        if rows[1:]:
            body = SubElement(element, "tbody")
            for row in rows[1:]:
                self.row(body, "td", row, sides, inside)

    def row(
        self, parent: Element, tag: str, node: Element, sides: Sequence[str], inside: Sequence[str]
    ) -> None:
        row = SubElement(parent, "tr")
        texts = cells(self.line(lines_of(node)[0], inside))
        if any(hidden := texts[len(node) :]):
            found = f"{quoted(' | '.join(hidden))}, in a column that the table's first row lacks"
            fix = f"give the first two rows {len(texts)} cells, or join two cells"
            needed = f"rows of {len(node)} cells: what is in others does not show"
            row_number = lines_of(node)[0] - self.shift
            self.findings.append(Finding(row_number, found, needed, fix, "error"))
        for cell, side, text in zip(node, sides, [*texts, *[""] * len(node)], strict=False):
            element = self.leaf(row, tag, text.replace("\\|", "|"), cell)
            if side:
                element.set("class", f"align-{side}")

    def description_list(self, parent: Element, node: Element, inside: tuple[str, ...]) -> None:
        element = SubElement(parent, "dl")
        for item in node:
            details = item.find("description_details")
            for part in item:
                if part is details:
                    self.details(SubElement(element, "dd"), part, inside)
                else:
                    end = lines_of(details)[0] - 1 if details is not None else None
                    for words in self.content(part[0], inside, end).split("\n"):
                        SubElement(element, "dt").text = words.strip()

    def details(self, parent: Element, node: Element, inside: tuple[str, ...]) -> None:
        self.add(parent, node, (*inside, "item"))
        before = self.line(lines_of(node)[0] - 1, inside)
        if before and len(parent) and parent[0].tag == "p":
            self.tight.append((parent, parent[0]))


def cells(line: str) -> list[str]:
    """The cells of a line of a table."""
    line = line.strip()
    parts = CELL_END.split(line)
    if line.startswith("|"):
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    return [part.strip() for part in parts]


def without_addresses(text: str) -> str:
    """A paragraph without the `[label]: /address/` lines in front of it."""
    lines = text.split("\n")
    for count in range(len(lines) - 1, 0, -1):
        if not len(commonmark("\n".join(lines[:count]))):
            return "\n".join(lines[count:])
    return text


class TightLists(Treeprocessor):
    """The words of a list without empty lines stand in its items, without paragraphs."""

    def run(self, root: Element) -> None:  # noqa: ARG002
        blocks: Any = self.md.parser
        for item, paragraph in blocks.tight:
            place = list(item).index(paragraph)
            if place:
                before = item[place - 1]
                before.tail = (before.tail or "").rstrip("\n") + "\n" + (paragraph.text or "")
            else:
                item.text = paragraph.text
            item[place : place + 1] = list(paragraph)


class WholeCode(Treeprocessor):
    """Code keeps its empty lines, which Python-Markdown tidies away."""

    def run(self, root: Element) -> None:  # noqa: ARG002
        blocks: Any = self.md.parser
        for code, text in blocks.code:
            code.text = text
