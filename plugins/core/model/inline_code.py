"""Inline code: the scripts and styles that templates write into pages, noted where they do.

Gives   InlineCode: a script or style as a security policy names it; noting(): those that templates
        write until the block ends; FILTERS, for templates: {{ text | inline_script }} and
        {{ text | inline_style }}, right between the tags
Why     a policy that takes its hashes from finished pages allows whatever got into them
Units   hashes as browsers compute them: base64 of sha256 of the text between the tags
Source  CSP Level 3, 6.7.3
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from markupsafe import Markup, escape


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
