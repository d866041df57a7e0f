"""Drawing: cards as PNG.

Gives   drawn(): the PNG of each layout, from .cache/cards when it was drawn before; several at a
        time when many are missing
Units   PALETTE colors: two inks, what lies between them at edges, and the tints of the drawings
Source  resvg, which draws the same on every machine when it uses the fonts it is given
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key
from plugins.core.design import font as face
from plugins.core.system.threads import thread_map
from plugins.social_cards.layout import WIDTH

PALETTE = 32
# The highest, which `optimize` takes, saves 1.8 % more in two and a half times the time.
COMPRESSION = 8
# Where machines keep their fonts.
FONTS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
)


def drawn(
    layouts: Sequence[str], *, system: Sequence[bool], typeface: str = face.FRAUNCES
) -> list[bytes]:
    """system: whether a card has letters that our font lacks, so that the machine's are needed."""
    cards = list(zip(layouts, system, strict=True))
    return thread_map(lambda card: one(*card, typeface), cards)


def one(layout: str, system: bool, typeface: str = face.FRAUNCES) -> bytes:
    versions = (face.depends(typeface), version("resvg-py"), version("pillow"))
    machine = fonts() if system else ""
    name = key(layout, machine, *versions, Path(__file__))
    return cached("cards", f"{name}.png", lambda: png(layout, system=system, typeface=typeface))


@cache
def fonts() -> str:
    """What tells one machine's fonts from another's: their files, and how long each is."""
    folders = (Path(folder).expanduser() for folder in FONTS)
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return "\n".join(["fonts", *(f"{path} {path.stat().st_size}" for path in files)])


def png(layout: str, *, system: bool, width: int = WIDTH, typeface: str = face.FRAUNCES) -> bytes:
    import resvg_py  # noqa: PLC0415  (slow to load, and not needed while .cache is there)
    from PIL import Image  # noqa: PLC0415

    with NamedTemporaryFile(suffix=".ttf") as font:
        font.write(face.ttf(typeface))
        font.flush()
        data = resvg_py.svg_to_bytes(
            svg_string=layout,
            width=width,
            font_files=[font.name],
            skip_system_fonts=not system,
        )
    image = Image.open(BytesIO(data)).convert("RGB")
    written = BytesIO()
    colors = image.quantize(PALETTE, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    colors.save(written, "PNG", compress_level=COMPRESSION)
    return written.getvalue()
