"""Sane: what holds of every message to staff, and of every piece of HTML that prose becomes.

Gives   sane(): stops with a FaultError about a problem; allowed(): what may not stand in HTML
Source  html5lib, which reads HTML as the standard says and shares nothing with the sanitizer.
        The allow-list is written out here again, so that a slip in the product's shows
"""

from __future__ import annotations

import re
from typing import Any

import html5lib

from plugins.core.problems import Problem

HTML = "{http://www.w3.org/1999/xhtml}"
TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "a", "strong", "em", "blockquote"),
    *(
        "code",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "img",
        "abbr",
        "hr",
        "br",
        "del",
        "sup",
    ),
}
ATTRIBUTES = {
    *(("a", "href"), ("a", "title"), ("abbr", "title"), ("ol", "start")),
    *(("img", "src"), ("img", "alt"), ("img", "title"), ("th", "class"), ("td", "class")),
    *((tag, "id") for tag in ("h2", "h3", "h4", "li", "sup")),
}
NAME = re.compile(r"[\w-]+|fn(?:ref\d*)?:.+")
ALIGNED = {"align-left", "align-center", "align-right"}
WEB = re.compile(r"(?:https?://|mailto:|tel:|sms:)[^\s\\<>]*", re.IGNORECASE)
OURS = re.compile(r"(?!//)[^\s\\<>:]*(?:[/?#][^\s\\<>]*)?")
# Words of Python and of its libraries, which no sentence to staff needs.
PYTHON = re.compile(
    r"Traceback|\b(?:None|True|False|NoneType|dict|str|tuple|int|bool|lambda|self)\b|<class|"
    r"object at 0x|\w+(?:Error|Exception|Warning)\b|pydantic|yaml\.|plugins\.|\.py\b|"
    r"\bvalidator\b|\{\w*\}|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}"
)
LONGEST = 7000


class FaultError(AssertionError):
    """What must never come of an input."""


def sane(problem: Problem, data: bytes) -> None:
    """Raise FaultError unless the problem says where, what was found and what to do, in words."""
    text = str(problem)
    lines = len(re.split(rb"\r\n|\r|\n", data))
    if not 0 <= problem.line <= lines:
        raise FaultError(f"line {problem.line} of {lines}: {text}")
    if not (problem.path.startswith("content/") and problem.needed and problem.fix):
        raise FaultError(f"no place, or nothing needed or to do: {text}")
    if not re.sub(r"[\n\u200c\u200d]", "", text).isprintable() or len(text) > LONGEST:
        raise FaultError(f"what a terminal cannot show, or too long: {text!r}")
    for word in PYTHON.findall(text):
        if word not in data.decode(errors="replace"):
            raise FaultError(f"{word!r} in {text}")


def allowed(html: str) -> list[str]:
    """What a browser would find in a piece of HTML that may not stand in a page."""
    tree = html5lib.parseFragment(html, treebuilder="etree")
    return [fault for element in tree.iter() for fault in faults(element) if element is not tree]


def faults(element: Any) -> list[str]:
    if not isinstance(element.tag, str):
        return ["a comment"]
    tag = element.tag.removeprefix(HTML)
    found = [] if tag in TAGS else [f"<{tag}>"]
    for name, value in element.attrib.items():
        if (tag, name) not in ATTRIBUTES or (name == "class" and value not in ALIGNED):
            found.append(f"{name}={value!r}")
        if name == "id" and not NAME.fullmatch(value):
            found.append(f"id={value!r}")
        if name == "href" and not (WEB.fullmatch(value) or OURS.fullmatch(value)):
            found.append(f"{name}={value!r}")
        if name == "src" and not OURS.fullmatch(value):
            found.append(f"{name}={value!r}")
    return found
