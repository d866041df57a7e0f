"""Look: what a practice changes of the theme, as CSS.

Gives   look(): the tokens and rules for a color, a paper, corners and a typeface; "" for those
        that the theme has
"""

from __future__ import annotations

from pathlib import Path

from plugins.core.design.font import CUTS
from plugins.core.design.palette import own_colors

# Square corners are the theme's. A button is 3rem high, so 1.5rem is half a circle.
RADII = {"soft": "0.625rem", "round": "1.5rem"}
# A coupon has no edge that shows, and a note on a starter stands in the preview alone.
ROUNDED = "@layer components{.picture img,.see_a_doctor{border-radius:var(--radius)}}"
# The names that the theme's stylesheets have for the typeface and its stand-ins.
SERIFS = ("Fraunces", "Fraunces Georgia", "Fraunces Noto", "Fraunces DejaVu")


def look(theme: Path, inks: tuple[str, str], corners: str, typeface: str) -> str:
    """In the layers of what it changes, after them. inks: the practice's color and paper."""
    own = own_colors(theme, *inks)
    cut = CUTS[typeface]
    if cut.sans:
        own["--serif"] = f"{','.join(SERIFS)},sans-serif"
    if cut.text:
        own["--sans"] = cut.text
    radius = RADII.get(corners)
    if radius:
        own["--radius"] = radius
    tokens = "".join(f"{name}:{value};" for name, value in own.items())
    made = f"@layer tokens{{:root{{{tokens}}}}}" if own else ""
    return f"{made}{ROUNDED}" if radius else made
