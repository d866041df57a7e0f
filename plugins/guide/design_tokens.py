"""Design tokens: the colors and lengths of the theme, as theme/css/tokens.css has them.

Gives   Tokens: name and value of each, by kind; stylesheet(): guide.css, with a rule that shows
        each token, since a template may not carry styles
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STYLES = Path(__file__).with_name("guide.css")
TOKEN = re.compile(r"^\s*--([a-z0-9-]+):\s*([^;]+);", re.MULTILINE)
COLOR = re.compile(r"light-dark|oklch|#[0-9a-f]{3}|^var\(--(?:ink|paper|clay)")
# What shows a token: the start of its names, and the property that it goes to.
SHOWN = {
    "colors": "background",
    "sizes": "font-size",
    "spaces": "inline-size",
}


@dataclass(frozen=True)
class Token:
    """A custom property, without its two hyphens."""

    name: str
    value: str

    @property
    def kind(self) -> str:
        if COLOR.search(self.value):
            return "colors"
        if self.name.startswith(("text", "heading", "display")):
            return "sizes"
        return "spaces" if self.name.startswith("space") else "others"


@dataclass(frozen=True)
class Tokens:
    """The tokens of a theme, in the order of the file."""

    all: tuple[Token, ...]

    def of(self, kind: str) -> tuple[Token, ...]:
        return tuple(token for token in self.all if token.kind == kind)


def tokens(theme: Path) -> Tokens:
    """Those that hold by themselves; what a @media rule changes keeps its first value."""
    text = (theme / "css/tokens.css").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, value in TOKEN.findall(text):
        found.setdefault(name, " ".join(value.split()))
    return Tokens(tuple(Token(name, value) for name, value in found.items()))


def stylesheet(theme: Path) -> str:
    return STYLES.read_text(encoding="utf-8") + "\n".join(["", *rules(tokens(theme)), ""])


def rules(known: Tokens) -> Iterator[str]:
    for kind, prop in SHOWN.items():
        for token in known.of(kind):
            yield f'.guide_{kind} [data-token="{token.name}"] {{ {prop}: var(--{token.name}); }}'
