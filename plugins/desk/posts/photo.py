"""Pictures: one that Google takes, for a post.

Gives   picture(): a file of content/images/ that shows what the offer is for, or what to look for
Units   pixels and bytes
Why     never the page's card: it has the telephone number and is mostly words, and Google turns
        down pictures with either
Source  Business Profile Help, "Photo and video guidelines"; LocalPost media: JPEG or PNG, at least
        400 x 300 and 10 KB, at most 5 MB
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.core.model.site import Site
from plugins.core.reading.source_files import shown
from plugins.desk.offers.listing import Listed

WIDTH, HEIGHT = 400, 300
LEAST, MOST = 10_240, 5 * 1024 * 1024
NONE = (
    "A photograph of your own: JPEG or PNG, at least 400 x 300 pixels, from 10 KB to 5 MB, without "
    "words or a telephone number in it"
)


def picture(offer: Listed, site: Site) -> str:
    for modality in site.get("modalities", offer.facts.modalities):
        named = modality.facts.picture
        path = site.images.get(named.file) if named else None
        if path and fits(path):
            return shown(path)
    return NONE


def fits(path: Path) -> bool:
    try:
        with Image.open(path) as opened:
            known = opened.format in ("JPEG", "PNG")
            large = opened.width >= WIDTH and opened.height >= HEIGHT
    except (OSError, UnidentifiedImageError):
        return False
    return known and large and LEAST <= path.stat().st_size <= MOST
