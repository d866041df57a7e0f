"""Inline: the marks inside a line, as CommonMark reads them, where Python-Markdown's own differ.

Gives   add_patterns(): a backslash in front of any sign or at the end of a line, code spans that
        keep their blanks, addresses between < and >, HTML before links, references without a
        blank before their label
Source  CommonMark 0.31.2, sections 2.4, 6.1, 6.5, 6.6 and 6.7
"""

from __future__ import annotations

import re
import string
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    HTML_RE,
    AutolinkInlineProcessor,
    BacktickInlineProcessor,
    EscapeInlineProcessor,
    HtmlInlineProcessor,
    InlineProcessor,
    ReferenceInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.util import ETX, STX, AtomicString, code_escape

# Not the address of a link, `[words](<address>)`.
UNLINKED = r"(?<!\]\()"
AUTOLINK = UNLINKED + r"(?<!\\)<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>"
# Backslashes that stand for themselves; or a whole row of backticks.
BACKTICKS = r"(?<!\\)((?:\\\\)+)(?=`)|(?<![\\`])`+"
ESCAPE = r"\\([!-/:-@\[-`{-~])"
LINE_BREAK = r"(?: {2,}|(?<!\\)\\)\n"
LABEL = re.compile(r"\[([^\]]*)\]")
ESCAPED = re.compile(f"{STX}(\\d+){ETX}")


class CodeSpan(BacktickInlineProcessor):
    """`words`: between two rows of as many backticks."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        if m[1]:
            return m[1].replace("\\\\", self.ESCAPED_BSLASH), m.start(), m.end()
        closing = re.compile(f"(?<!`){m[0]}(?!`)").search(data, m.end())
        if closing is None:
            return None, m.start(), m.end()
        words = data[m.end() : closing.start()].replace("\n", " ")
        if words[0] == words[-1] == " " and words.strip(" "):
            words = words[1:-1]
        element = Element("code")
        element.text = AtomicString(code_escape(words))
        return element, m.start(), closing.end()


class Escape(EscapeInlineProcessor):
    """A backslash in front of a sign that then stands for itself."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Any, Any, Any]:
        if m[1] == "&" and self.md:  # or what follows would become a character of HTML
            return self.md.htmlStash.store("&amp;"), m.start(), m.end()
        return super().handleMatch(m, data)


def label(text: str) -> str:
    """The label of a reference, as labels are compared."""
    typed = ESCAPED.sub(lambda match: "\\" + chr(int(match[1])), text)
    return " ".join(typed.casefold().split())


class References(dict[str, tuple[str, str]]):
    """Addresses of links by label."""

    def __contains__(self, key: object) -> bool:
        return super().__contains__(label(str(key)))

    def __getitem__(self, key: str) -> tuple[str, str]:
        return super().__getitem__(label(key))


def add_patterns(made: Markdown) -> None:
    """Put the patterns where CommonMark looks for them: code, then HTML, then links."""
    made.references = References()
    made.ESCAPED_CHARS = list(string.punctuation)
    patterns: dict[str, tuple[InlineProcessor, float]] = {
        "backtick": (CodeSpan(BACKTICKS), 190),
        "autolink": (AutolinkInlineProcessor(AUTOLINK, made), 186),
        "linebreak": (SubstituteTagInlineProcessor(LINE_BREAK, "br"), 185),
        "escape": (Escape(ESCAPE, made), 180),
        "html": (HtmlInlineProcessor(UNLINKED + HTML_RE, made), 178),
    }
    for name, (pattern, priority) in patterns.items():
        made.inlinePatterns.register(pattern, name, priority)
    for other in made.inlinePatterns:
        if isinstance(other, ReferenceInlineProcessor):
            vars(other)["RE_LINK"] = LABEL
