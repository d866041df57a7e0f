"""Strange code: what a browser would obey in a finished page, and no template wrote.

Gives   strange_code(): inline scripts and styles, handlers such as onclick=, style=, srcdoc= and
        addresses that run code
Source  lexbor, which reads HTML as browsers do; data blocks such as JSON-LD do not run
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.core.model.inline_code import InlineCode

DATA = "application/ld+json"
HANDLER = re.compile(r"on\w")
ADDRESSES = {"href", "xlink:href", "src", "action", "formaction", "data", "poster"}
RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
IGNORED = re.compile(r"[\x00-\x20]+")  # in the scheme of an address
LONGEST = 60  # characters of what was found, in a message


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
