"""Formats: those that pictures are written in.

Gives   PHOTOGRAPH, CUTOUT, FLAT: the formats of a kind of picture, the smallest first; encoded()
Units   quality as each library counts it
Why     measured on two photographs, 20 and 17 million pixels, at 1600 pixels in width: JPEG 115 and
        234 kB, WebP 61 and 139 kB, AVIF at speed 6 47 and 145 kB in 0.4 and 1.8 s; speed 8 is ten
        times as fast and as large as WebP. More threads in one AVIF give other bytes, so several
        pictures are written at once instead. The preview makes no AVIF: what was just put into
        the folder shows after a second
Source  Pillow's handbook of formats; libavif, libwebp, libjpeg-turbo
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image


@dataclass(frozen=True)
class Format:
    """One way to write a picture, by the name that Pillow has for it.

    late  not in the preview, because it takes long
    """

    type: str
    suffix: str
    name: str
    options: tuple[tuple[str, int], ...] = ()
    late: bool = False


@dataclass(frozen=True)
class Style:
    """The formats of one kind of picture; every program knows the last."""

    formats: tuple[Format, ...]

    def wanted(self, *, preview: bool) -> tuple[Format, ...]:
        return tuple(one for one in self.formats if not (preview and one.late))


def webp(**options: int) -> Format:
    return Format("image/webp", ".webp", "WEBP", (*options.items(), ("method", 4)))


AVIF_OPTIONS = (("quality", 60), ("speed", 6), ("max_threads", 1))
JPEG_OPTIONS = (("quality", 80), ("progressive", True), ("optimize", True))
AVIF = Format("image/avif", ".avif", "AVIF", AVIF_OPTIONS, late=True)
JPEG = Format("image/jpeg", ".jpg", "JPEG", JPEG_OPTIONS)
PNG = Format("image/png", ".png", "PNG", (("compress_level", 9),))

PHOTOGRAPH = Style((AVIF, webp(quality=80), JPEG))
CUTOUT = Style((webp(quality=85, alpha_quality=100), PNG))
FLAT = Style((webp(lossless=True, quality=80), PNG))


def encoded(image: Image.Image, form: Format) -> bytes:
    """The bytes of a picture that has pixels and nothing else."""
    buffer = BytesIO()
    image.save(buffer, form.name, **dict(form.options))
    return buffer.getvalue()
