"""Sanitizer report: what the sanitizer removes from a text, as problems with lines.

Gives   removed(): one problem for each tag, attribute, link or picture that may not stay
        Place: where a body stands, to find the line that something in it came from
Source  html.parser reads both texts, not the sanitizer's parser: where the two disagree, browsers
        may too, and that is a problem of its own
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from html.parser import HTMLParser

from plugins.core.markdown.urls import SCHEME, SCHEMES, UrlError, safe_url
from plugins.core.problems import Problem, Repair, quoted

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "a", "strong", "em"),
    *("blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"),
    *("img", "abbr", "hr", "br", "del", "sup"),
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "abbr": {"title"},
    "ol": {"start"},
    **{tag: {"id"} for tag in ("h2", "h3", "h4", "li", "sup")},
    "th": {"class"},
    "td": {"class"},
}
ALIGNMENTS = {"align-left", "align-center", "align-right"}
SIGNS = {"h1": "one", "h5": "five", "h6": "six"}
# What to write in place of HTML that Markdown has signs for.
INSTEAD = {
    "b": 'write "**" before and after the words',
    "i": 'write "*" before and after the words',
    "h1": 'write "##" in front of the line, and nothing else',
    "h5": 'write "####" in front of the line, and nothing else',
    "h6": 'write "####" in front of the line, and nothing else',
}
REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
# `</ words>` is a remark to browsers, which the parsers do not agree on.
SWALLOWED = re.compile(r"</[^A-Za-z>]")
# An attribute of a tag, and its value.
ATTRIBUTE = r"""(?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?)"""
# Links to nothing: [words](), <a href="">.
EMPTY = (r"\]\(\s*(?:<>|#)?\s*(?:[\"'][^)]*)?\)", r"(?:href|src)\s*=\s*(?:\"#?\"|'#?')", r"\]:")
# Code spans and comments: HTML in them stays, or is meant to go.
ASIDE = re.compile(r"(`+)(?!`).{0,2000}?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class BodyText:
    """Where a body stands, to find the line that something in it came from.

    names: the names (id=) that the generator gave to parts of it
    """

    body: str
    path: str
    first_line: int
    names: frozenset[str] = frozenset()

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the body without code spans and comments."""
        return ASIDE.sub(lambda match: "\n" * match[0].count("\n"), self.body).split("\n")

    def line(self, *patterns: str) -> int:
        """The line where the first pattern that is in the body ends, also behind entities; else
        the first line."""
        for pattern in patterns:
            sought = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
            text = "\n".join(self.lines)
            if match := sought.search(text):
                return self.first_line + text.count("\n", 0, match.end())
            for number, line in enumerate(self.lines):
                if sought.search(unescape(line)):
                    return self.first_line + number
        return self.first_line

    def problem(self, found: str, needed: str, fix: str, *patterns: str) -> Problem:
        return Problem(self.path, self.line(*patterns), "", found, needed, fix)

    def repair(self, line: int, old: str, new: str) -> Repair | None:
        """The edit that writes another link into a line; None where it does not stand alone."""
        text = self.body.split("\n")[line - self.first_line]
        column = text.find(old)
        if not new or column < 0 or text.count(old) != 1:
            return None
        return Repair("replace", self.path, line, column, old, new)


def removed(raw: str, clean: str, place: BodyText) -> Iterator[Problem]:
    """One problem for each thing in `raw` that is not in `clean`."""
    if raw == clean:
        return
    before, after = Outline.of(raw), Outline.of(clean)
    problems = [
        problem
        for tag, attributes in dict.fromkeys(before.elements)
        for problem in (
            attributes_removed(tag, attributes, place) if tag in TAGS else [tag_removed(tag, place)]
        )
    ]
    yield from problems
    swallowed = SWALLOWED.search(REMARK.sub("", raw))
    if not problems and (swallowed or not before.same(after)):
        yield place.problem(
            "HTML that browsers may read in more than one way",
            "text and Markdown only",
            "delete what stands between < and >; to show a < itself, write &lt;",
            "<",
        )


def tag_removed(tag: str, place: BodyText) -> Problem:
    if tag in SIGNS:
        return heading_removed(tag, place)
    return place.problem(
        f"the HTML <{tag}>",
        "text and Markdown only",
        INSTEAD.get(tag, f"delete <{tag}>, or ask a developer for a component"),
        rf"<{re.escape(tag)}" + (r"(?![\w-])" if tag[-1].isalnum() else ""),
    )


def heading_removed(tag: str, place: BodyText) -> Problem:
    """`# Massage`, or Massage above a row of =; five or six signs; or the same as HTML."""
    signs = "#" * int(tag[1])
    needed = 'headings with "##", "###" or "####"'
    if tag == "h1":
        needed += ": the title of the page is its only first heading"
    pattern = rf"^[\s>\d.*+-]*{signs}(?!#)|<{tag}\b" + (r"|^[ >]*=+ *$" if tag == "h1" else "")
    return place.problem(f'a heading with {SIGNS[tag]} "#"', needed, INSTEAD[tag], pattern)


def attributes_removed(
    tag: str, attributes: tuple[tuple[str, str], ...], place: BodyText
) -> Iterator[Problem]:
    for name, value in attributes:
        # In this tag, behind other attributes; or wherever it stands.
        word = rf"{re.escape(name)}(?![\w-])"
        patterns = rf"<{tag}{ATTRIBUTE}*?\s+{word}", rf"(?<![\w-]){word}"
        typed_name = name == "id" and value not in place.names
        if name not in ATTRIBUTES.get(tag, set()) or typed_name:
            found, fix = f"{name}= inside <{tag}>", f"delete {name}=..."
            yield place.problem(found, "HTML without it", fix, *patterns)
        elif name == "class" and value not in ALIGNMENTS:
            found, fix = f"class={quoted(value)} inside <{tag}>", "delete class=..."
            yield place.problem(found, "HTML without it", fix, *patterns)
        elif name in ("href", "src") and (error := scheme_refused(value)):
            yield Refused(value, error).problem(place)


def scheme_refused(value: str) -> UrlError | None:
    """Why the sanitizer drops a link before anybody has resolved it: its scheme, as browsers
    read it, without the tabs and line ends that they ignore."""
    seen = re.sub(r"[\t\n\r]", "", value).lstrip("".join(map(chr, range(33))))
    scheme = SCHEME.match(seen)
    if not scheme or scheme[1].lower() in SCHEMES:
        return None
    try:
        safe_url(seen)
    except UrlError as error:
        return error
    return None


class ForeignPictureError(UrlError):
    """A picture that another site serves."""


@dataclass(frozen=True)
class Refused:
    """A link or a picture that may not stay, and why."""

    value: str
    error: UrlError

    def problem(self, place: BodyText) -> Problem:
        found = f"the link {quoted(self.value)}"
        if isinstance(self.error, ForeignPictureError):
            found = f"the picture {quoted(self.value)}, which another site serves"
        # The whole of it: /about is in /about-us/, too.
        value = re.escape(self.value)
        whole = rf"(?<![\w/.-]){value}(?![\w/?#=.-]*[\w/])"
        problem = place.problem(found, str(self.error), self.error.fix, whole, value)
        if not self.value:
            return replace(problem, line=place.line(*EMPTY))
        repair = place.repair(problem.line, self.value, self.error.write)
        return replace(problem, repair=repair)


class Outline(HTMLParser):
    """The elements and the words of a piece of HTML, for comparing two."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.words: list[str] = []

    @classmethod
    def of(cls, html: str) -> Outline:
        made = cls()
        try:
            made.feed(html)
            made.close()
        except AssertionError:  # html.parser gives up at "<![" and some words
            made.elements.append(("![", ()))
        return made

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple((name, value or "") for name, value in attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data.split()

    def handle_pi(self, data: str) -> None:
        self.elements.append((f"?{data.partition(' ')[0]}", ()))

    def handle_decl(self, decl: str) -> None:
        self.elements.append((f"!{decl.partition(' ')[0]}", ()))

    def unknown_decl(self, data: str) -> None:
        self.elements.append((f"![{data.partition('[')[0]}", ()))

    def same(self, other: Outline) -> bool:
        """Whether both hold the same words in the same elements; every table gets a tbody."""
        tags, others = ([tag for tag, _ in one.elements if tag != "tbody"] for one in (self, other))
        return tags == others and "".join(self.words) == "".join(other.words)
