"""Pictures: what pages need to show one, in the size and format that each browser asks for.

Gives   Picture, Source, Slot; parts(): prose with its pictures taken out, for the template to show
Units   widths and heights in pixels of the file; addresses begin with a slash
Source  HTML, "Embedded content": picture, srcset and sizes
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape

from markupsafe import Markup

# As the sanitizer writes them: names in small letters, values between double quotes.
TAG = re.compile(r'<(?:a|img)(?: [a-z]+="[^"]*")+>')
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
ORIGINAL = re.compile(r' (?:href|src)="(/images/[^"?#]+)')


@dataclass(frozen=True)
class Source:
    """One format of a picture: its MIME type, and its files with the width of each."""

    type: str
    files: tuple[tuple[str, int], ...]

    @property
    def srcset(self) -> str:
        return ", ".join(f"{address} {width}w" for address, width in self.files)


@dataclass(frozen=True)
class Slot:
    """Where a page shows a picture: how wide (`sizes` of HTML). eager: it is in view at once."""

    sizes: str
    eager: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture to show: its description for who cannot see it, and its files.

    sources        every format, the smallest first; the last is one that all programs know
    address        the largest file of that last format: for cards, networks and old browsers
    width, height  of the largest file; they keep its place while it loads
    slots          where pages may show it, by name
    focus          the side that stays where a page cuts it: top, center, bottom, left or right
    """

    address: str
    alt: str
    width: int = 0
    height: int = 0
    sources: tuple[Source, ...] = ()
    slots: Mapping[str, Slot] = field(default_factory=dict)
    title: str = ""
    focus: str = ""

    @property
    def type(self) -> str:
        """The MIME type of the file at `address`."""
        return self.sources[-1].type

    @property
    def upright(self) -> bool:
        """Higher than wide."""
        return self.height > self.width


def originals_in(prose: Markup) -> set[str]:
    """The addresses (/images/...) that prose shows or links to."""
    return {found[1] for tag in TAG.finditer(prose) for found in ORIGINAL.finditer(tag[0])}


def parts(prose: Markup, pictures: Mapping[str, Picture]) -> Iterator[Markup | Picture]:
    """The prose in pieces; each picture that it shows is a piece of its own.

    pictures: by the address of their original, which a link to one leads away from
    """
    done = 0
    for tag in TAG.finditer(prose):
        found = ORIGINAL.search(tag[0])
        picture = pictures.get(found[1]) if found else None
        if picture is None or found is None:
            continue
        if tag[0].startswith("<img"):
            yield prose[done : tag.start()]
            values = {name: unescape(value) for name, value in ATTRIBUTE.findall(tag[0])}
            yield replace(picture, alt=values.get("alt", ""), title=values.get("title", ""))
            done = tag.end()
        else:
            begins, ends = (tag.start() + place for place in found.span(1))
            yield prose[done:begins] + picture.address
            done = ends
    yield prose[done:]
