"""Layout: a card as a printed plate: words on the left, the drawing on the right.

Gives   layout(): the card as SVG, WIDTH by HEIGHT pixels
Units   pixels of the card
Source  1200 x 630 is what Facebook and LinkedIn ask for; X crops to 2:1, Pinterest shows it whole
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from plugins.core.design.font import CUTS
from plugins.core.design.font import metrics as metrics_of
from plugins.core.design.palette import Scheme
from plugins.social_cards.illustration import Plate
from plugins.social_cards.text_fit import LEADING, Fitted, fitted

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
GAP = 56
RULE = 466
ART = 560  # at most this wide
SIDE = 480  # in the middle of which what is narrower stands
TITLE = tuple(range(116, 39, -4))
NAME = (34, 32, 30, 28, 26, 24)
NAMES = 60  # high: one line of any size, or two of a small one
NUMBER = 46


@dataclass(frozen=True)
class Words:
    """What a card says: all of it stands in the content."""

    title: str
    name: str
    telephone: str


@dataclass(frozen=True)
class Art:
    """A picture of the right side, and where it begins."""

    svg: str
    left: float


def layout(words: Words, drawing: Plate | str, scheme: Scheme, typeface: str) -> str:
    """drawing: that of the page, or the shapes of the practice's mark."""
    metrics = metrics_of(typeface)
    art = mark_art(drawing, scheme["ink"].hex) if isinstance(drawing, str) else placed(drawing)
    column = art.left - GAP - MARGIN
    title = fitted(words.title, (column, RULE - MARGIN - 44), TITLE, metrics)
    name = fitted(words.name, (column, NAMES), NAME, metrics)
    spread = 10 * (len(name.lines) - 1)
    ink, clay, paper = scheme["ink"].hex, scheme["clay"].hex, scheme["paper"].hex
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' font-family="{CUTS[typeface].family}, serif">'
        f'<path fill="{paper}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>{art.svg}'
        f"{set_lines(title, MARGIN + title.size * 0.76, ink)}"
        f'<path d="M{MARGIN} {RULE}h{column:.1f}" stroke="{scheme["rule"].hex}" stroke-width="2"/>'
        f"{set_lines(name, RULE + 52 - spread, ink)}"
        f"{set_lines(Fitted(NUMBER, (words.telephone,)), RULE + 108 + spread, clay)}</svg>"
    )


def set_lines(text: Fitted, baseline: float, color: str) -> str:
    return "".join(
        f'<text x="{MARGIN}" y="{baseline + number * text.size * LEADING:.1f}"'
        f' font-size="{text.size}" fill="{color}">{escape(line)}</text>'
        for number, line in enumerate(text.lines)
    )


def placed(drawing: Plate) -> Art:
    """The drawing as large as its side allows; where it is cut off, the card cuts it off."""
    x, y, width, height = drawing.box
    top = -12.0 if drawing.above else float(GAP)
    bottom = HEIGHT + 12.0 if drawing.below else float(HEIGHT - GAP)
    scale = min((bottom - top) / height, ART / width)
    if scale * height < bottom - top:  # too wide: it hangs from, or stands on, the edge it leaves
        spare = bottom - top - scale * height
        top += spare * (1 + drawing.below - drawing.above) / 2
    # In the middle of its side, or with the margin of the words on its right.
    left = WIDTH - MARGIN - max(scale * width, (SIDE + scale * width) / 2)
    shift = f"translate({left - x * scale:.2f} {top - y * scale:.2f}) scale({scale:.4f})"
    return Art(f'<g transform="{shift}">{drawing.shapes}</g>', left)


def mark_art(shapes: str, ink: str) -> Art:
    """The practice's mark, as through a lens, for pages without a drawing."""
    radius, x, y = 243, WIDTH - MARGIN - 243, HEIGHT / 2
    return Art(
        f'<clipPath id="lens"><circle cx="{x}" cy="{y}" r="{radius}"/></clipPath>'
        f'<g clip-path="url(#lens)"><g transform="translate({x} {y}) scale(8.6)">'
        f"{shapes}</g></g>"
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="none" stroke="{ink}" stroke-width="3"/>',
        x - radius,
    )
