"""Color and size: one original as it is shown, ready to be made smaller and written.

Gives   prepared(): the pixels and nothing else, in sRGB, at most WIDEST wide, and the formats that
        suit them; resized()
Why     what a camera writes beside the pixels (place, time, names, comments) never leaves here:
        every format is written from a picture that has none of it. Nor do colors that nobody sees
Source  Pillow, LittleCMS; https://www.color.org/srgb.xalter
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

from plugins.images.formats import CUTOUT, FLAT, PHOTOGRAPH, Style
from plugins.images.originals import Original, pixels
from plugins.images.widths import WIDEST

SRGB = ImageCms.createProfile("sRGB")
FEW_COLORS = 256
SPARE = 2  # times the width that is wanted, so that making it smaller still sees enough
# Modes with more than 8 bits a color, and how many times as large their values are.
DEEP = {"I;16": 257, "I;16B": 257, "I;16L": 257, "I": 257, "F": 1}


@lru_cache(maxsize=1)
def prepared(original: Original) -> tuple[Image.Image, Style]:
    """The picture to make all others of, and their formats. Raises FaultError."""
    image = in_colors(pixels(original, SPARE * WIDEST))
    style = style_of(image, original.format)
    if style is PHOTOGRAPH and image.mode == "RGBA":
        image = image.convert("RGB")
    if image.mode == "RGBA":
        image = without_hidden_colors(image)
    whole = (original.width, original.height)
    image = in_srgb(resized(image, size_at(min(original.width, WIDEST), whole)))
    image.info = {}
    return image, style


def without_hidden_colors(image: Image.Image) -> Image.Image:
    """The picture without the colors that full transparency hides: what was wiped out with an
    eraser is often still there."""
    shown = image.getchannel("A").point(lambda alpha: 255 if alpha else 0)
    return Image.composite(image, Image.new("RGBA", image.size), shown)


def resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A new picture in this size: Pillow notes on a picture how it is being written, so that two
    threads must not write the same one."""
    return image.copy() if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def size_at(width: int, size: tuple[int, int]) -> tuple[int, int]:
    """The size of a picture in another width, its shape kept."""
    return width, max(1, round(size[1] * width / size[0]))


def in_colors(image: Image.Image) -> Image.Image:
    """The picture in red, green and blue, with transparency if it has some; CMYK for later."""
    info = image.info
    if image.mode in DEEP:
        scale = 1 / DEEP[image.mode]
        image = image.convert("I").point(lambda value: value * scale).convert("L")
    if image.mode in ("RGB", "RGBA", "CMYK"):
        clear = image.mode == "RGB" and "transparency" in info
        return image.convert("RGBA") if clear else image
    clear = "transparency" in info or image.mode in ("LA", "La", "PA", "RGBa")
    made = image.convert("RGBA" if clear else "RGB")
    if image.mode in ("L", "LA", "La", "1", "I", "F"):
        made.info.pop("icc_profile", None)  # one for gray says nothing of colors
    return made


def in_srgb(image: Image.Image) -> Image.Image:
    """The colors as its profile means them, in the one that every screen takes for granted."""
    profile = image.info.get("icc_profile")
    mode = "RGB" if image.mode == "CMYK" else image.mode
    if profile:
        try:
            made = ImageCms.profileToProfile(image, BytesIO(profile), SRGB, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None  # a profile that nobody can read: browsers ignore it too
        if made is not None:
            return made
    return image.convert(mode)


def style_of(image: Image.Image, kind: str) -> Style:
    """Photographs may lose a little; a logo with edges, or what one sees through, may not."""
    clear = image.mode == "RGBA" and any(image.getchannel("A").histogram()[:255])
    if kind in ("PNG", "GIF", "WEBP") and image.mode != "CMYK" and image.getcolors(FEW_COLORS):
        return FLAT
    return CUTOUT if clear else PHOTOGRAPH
