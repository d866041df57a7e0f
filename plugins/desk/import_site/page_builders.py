"""Page builders: what plugins write into the text of a page, as plain HTML.

Gives   as_html(): headings, texts, buttons and questions of Divi 4 (attributes of shortcodes) and
        Divi 5 (JSON of blocks); Gutenberg without its comments; classic texts with paragraphs; and
        the names of what has no words for a page: forms, maps, code, testimonials
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

BLOCK = re.compile(r"<!--\s+(/?)wp:([\w/-]+)\s*(\{.*?\})?\s*(/?)-->", re.DOTALL)
SHORTCODE = re.compile(r"""\[(/?)([a-z]\w*(?:-\w+)*)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'))*)\s*/?\]""")
ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)')""")
# Divi's own signs for what would end an attribute.
DIVI_SIGNS = {"%22": '"', "%91": "[", "%93": "]", "%92": "\\"}
# With what stands inside.
LEFT = {
    "testimonial": "a testimonial: it needs consent, see voices/",
    "team_member": "a person: type make new-person",
    "team-member": "a person: type make new-person",
    "pricing_tables": "prices: write them into sessions of the modality",
    "pricing-tables": "prices: write them into sessions of the modality",
    "contact_form": "a form",
    "contact-form": "a form",
    "contact-form-7": "a form",
    "wpforms": "a form",
    "gravityform": "a form",
    "signup": "a form",
    "map": "a map",
    "code": "code",
    "gallery": "pictures",
    "video": "a video",
    "audio": "a sound",
}
KEPT_INSIDE = ("caption", "embed")
STARTS_BLOCK = re.compile(
    r"\s*</?(?:p|h[1-6]|ul|ol|li|table|blockquote|div|section|figure|pre|hr)\b"
)


def as_html(text: str) -> tuple[str, list[str]]:
    """The HTML of a text, and what was left out of it."""
    left: list[str] = []
    html = shortcodes(blocks(text, left), left)
    return (html if re.search(r"<(?:p|div|section)\b", html) else paragraphs(html)), left


def blocks(text: str, left: list[str]) -> str:
    """Without the comments of Gutenberg; those of Divi 5 hold the words."""

    def words(match: re.Match[str]) -> str:
        closing, name, values, _ = match.groups()
        if closing or not values or not name.startswith("divi/"):
            return "\n"
        kind = name.removeprefix("divi/")
        if kind in LEFT:
            left.append(LEFT[kind])
            return "\n"
        try:
            return "\n".join(divi5_html(json.loads(values)))
        except (ValueError, RecursionError):
            left.append(f"a block that cannot be read: {name}")
            return "\n"

    return BLOCK.sub(words, text)


def divi5_html(values: Any) -> Iterator[str]:
    """The words of a block of Divi 5, as HTML."""
    for key, part in values.items() if isinstance(values, dict) else ():
        inner = part.get("innerContent") if isinstance(part, dict) else None
        desktop = inner.get("desktop") if isinstance(inner, dict) else None
        value = desktop.get("value") if isinstance(desktop, dict) else None
        if isinstance(value, str) and value.strip():
            heading = key in ("title", "heading", "subhead")
            yield f"<h2>{value}</h2>" if heading else f"<div>{value}</div>"
        elif isinstance(value, dict) and isinstance(value.get("text"), str):
            yield button(value["text"], str(value.get("linkUrl", "")))


def shortcodes(text: str, left: list[str]) -> str:
    """With the words that stand in attributes; without what is no text."""
    parts, end, skipped = [], 0, ""
    for match in SHORTCODE.finditer(text):
        closing, name, attributes = match.groups()
        kind = name.removeprefix("et_pb_")
        if not (attributes or closing or "_" in name or kind in LEFT):
            continue  # words in brackets
        if not skipped:
            parts.append(text[end : match.start()])
        end = match.end()
        if skipped:
            skipped = "" if closing and name == skipped else skipped
        elif kind in LEFT and not closing:
            left.append(LEFT[kind])
            skipped = name if f"[/{name}]" in text[end:] else ""
        elif not closing and name.startswith("et_pb_"):
            parts.extend(in_attributes(attributes))
        elif not closing and name not in KEPT_INSIDE and not name.startswith(("vc_", "fusion_")):
            left.append(f"[{name}]")
    return "".join([*parts, "" if skipped else text[end:]])


def in_attributes(text: str) -> Iterator[str]:
    found = {}
    for key, double, single in ATTRIBUTE.findall(text):
        value = double or single
        for sign, meant in DIVI_SIGNS.items():
            value = value.replace(sign, meant)
        found[key] = value
    for key in ("title", "heading", "subhead", "question"):
        if found.get(key):
            yield f"\n<h2>{escape(found[key])}</h2>\n"
    for text_key, link_key in (("button_text", "button_url"), ("button_text", "button_link")):
        if found.get(text_key) and found.get(link_key):
            yield button(found[text_key], found[link_key])


def button(words: str, link: str) -> str:
    return f'\n<p><a href="{escape(link)}">{escape(words)}</a></p>\n'


def paragraphs(text: str) -> str:
    """A classic text, whose empty lines are paragraphs."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "\n".join(
        part if STARTS_BLOCK.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>"
        for part in parts
    )
