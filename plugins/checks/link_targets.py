"""Targets: what a finished page points to, and what can be pointed to in it.

Reads   HTML, as browsers will get it
Gives   targets(): the same for the same HTML
Source  lexbor, which reads HTML as browsers do; BeautifulSoup took twenty times as long
"""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

POINTERS = {"href": ("a", "link", "area"), "src": ("img", "script", "source"), "action": ("form",)}
# What a browser loads at once; <link> only for these relations.
LOADED = ("img", "script", "source")
RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
POINTING = f":is({', '.join(f'[{name}]' for name in ('id', 'srcset', *POINTERS))})"


@dataclass(frozen=True)
class Pointer:
    """What points to another file. loaded: browsers fetch it without being asked."""

    tag: str
    link: str
    loaded: bool


@dataclass
class Targets:
    """What one page points to, in its order, and what can be pointed to in it."""

    pointers: list[Pointer] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def targets(html: str) -> Targets:
    """What a page points to."""
    found = Targets()
    for tag in LexborHTMLParser(html).css(POINTING):
        name, attributes = tag.tag or "", tag.attributes
        if identity := attributes.get("id"):
            found.ids.add(identity)
        loaded = name in LOADED or not RELATIONS.isdisjoint((attributes.get("rel") or "").split())
        for attribute, tags in POINTERS.items():
            if name in tags and (value := attributes.get(attribute)):
                found.pointers.append(Pointer(name, value, loaded))
        for one in (attributes.get("srcset") or "").split(","):
            if address := one.strip().partition(" ")[0]:
                found.pointers.append(Pointer("img", address, True))
    return found
