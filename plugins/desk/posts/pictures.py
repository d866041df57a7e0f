"""Pictures: an offer as a square and as a story, in the look of the site.

Gives   picture(): a PNG with the headline, the end, the code, the name and the number
Units   pixels; a story keeps its words out of the top and bottom 250, which apps cover
Source  Instagram and Facebook: 1080 x 1080 in a feed, 1080 x 1920 in a story
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.design.font import CUTS, metrics
from plugins.core.design.palette import palette
from plugins.core.design.trigger_point import FINE
from plugins.core.model.mark import mark
from plugins.core.model.site import Site
from plugins.desk.offers.listing import ListedOffer
from plugins.social_cards.layout import set_lines
from plugins.social_cards.png import png
from plugins.social_cards.text_fit import LEADING, Fitted, fitted

WIDTH = 1080
MARGIN = 72  # that of set_lines()
COLUMN = WIDTH - 2 * MARGIN
HEADLINE = tuple(range(132, 47, -4))
DETAIL = (48, 44, 40, 36, 32, 28)


@dataclass(frozen=True)
class Shape:
    """How high a picture is, and what apps cover of it on top and at the bottom."""

    name: str
    height: int
    covered: int


SHAPES = (Shape("square", 1080, 0), Shape("story", 1920, 250))


def picture(offer: ListedOffer, site: Site, shape: Shape) -> bytes:
    texts = [offer.facts.headline, *details(offer, site), site.practice.name]
    face = site.practice.brand.face
    system = not metrics(face).covers("".join(texts))
    return png(drawn(texts, site, shape), system=system, width=WIDTH, typeface=face)


def details(offer: ListedOffer, site: Site) -> list[str]:
    """The end and the code, in words."""
    words, code = site.words.offer_text, offer.facts.code
    end = str(words.until(end=offer.until)) if offer.until else ""
    return [*filter(None, (end, str(words.code(code=code)) if code else ""))]


def drawn(texts: list[str], site: Site, shape: Shape) -> str:
    """The picture as SVG: the headline on top, the details under a rule, the practice below, its
    mark behind that."""
    headline, *more, name = texts
    face, number = site.practice.brand.face, str(site.practice.telephone)
    scheme = palette(site.theme, *site.practice.brand.inks).light
    ink, clay, soft = scheme["ink"].hex, scheme["clay"].hex, scheme["ink-soft"].hex
    top, bottom = shape.covered + MARGIN, shape.height - shape.covered - MARGIN
    lines = fitted(headline, (COLUMN, 560), HEADLINE, metrics(face))
    y = top + lines.size * 0.76
    rows = [set_lines(lines, y, ink)]
    y += (len(lines.lines) - 1) * lines.size * LEADING + 70
    rows.append(
        f'<path d="M{MARGIN} {y:.0f}h{COLUMN}" stroke="{scheme["rule"].hex}" stroke-width="3"/>'
    )
    for text in more:
        detail = fitted(text, (COLUMN, 120), DETAIL, metrics(face))
        rows.append(set_lines(detail, y + 34 + detail.size * 0.76, ink))
        y += 34 + len(detail.lines) * detail.size * LEADING
    rows.append(set_lines(fitted(name, (COLUMN, 60), DETAIL, metrics(face)), bottom - 84, soft))
    rows.append(set_lines(Fitted(72, (number,)), bottom, clay))
    behind = (
        f'<g opacity=".35" transform="translate({WIDTH - 170} {bottom - 150}) scale(7)">'
        f"{mark(site, scheme, FINE)}</g>"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {shape.height}"'
        f' font-family="{CUTS[face].family}, serif">'
        f'<path fill="{scheme["paper"].hex}" d="M0 0h{WIDTH}v{shape.height}H0z"/>'
        f"{behind}{''.join(rows)}</svg>"
    )
