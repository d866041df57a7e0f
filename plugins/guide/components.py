"""Components: what each macro of the theme says of itself, with its examples.

Reads   theme/templates/components/*.html: the comment on top, the macro's parameters
Gives   a Component for each component, by name; each example has the values that the macro takes
Stops   nothing: a component without an example stands there without one, and a test fails
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

from plugins.guide.example_site import Example

FOLDER = "templates/components"
# They speak to browsers and robots, or act on what stands around them: shown as text.
UNSEEN = {
    *("document_head", "feed_link", "offer_clock", "offer_refresh", "speculation_rules"),
    *("structured_data", "late_script", "typeface_rules", "view_transitions"),
}
# They stand beside the content of a page, not in it, and span the window.
FRAME = {"action_bar", "notice_banner", "offer_banner", "site_footer", "site_header"}


@dataclass(frozen=True)
class Variant:
    """An example, ready for the macro's call. key: its place in the page."""

    key: str
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Component:
    """One component. unseen: its HTML is shown as text; frame: it spans the window."""

    name: str
    contract: str
    variants: tuple[Variant, ...]
    unseen: bool
    frame: bool


def components(theme: Path, examples: Iterable[Example]) -> tuple[Component, ...]:
    found: dict[str, list[Example]] = {}
    for example in examples:
        found.setdefault(example.component, []).append(example)
    paths = sorted((theme / FOLDER).glob("*.html"))
    return tuple(component(path, found.get(path.stem, [])) for path in paths)


def component(path: Path, examples: Iterable[Example]) -> Component:
    text = path.read_text(encoding="utf-8")
    names = parameters(text, path.stem)
    variants = tuple(
        Variant(
            f"{path.stem.replace('_', '-')}-{number}",
            example.name,
            {name: example.values[name] for name in names if name in example.values},
        )
        for number, example in enumerate(examples, 1)
    )
    name = path.stem
    return Component(name, contract(text), variants, name in UNSEEN, name in FRAME)


def contract(text: str) -> str:
    """The comment on top, its lines as they stand."""
    return dedent(f"   {text[2 : text.index('#}')].strip()}")


def parameters(text: str, name: str) -> list[str]:
    found = re.search(rf"macro {name}\((.*?)\)", text)
    return [one.partition("=")[0].strip() for one in found[1].split(",")] if found else []
