"""Sentences of a content file as visitors read it, with the line of each.

Gives   sentences(): from the body and from every field that shows
Units   lines count from 1 in the file
Except  comments, which nobody sees; one that names evidence, or why somebody found a sentence in
        order, marks the sentence before it. Remarks in the front matter do the same for a value
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.core.reading.front_matter import Parsed

END = re.compile(
    r"(?<=[.!?])(?<!\bDr\.)(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\b[Ee]xt\.)"
    r"[\"')\]]*\s+(?=[A-Z0-9\"'(\[])"
)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
EXCEPTION = re.compile(r"<!--\s*(?P<kind>evidence|reviewed)\b:?(?P<why>.*?)-->", re.DOTALL)
REMARK = re.compile(r"#\s*reviewed\b:?(?P<why>.*)")
IN_TEXT = "<!-- reviewed: why --> after the sentence"
IN_FIELD = '"# reviewed: why" on a line of its own above this one'
# A list item, a heading, a row of a table: a sentence never runs into the next one.
BLOCK = re.compile(r"\s*(?:[-*+] |\d+[.)] |#{1,6} |\|)")
HEADING = re.compile(r"\s*#{1,6} ")
QUOTE = re.compile(r"\s*(?:> ?)+")
# Fields that are no prose: names of files, addresses, codes.
SILENT = {"symptoms", "related", "modalities", "pages", "picture", "code", "starts", "ends", "date"}


@dataclass(frozen=True)
class Sentence:
    """A sentence, and where it stands.

    evidence  where a comment after it says that it can be read
    reviewed  why somebody found it in order, as a comment after it says
    unfounded  a comment says so without saying why
    quoted    it stands in a quotation, such as what a client said
    """

    text: str
    line: int
    field: str
    evidence: str = ""
    reviewed: str = ""
    unfounded: bool = False
    quoted: bool = False

    @property
    def exception(self) -> str:
        """What to type when the sentence may stay, after "or"."""
        place = IN_FIELD if self.field else IN_TEXT
        return (
            "write why it may stay: " * self.unfounded + ("" if self.unfounded else "add ") + place
        )


def sentences(parsed: Parsed) -> Iterator[Sentence]:
    remarks = parsed.fields.remarks
    for name, line, value in parsed.fields.texts:
        remark = REMARK.match(remarks.get(line) or remarks.get(line - 1) or "")
        reviewed = remark["why"].strip() if remark else ""
        unfounded = bool(remark and not reviewed)
        for sentence, row in pieces(value) if name not in SILENT else ():
            yield Sentence(sentence, line + row, name, "", reviewed, unfounded)
    yield from in_body(parsed)


def in_body(parsed: Parsed) -> Iterator[Sentence]:
    """Sentences of the body; a paragraph's lines are joined, as a browser joins them."""
    start, paragraph, quoted = parsed.body_line, "", False
    for number, row in enumerate(one_line_comments(parsed.body).split("\n")):
        mark = QUOTE.match(row)
        text = row[mark.end() :] if mark else row
        begins = not text.strip() or BLOCK.match(text) or HEADING.match(paragraph)
        if begins or quoted != bool(mark):
            yield from excepted(paragraph, start, quoted=quoted)
            start, paragraph, quoted = parsed.body_line + number, "", bool(mark)
        paragraph += f"{text}\n"
    yield from excepted(paragraph, start, quoted=quoted)


def one_line_comments(text: str) -> str:
    """Every comment that excepts a sentence on one line, every other as blank as it looks."""

    def replaced(comment: re.Match[str]) -> str:
        if not EXCEPTION.fullmatch(comment.group()):
            return re.sub(r".", " ", comment.group())
        # The lines below stay where they are.
        return " ".join(comment.group().split()) + "\n" * comment.group().count("\n")

    return COMMENT.sub(replaced, text)


def excepted(text: str, line: int, *, quoted: bool) -> Iterator[Sentence]:
    """The sentences of a paragraph; a comment excepts the one right before it."""
    position = 0
    if not text.strip():
        return
    for comment in [*EXCEPTION.finditer(text), None]:
        found = list(pieces(text[position : comment.start() if comment else len(text)]))
        above = text.count("\n", 0, position)
        for place, (words, row) in enumerate(found, start=1):
            sentence = Sentence(words, line + above + row, "", quoted=quoted)
            if comment and place == len(found):
                why = comment["why"].strip()
                known = {comment["kind"]: why} if why else {"unfounded": True}
                sentence = replace(sentence, **known)
            yield sentence
        position = comment.end() if comment else len(text)


def pieces(text: str) -> Iterator[tuple[str, int]]:
    """Each sentence, and how many lines below the beginning of the text it begins."""
    position = 0
    for match in [*END.finditer(text), None]:
        piece = text[position : match.start() if match else len(text)]
        if words := " ".join(piece.split()):
            lead = len(piece) - len(piece.lstrip())
            yield words, text.count("\n", 0, position + lead)
        position = match.end() if match else len(text)
