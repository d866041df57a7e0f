"""Icons: the mark in the sizes and formats that browsers and home screens ask for.

Gives   icons(): their addresses and content, in the practice's own colors; whole_logo():
        that of search engines
Units   sides in pixels; what is mask-able keeps the point in its inner 80 %
Source  HTML (rel=icon, sizes), web app manifest; Apple asks for 180 px without rounded corners;
        favicon.ico is what browsers and readers of feeds ask for unasked
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key
from plugins.core.design.palette import Scheme, palette
from plugins.core.design.trigger_point import LARGE, SMALL
from plugins.core.model.fingerprints import ASSETS, fingerprinted
from plugins.core.model.mark import SIDE, drawn, mark, mark_name
from plugins.core.model.site import Site, once_per_site

if TYPE_CHECKING:
    from PIL.Image import Image

PNGS = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
ICO = "/favicon.ico"
CORNER = 12
# The style guide makes forty sites of one brand, and a preview one at each save.
SITES = 4


@dataclass(frozen=True)
class Icon:
    """One file; its address holds the hash of its content, except where programs guess it."""

    name: str
    type: str
    sizes: str
    content: bytes
    guessed: str = ""

    @property
    def address(self) -> str:
        return self.guessed or fingerprinted(ASSETS, self.name, self.content).address


@once_per_site
def icons(site: Site) -> dict[str, Icon]:
    """Every icon, by its name."""
    inks = palette(site.theme, *site.practice.brand.inks)
    small, large = (tile(mark(site, inks.light, detail), inks.light) for detail in (SMALL, LARGE))
    day, night = (tile(mark(site, scheme, SMALL), scheme) for scheme in (inks.light, inks.dark))
    made = [
        Icon("favicon.ico", "image/x-icon", "32x32", pictured(32, svg(small), ico), ICO),
        Icon("icon.svg", "image/svg+xml", "any", both(day, night).encode()),
    ]
    for name, side in PNGS.items():
        made.append(Icon(name, "image/png", f"{side}x{side}", pictured(side, svg(large), png)))
    return {icon.name: icon for icon in made}


@once_per_site
def whole_logo(site: Site) -> Icon:
    """The practice's logo for search engines; its mark where it has none."""
    logo = site.practice.brand.logo or ""
    large = icons(site)["icon-512.png"]
    if logo not in site.drawings or logo == mark_name(site):
        return large
    scheme = palette(site.theme, *site.practice.brand.inks).light
    text = svg(tile(drawn(site.drawings[logo], scheme, LARGE), scheme))
    return Icon("logo.png", large.type, large.sizes, pictured(PNGS[large.name], text, png))


def tile(shapes: str, scheme: Scheme) -> str:
    """Shapes on paper."""
    half = SIDE // 2
    ground = f'<path fill="{scheme["paper"].hex}" d="M-{half}-{half}h{SIDE}v{SIDE}h-{SIDE}z"/>'
    return f"{ground}{shapes}"


def svg(shapes: str, style: str = "", corner: int = 0) -> str:
    """A picture of a square; corner: the radius of its corners; style: CSS."""
    half = SIDE // 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{half} -{half} {SIDE} {SIDE}">'
        f'{style}<clipPath id="tile"><rect x="-{half}" y="-{half}" width="{SIDE}" '
        f'height="{SIDE}" rx="{corner}"/></clipPath><g clip-path="url(#tile)">{shapes}</g></svg>\n'
    )


def both(day: str, night: str) -> str:
    """A picture that follows the scheme of the browser."""
    style = (
        "<style>.night{display:none}@media(prefers-color-scheme:dark)"
        "{.day{display:none}.night{display:inline}}</style>"
    )
    return svg(f'<g class="day">{day}</g><g class="night">{night}</g>', style, CORNER)


@lru_cache(SITES * (len(PNGS) + 1))
def pictured(side: int, text: str, pack: Callable[[str, int], bytes]) -> bytes:
    """A picture in one size and format, from .cache/icons when it was drawn before."""
    name = key(
        text, str(side), pack.__name__, Path(__file__), version("pillow"), version("resvg-py")
    )
    return cached("icons", name, lambda: pack(text, side))


def image(text: str, side: int) -> Image:
    import resvg_py  # noqa: PLC0415  (slow to load, and not needed while .cache is there)
    from PIL import Image  # noqa: PLC0415

    return Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=text, width=side, height=side)))


def png(text: str, side: int) -> bytes:
    """In 64 colors: two inks, and what lies between them at their edges."""
    written = BytesIO()
    colors = image(text, side).convert("RGB").quantize(64)
    colors.save(written, "PNG", optimize=True)
    return written.getvalue()


def ico(text: str, side: int) -> bytes:
    """In two sizes, each drawn for itself."""
    written = BytesIO()
    half = side // 2
    image(text, side).save(
        written, "ICO", sizes=[(half, half), (side, side)], append_images=[image(text, half)]
    )
    return written.getvalue()
