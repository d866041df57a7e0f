"""Marks: signs of other programs, and signs that mean nothing in a field.

Gives   FOREIGN: what templates, shortcodes, wikis and other kinds of Markdown look like, each with
        what it is and what to do
        field_marks(): those, entities of HTML, tags and Markdown in a value of front matter or
        practice.yaml, which shows as it is written
        invisible_signs(): signs in a value that nobody sees, or that turn the text around
Source  Liquid, Jinja, Hugo, WordPress, Divi, WPBakery, kramdown, MkDocs, Obsidian, GitHub's alerts
        and names of emoji: what their own guides show
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from plugins.core.problems import Problem, Repair, quoted
from plugins.core.reading.source_files import display_path

if TYPE_CHECKING:
    from plugins.core.reading.front_matter import Fields

NEEDED = "text and Markdown only: visitors see these signs"
PLAIN = "plain text: a field shows as it is written"
DELETE = "delete it, and write what it stood for"
# Each has a sign that is in few texts.
ANY = re.compile(r"[{}\[=]|:::|!!!|\?\?\?|:[a-z]")
SHORTCODES = (
    r"gallery|caption|embed|audio|video|playlist|contact-form(?:-7)?|wpforms|gravityforms?|"
    r"ninja_forms?|formidable|rev_slider|metaslider|smartslider3|elementor-template|products|"
    r"add_to_cart|(?:woocommerce|et_pb|vc|fusion|av|fl|su|wp|tribe|mc4wp|booked|bookly)_\w+"
)
FOREIGN = tuple(
    (re.compile(pattern, re.MULTILINE | re.IGNORECASE), what, fix)
    for pattern, what, fix in (
        (
            r"(?<!\\)(?:\{\{[^{}]*\}\}|\{%(?:[^%]|%(?!\}))*%\})",
            "which a template of another program fills in",
            DELETE,
        ),
        (
            r"(?<!\\)\[?\[_*TOC_*\]\]?|\{:toc\}|\$\{toc\}",
            "for a list of contents, which pages here do not have",
            "delete it",
        ),
        (
            rf"(?<!\\)\[(?:/?(?:{SHORTCODES})\b[^\[\]]*|/[a-z][\w-]*|[a-z][\w-]* [\w-]+=[^\[\]]+)\]"
            r"(?![\[(:])",
            "a shortcode of WordPress or another program",
            DELETE,
        ),
        (
            r"(?<![\\{])\{[:#.][^{}\n]*\}(?=[ \t]*$)",
            "attributes of another program",
            'delete it; a heading has a name: [Prices](#prices) leads to the heading "Prices"',
        ),
        (
            r"^(?::::|!!!|\?\?\?\+?)(?: ?\w.*)?$|^\[!\w+\][+-]?",
            "a box of another program",
            "delete it",
        ),
        (
            r"(?<![\\\[])\[\[[^\[\]\n]+\]\](?!\()",
            "a link of a wiki",
            'write it like "[words](page.md)"',
        ),
        (
            r"(?<![=\\\w])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])",
            "a highlight of another program",
            'write "**" before and after the words',
        ),
        (
            r"(?<![\w:\\]):[a-z][a-z0-9_+-]+:(?![\w:])",
            "the name of an emoji",
            "write the emoji itself, or delete it",
        ),
    )
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
MARKDOWN = re.compile(
    r"\*\*(?=\w)|!?\[[^\[\]]*\]\([^()]*\)|</?(?:b|i|u|em|strong|br|p|span)\b[^<>]*>"
)
# What the text around it hides or turns; what joins the parts of an emoji or of a word stays, and a
# hyphen that shows where a line breaks.
INVISIBLE = re.compile(
    "[\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
# These may belong to the quotes and signs of YAML.
OF_YAML = "\"'\\#:{}[]&*!|>%@`"


def field_marks(fields: Fields) -> Iterator[Problem]:
    """What the values have that nobody meant to show; each is a warning, since it shows whole."""
    path = display_path(fields.path)
    for name, line, text in fields.texts:
        for entity in dict.fromkeys(ENTITY.findall(text)):
            sign = unescape(entity)
            if sign != entity:
                repair = replacement(entity, sign, line, fields)
                words = (f"{quoted(entity)}, a code of HTML", PLAIN)
                fix = f"write {quoted(sign)} in its place"
                row = repair.line if repair else line
                yield Problem(path, row, name, *words, fix, level="warning", repair=repair)
        for mark in MARKDOWN.finditer(text):
            fix = "delete the signs, and keep the words"
            yield Problem(path, line, name, quoted(mark[0]), PLAIN, fix, level="warning")
        for pattern, what, advice in FOREIGN if ANY.search(text) else ():
            fix = advice.partition(";")[0]
            for mark in pattern.finditer(text):
                found = f"{quoted(mark[0].strip())}, {what}"
                yield Problem(path, line, name, found, PLAIN, fix, level="warning")


def invisible_signs(fields: Fields) -> Iterator[Problem]:
    """Signs that come with what was pasted: the value reads otherwise than it looks."""
    path = display_path(fields.path)
    for name, line, text in fields.texts:
        for run in dict.fromkeys(INVISIBLE.findall(text)):
            sign = run[0]
            known = unicodedata.name(sign, "no character")
            found = f"an invisible sign, {known} (U+{ord(sign):04X})"
            before, _, after = text.partition(run)
            beside = f"after {quoted(before[-20:])}" if before else f"before {quoted(after[:20])}"
            fix = f"delete it, {beside}; or delete the line and type it again"
            repair = next(
                (
                    Repair("replace", path, number, row.index(run), run, "")
                    for number, row in enumerate(fields.text.split("\n"), fields.first_line)
                    if number >= line and run in row
                ),
                None,
            )
            row = repair.line if repair else line
            yield Problem(path, row, name, found, "signs that show", fix, repair=repair)


def replacement(entity: str, sign: str, line: int, fields: Fields) -> Repair | None:
    """The edit of an entity, when its line cannot mean anything else afterwards."""
    for number, row in enumerate(fields.text.split("\n"), fields.first_line):
        column = row.find(entity) if number >= line else -1
        if column >= 0:
            inside = sign == "&" and row[column - 1 : column].isalnum()
            before_blank = sign == "&" and row[column + len(entity) :][:1] == " "
            if sign in OF_YAML and not inside and not before_blank:
                return None
            new = sign.replace("\xa0", " ")
            return Repair("replace", display_path(fields.path), number, column, entity, new)
    return None
