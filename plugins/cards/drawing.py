"""Drawing: cards as PNG.

Gives   drawn(): the PNG of each layout, from .cache/cards when it was drawn before; several at a
        time when many are missing
Units   PALETTE colors: two inks, what lies between them at edges, and the tints of the drawings
Source  resvg, which draws the same on every machine when it uses the fonts it is given
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from plugins.cards.layout import WIDTH
from plugins.core import face
from plugins.core.cache import kept, key

PALETTE = 32


def drawn(layouts: Sequence[str], *, system: Sequence[bool]) -> list[bytes]:
    """system: whether a card has letters that our font lacks, so that the machine's are needed."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one, layouts, system))


def one(layout: str, system: bool) -> bytes:
    versions = (face.depends(), version("resvg-py"), version("pillow"))
    name = key(layout, str(system), *versions, Path(__file__))
    return kept("cards", f"{name}.png", lambda: png(layout, system=system))


def png(layout: str, *, system: bool) -> bytes:
    import resvg_py  # noqa: PLC0415  (slow to load, and not needed while .cache is there)
    from PIL import Image  # noqa: PLC0415

    with NamedTemporaryFile(suffix=".ttf") as font:
        font.write(face.ttf())
        font.flush()
        data = resvg_py.svg_to_bytes(
            svg_string=layout,
            width=WIDTH,
            font_files=[font.name],
            skip_system_fonts=not system,
        )
    image = Image.open(BytesIO(data)).convert("RGB")
    written = BytesIO()
    colors = image.quantize(PALETTE, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    colors.save(written, "PNG", optimize=True)
    return written.getvalue()
