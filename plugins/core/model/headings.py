"""Headings of a text: what a table of contents lists.

Gives   contents(): the sections of prose, as links to their headings; after(): where in the prose
        the first paragraph below a heading ends
Source  plugins.core.markdown, which gives each heading an id
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

SECTION = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
HEADING = re.compile(r'<h[23] id="([^"]+)">')
TAG = re.compile(r"<[^>]*>")
END = "</p>"
LEAST = 3


@dataclass(frozen=True)
class Heading:
    """A heading as words, and its address on its page."""

    title: str
    address: str


def contents(prose: str) -> tuple[Heading, ...]:
    """None of a text that has only one or two."""
    found = SECTION.findall(prose)
    return tuple(
        Heading(unescape(TAG.sub("", title)).strip(), f"#{name}")
        for name, title in (found if len(found) >= LEAST else ())
    )


def after(prose: str, name: str) -> int:
    """Where the first paragraph ends below the heading whose id begins with a name; 0: nowhere."""
    for found in HEADING.finditer(prose):
        if found[1].startswith(name):
            return prose.find(END, found.end()) + len(END) if END in prose[found.end() :] else 0
    return 0
