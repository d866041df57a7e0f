"""Page code: what a browser would obey in a finished page.

Gives   code_in(): inline scripts and styles, handlers such as onclick=, style=, srcdoc= and
        addresses that run code, in one element
        strange_code(): what of it no template wrote
Source  lexbor, which reads HTML as browsers do; data blocks such as JSON-LD do not run
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborNode

from plugins.core.model.inline_code import InlineCode

DATA = "application/ld+json"
HANDLER = re.compile(r"on\w")
ADDRESSES = {"href", "xlink:href", "src", "action", "formaction", "data", "poster"}
OBEYED = {"style", "srcdoc", *ADDRESSES}
INLINE = ("script", "style")
RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
IGNORED = re.compile(r"[\x00-\x20]+")  # in the scheme of an address
LONGEST = 60  # characters of what was found, in a message

Plain = tuple[Any, ...]
Attributes = Mapping[str, str | None]


@dataclass(frozen=True)
class Code:
    """What a browser would obey: as it begins, for a message.

    inline  a script or style between tags, which a template may have written; None for the rest,
            which nobody may
    """

    words: str
    inline: InlineCode | None = None

    @classmethod
    def of(cls, words: str, *inline: str) -> Code:
        """What `plain` gave."""
        return cls(words, InlineCode(*inline) if inline else None)

    @property
    def plain(self) -> Plain:
        """As JSON holds it."""
        inline = self.inline
        return (self.words, inline.directive, inline.source) if inline else (self.words,)


def code_in(tag: str, attributes: Attributes, node: LexborNode) -> Iterator[Code]:
    """What a browser would obey in an element."""
    if tag in INLINE and (text := inline_text(tag, attributes, node)):
        yield Code(f"<{tag}>{shortened(text)}", InlineCode.of(tag, text))
    for name, value in attributes.items():
        if (name in OBEYED or name.startswith("on")) and obeyed(name, value or ""):
            yield Code(f'{name}="{shortened(value or "")}"')


def obeyed(name: str, value: str) -> bool:
    """Whether a browser runs or applies what an attribute holds."""
    if name in ADDRESSES:
        return bool(RUNS.match(IGNORED.sub("", value)))
    return name in OBEYED or bool(HANDLER.match(name))


def inline_text(tag: str, attributes: Attributes, node: LexborNode) -> str:
    """The text of a script or style; "" for a file, and for data."""
    if tag == "script" and ("src" in attributes or attributes.get("type") == DATA):
        return ""
    return node.text()


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def strange_code(codes: Iterable[Code], known: Set[InlineCode]) -> Iterator[str]:
    """Of the code of a page, the words of what no template wrote as `known` code."""
    return (code.words for code in codes if code.inline is None or code.inline not in known)
