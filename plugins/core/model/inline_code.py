"""Inline code: the scripts and styles that templates write into pages, noted where they do.

Gives   InlineCode: a script or style as a security policy names it; noting(): those that templates
        write until the block ends; FILTERS, for templates: {{ text | inline_script }} and
        {{ text | inline_style }}, right between the tags
        strange_code(): whatever else in a finished page a browser would obey
Why     a policy that takes its hashes from finished pages allows whatever got into them
Units   hashes as browsers compute them: base64 of sha256 of the text between the tags
Source  CSP Level 3, 6.7.3; lexbor, which reads HTML as browsers do; data blocks such as JSON-LD do
        not run
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

DATA = "application/ld+json"
HANDLER = re.compile(r"on\w")
ADDRESSES = {"href", "xlink:href", "src", "action", "formaction", "data", "poster"}
RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
IGNORED = re.compile(r"[\x00-\x20]+")  # in the scheme of an address
LONGEST = 60  # characters of what was found, in a message


@dataclass(frozen=True, order=True)
class InlineCode:
    """An inline script or style: the directive that allows it, its hash."""

    directive: str
    source: str

    @classmethod
    def of(cls, tag: str, text: str) -> InlineCode:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        return cls(f"{tag}-src", f"'sha256-{digest}'")


_notes: list[set[InlineCode]] = []


@contextmanager
def noting() -> Iterator[set[InlineCode]]:
    """What templates write until the block ends. A block within another keeps its own."""
    notes: set[InlineCode] = set()
    _notes.append(notes)
    try:
        yield notes
    finally:
        _notes.pop()


def note(codes: Iterable[InlineCode]) -> None:
    """Note what another process has noted."""
    if _notes:
        _notes[-1].update(codes)


def written(tag: str, text: str) -> Markup:
    """The text as it will stand in the page, noted."""
    markup = escape(text)
    note([InlineCode.of(tag, str(markup))])
    return markup


def inline_script(text: str) -> Markup:
    return written("script", text)


def inline_style(text: str) -> Markup:
    return written("style", text)


FILTERS = {"inline_script": inline_script, "inline_style": inline_style}


def strange_code(html: str, known: Set[InlineCode]) -> Iterator[str]:
    """What a browser would obey in a page, and no template wrote as `known` code."""
    for node in LexborHTMLParser(html).css("*"):
        tag = node.tag or ""
        if tag in ("script", "style") and (text := strange_text(tag, node, known)):
            yield f"<{tag}>{shortened(text)}"
        for name, value in node.attributes.items():
            if obeyed(name, value or ""):
                yield f'{name}="{shortened(value or "")}"'


def obeyed(name: str, value: str) -> bool:
    """Whether a browser runs or applies what an attribute holds."""
    if name in ADDRESSES:
        return bool(RUNS.match(IGNORED.sub("", value)))
    return name in ("style", "srcdoc") or bool(HANDLER.match(name))


def strange_text(tag: str, node: LexborNode, known: Set[InlineCode]) -> str:
    """The text of a script or style that is not known; "" for a file, and for data."""
    attributes, text = node.attributes, node.text()
    if tag == "script" and ("src" in attributes or attributes.get("type") == DATA):
        return ""
    return "" if not text or InlineCode.of(tag, text) in known else text


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
