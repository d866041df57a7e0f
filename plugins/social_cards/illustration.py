"""Plates: the drawings of the theme as pictures on cards.

Reads   the text of a drawing: a viewBox, colors as var(--drawing-..., fallback)
Gives   plate(): its shapes in the colors of the day, and the box that they fill
Units   the box is x, y, width, height in units of the drawing, found by drawing it
Why     a card has no room for a key, so numerals and the lines that lead to them are left out
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key
from plugins.core.design.palette import Scheme
from plugins.core.design.svg import colored

SVG = "{http://www.w3.org/2000/svg}"
KEYS = ("key", "keys", "numerals")


@dataclass(frozen=True)
class Plate:
    """A drawing without its key. above, below: it is cut off there, and goes on off the card."""

    shapes: str
    box: tuple[float, float, float, float]
    above: bool
    below: bool


def plate(text: str, scheme: Scheme) -> Plate:
    """The drawing in these colors."""
    root = ElementTree.fromstring(colored(text, scheme))  # noqa: S314  (the theme's own, or sanitized)
    for parent in list(root.iter()):
        for group in list(parent):
            if group.tag == f"{SVG}defs" or group.get("id") in KEYS:
                parent.remove(group)
    view = root.get("viewBox", "")
    shapes = "".join(ElementTree.tostring(child, encoding="unicode") for child in root)
    name = key(view, shapes, version("resvg-py"), version("pillow"), Path(__file__))
    box = json.loads(cached("cards", f"{name}.json", lambda: measured(view, shapes)))
    _, top, _, height = map(float, view.split())
    edge = height / 25
    above, below = box[1] < top + edge, box[1] + box[3] > top + height - edge
    return Plate(shapes, tuple(box), above, below)


def measured(view: str, shapes: str) -> bytes:
    """The box that the shapes fill, as JSON."""
    import resvg_py  # noqa: PLC0415  (slow to load, and not needed while .cache is there)
    from PIL import Image  # noqa: PLC0415

    left, top, width, _ = map(float, view.split())
    svg = f'<svg xmlns="{SVG[1:-1]}" viewBox="{view}">{shapes}</svg>'
    drawn = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=480)))
    found = drawn.convert("RGBA").getchannel("A").getbbox() or (0, 0, *drawn.size)
    unit = width / drawn.width
    x, y = left + found[0] * unit, top + found[1] * unit
    return json.dumps([x, y, (found[2] - found[0]) * unit, (found[3] - found[1]) * unit]).encode()
