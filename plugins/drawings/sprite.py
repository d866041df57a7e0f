"""Sprites: the drawings of one page in one file.

Reads   theme/drawings/NAME.svg: a viewBox, and a group "plate"; further groups with an id, in
        <defs>, are parts that a page lays over it, or, as "hit-NAME", the outline of a region
Gives   Sprite: its address and text; a Drawing for each name, with the addresses of its parts
Units   width and height are those of the viewBox
Stops   ContentError when a file is no such drawing
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from plugins.core.cache.file_stat import FileStat, stat_of
from plugins.core.model.fingerprints import ASSETS, fingerprinted
from plugins.core.model.pages import File
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path

FOLDER = "drawings"
SVG = "http://www.w3.org/2000/svg"
PLATE = "plate"
HIT = "hit-"
Own = tuple[tuple[str, str], ...]  # name and text of each
LINES = {"--drawing-line": "1.2", "--drawing-fiber": ".5"}  # widths in pixels of the screen
FALLBACK = re.compile(r"(var\(--[a-z-]+),[^()]*\)")  # for viewers of the file; pages have tokens


@dataclass(frozen=True)
class Drawing:
    """One drawing on one page.

    parts    id to address of what is laid over it
    regions  name to the path data of its outline, for pages that make it a link
    panels   the viewBoxes of its steps, side by side, which a phone shows one below the other
    """

    address: str
    view_box: str
    width: float
    height: float
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)
    regions: Mapping[str, str] = field(default_factory=dict, hash=False)
    panels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sprite:
    """The drawings of a page, and the file that holds them."""

    file: File
    drawings: Mapping[str, Drawing] = field(hash=False, compare=False)


def sprite(theme: Path, names: tuple[str, ...], own: Own = ()) -> Sprite:
    """The sprite of these drawings, made once for as long as the files stay as they are. own: the
    practice's drawings among them, which count more than those of the theme."""
    return drawn(file_stats(theme, names, own), names, own)


def file_stats(theme: Path, names: tuple[str, ...], own: Own = ()) -> tuple[FileStat, ...]:
    """The files of the theme's drawings, those that there are."""
    others = [name for name in dict.fromkeys(names) if name not in dict(own)]
    paths = [theme / FOLDER / f"{name}.svg" for name in others]
    return tuple(stat_of(path) for path in paths if path.is_file())


def roots_of(paths: tuple[FileStat, ...], names: tuple[str, ...], own: Own) -> dict[str, Element]:
    """The root of each drawing, in the order of the names."""
    found = {path.stem: read(path) for path, *_ in paths}
    found |= {name: ElementTree.fromstring(text) for name, text in own}  # noqa: S314  (sanitized)
    return {name: found[name] for name in dict.fromkeys(names) if name in found}


@lru_cache(maxsize=512)
def drawn(paths: tuple[FileStat, ...], names: tuple[str, ...], own: Own) -> Sprite:
    roots = roots_of(paths, names, own)
    text = f'<svg xmlns="{SVG}">{"".join(map(inside, roots.values(), roots))}</svg>\n'
    file = fingerprinted(ASSETS, "drawings.svg", text)
    return Sprite(file, {name: placed(file.address, name, roots[name]) for name in roots})


def read(path: Path) -> Element:
    """The root of a drawing. Raises ContentError."""
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314  (the theme's own files)
    except ElementTree.ParseError as error:
        raise ContentError([unreadable(path, str(error))]) from error
    if len(root.get("viewBox", "").split()) != 4:
        raise ContentError([unreadable(path, "no viewBox of four numbers")])
    if groups(root).get(PLATE) is None:
        raise ContentError([unreadable(path, f'no group with id="{PLATE}"')])
    return root


def groups(root: Element) -> dict[str, Element]:
    """The groups that pages may show: those right below the root, or in <defs>."""
    found = [*root.findall(f"{{{SVG}}}g"), *root.findall(f"{{{SVG}}}defs/{{{SVG}}}g")]
    return {group.get("id", ""): group for group in found if group.get("id")}


def regions(root: Element) -> dict[str, str]:
    """The outlines of the regions of a drawing."""
    return {
        name.removeprefix(HIT): " ".join(path.get("d", "") for path in group)
        for name, group in groups(root).items()
        if name.startswith(HIT)
    }


def shapes(root: Element) -> dict[str, Element]:
    return {name: group for name, group in groups(root).items() if not name.startswith(HIT)}


def id_of(part: str, name: str) -> str:
    return name if part == PLATE else f"{name}-{part}"


def inside(root: Element, name: str) -> str:
    """The shapes of one drawing as text, with ids that no other drawing has."""
    text = "".join(lean(group, id_of(part, name)) for part, group in shapes(root).items())
    return FALLBACK.sub(r"\1)", text)


def lean(group: Element, name: str) -> str:
    """A group as text, without the names of its parts and the spaces between them."""
    copy = deepcopy(group)
    even(copy)
    for element in copy.iter():
        element.attrib.pop("id", None)
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        element.text, element.tail = packed(element.text), packed(element.tail)
    copy.set("id", name)
    return ElementTree.tostring(copy, encoding="unicode")


def even(element: Element, ink: str = "") -> None:
    """Give lines the same width on the screen in every drawing, however large it is shown. Lines
    of pain keep theirs."""
    ink = element.get("stroke", ink)
    width = next((width for name, width in LINES.items() if name in ink), None)
    if width and not len(element):
        element.set("stroke-width", width)
        element.set("vector-effect", "non-scaling-stroke")
    for child in element:
        even(child, ink)


def packed(text: str | None) -> str:
    return (text or "").strip()


def placed(address: str, name: str, root: Element) -> Drawing:
    view_box = root.get("viewBox", "")
    width, height = map(float, view_box.split()[2:])
    parts = {part: f"{address}#{id_of(part, name)}" for part in shapes(root) if part != PLATE}
    return Drawing(f"{address}#{name}", view_box, width, height, parts, regions(root), panels(root))


def panels(root: Element) -> tuple[str, ...]:
    """The viewBox of each step; the attribute data-panels says how many there are."""
    count = int(root.get("data-panels", "1"))
    left, top, width, height = map(float, root.get("viewBox", "").split())
    step = width / count
    return tuple(f"{left + step * n:g} {top:g} {step:g} {height:g}" for n in range(count))


def unreadable(path: Path, found: str) -> Problem:
    needed = f'an SVG file with a viewBox and a group with id="{PLATE}"'
    return Problem(
        display_path(path), 0, "", found, needed, "correct it, or show this to a developer"
    )
