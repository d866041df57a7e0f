"""Icons: the mark in the sizes and formats that browsers and home screens ask for.

Gives   icons(): their addresses and content, in the practice's own color
Units   sides in pixels; what is mask-able keeps the point in its inner 80 %
Source  HTML (rel=icon, sizes), web app manifest; Apple asks for 180 px without rounded corners;
        favicon.ico is what browsers and readers of feeds ask for unasked
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.cache.store import cached, key
from plugins.core.design.logo import LARGE, SMALL, logo
from plugins.core.design.palette import Palette, Scheme
from plugins.core.model.fingerprints import ASSETS, fingerprinted

if TYPE_CHECKING:
    from PIL.Image import Image

PNGS = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
ICO = "/favicon.ico"


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


@cache
def icons(inks: Palette) -> dict[str, Icon]:
    """Every icon in these colors, by its name."""
    day, night = style(inks.light), style(inks.dark)
    small, large = logo(SMALL, day), logo(LARGE, day)
    svg = logo(SMALL, f"{day}@media(prefers-color-scheme:dark){{{night}}}", corner=12)
    made = [
        Icon("favicon.ico", "image/x-icon", "32x32", drawn(32, small, ico), ICO),
        Icon("icon.svg", "image/svg+xml", "any", svg.encode()),
    ]
    for name, side in PNGS.items():
        made.append(Icon(name, "image/png", f"{side}x{side}", drawn(side, large, png)))
    return {icon.name: icon for icon in made}


def drawn(side: int, text: str, pack: Callable[[str, int], bytes]) -> bytes:
    """The mark in one size and format, from .cache/icons when it was drawn before."""
    name = key(
        text, str(side), pack.__name__, Path(__file__), version("pillow"), version("resvg-py")
    )
    return cached("icons", name, lambda: pack(text, side))


def style(scheme: Scheme) -> str:
    return (
        f".paper{{fill:{scheme['paper'].hex}}}"
        f".ink{{fill:none;stroke:{scheme['ink'].hex}}}"
        f".clay{{fill:{scheme['clay'].hex}}}"
    )


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
