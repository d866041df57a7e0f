"""Mark: what stands for the practice where its name has no room: the tab, a home screen, a card.

Reads   brand and name in content/practice.yaml; drawings; the typeface of the headings
Gives   mark(): its shapes as SVG; drawn(): those of any drawing
Units   a square of SIDE, its middle at 0; what is not SMALL stays in the circle that masks leave
Why     a logo that is much wider than high is a line in a tab: the first letter of the name stands
        there instead, unless brand.icon names a drawing
Source  W3C Web Application Manifest: the safe zone of a mask has a radius of 40 %
"""

from __future__ import annotations

import re
from math import hypot

from plugins.core.design.font import outline
from plugins.core.design.palette import Scheme
from plugins.core.design.svg import colored, viewed
from plugins.core.design.trigger_point import SMALL, Detail, trigger_point
from plugins.core.model.site import Site

SIDE = 64
TRIGGER_POINT = "trigger-point"
# Times as wide as high.
WIDEST = 2
SAFE, EDGE = 0.8 * SIDE, 0.88 * SIDE


def mark_name(site: Site) -> str:
    """The name of the drawing that is the mark; "" for the first letter of the name."""
    chosen, logo = site.practice.brand.icon, site.practice.brand.logo or ""
    if chosen or logo not in site.drawings:
        return chosen or ""
    _, _, width, height = viewed(site.drawings[logo])
    return logo if width <= WIDEST * height else ""


def mark(site: Site, scheme: Scheme, detail: Detail) -> str:
    name = mark_name(site)
    if name in site.drawings:
        return drawn(site.drawings[name], scheme, detail)
    ink, clay = scheme["ink"].hex, scheme["clay"].hex
    if name == TRIGGER_POINT:
        return trigger_point(detail, ink, clay)
    return initial(site.practice.name, site.practice.brand.face, detail, clay)


def drawn(text: str, scheme: Scheme, detail: Detail) -> str:
    """A drawing in these colors, as large as the square allows."""
    inner = colored(text, scheme).partition(">")[2].removesuffix("</svg>\n").removesuffix("</svg>")
    return placed(inner, viewed(text), detail)


def initial(name: str, typeface: str, detail: Detail, color: str) -> str:
    """The first letter of a name; a disc for one that the typeface does not have."""
    letter = (re.findall(r"[^\W_]", name) or [""])[0].upper()
    path, box = outline(letter[:1], typeface)
    if not path:
        return f'<circle r="{SIDE / 4:g}" fill="{color}"/>'
    return placed(f'<path fill="{color}" d="{path}"/>', box, detail)


def placed(shapes: str, box: tuple[float, float, float, float], detail: Detail) -> str:
    left, top, width, height = box
    scale = EDGE / max(width, height) if detail is SMALL else SAFE / hypot(width, height)
    x, y = -scale * (left + width / 2), -scale * (top + height / 2)
    return f'<g transform="translate({x:.3f} {y:.3f}) scale({scale:.5f})">{shapes}</g>'
