"""Photo: a picture for a post that Google accepts.

Gives   find_photo(): a file of content/images/ about the offer, or which photo to look for
Units   pixels and bytes
Why     never the page's social card: Google rejects pictures with telephone numbers or many words
Source  Business Profile Help, "Photo and video guidelines"; LocalPost media: JPEG or PNG, at least
        400 x 300 and 10 KB, at most 5 MB
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.core.model.site import Site
from plugins.core.reading.source_files import display_path
from plugins.desk.offers.listing import ListedOffer

WIDTH, HEIGHT = 400, 300
SMALLEST, LARGEST = 10_240, 5 * 1024 * 1024
OWN_PHOTO = (
    "A photograph of your own: JPEG or PNG, at least 400 x 300 pixels, from 10 KB to 5 MB, without "
    "words or a telephone number in it"
)


def find_photo(offer: ListedOffer, site: Site) -> str:
    for modality in offer.modalities:
        picture = modality.facts.picture
        path = site.images.get(picture.file) if picture else None
        if path and is_accepted(path):
            return display_path(path)
    return OWN_PHOTO


def is_accepted(path: Path) -> bool:
    try:
        with Image.open(path) as image:
            known = image.format in ("JPEG", "PNG")
            large = image.width >= WIDTH and image.height >= HEIGHT
    except (OSError, UnidentifiedImageError):
        return False
    return known and large and SMALLEST <= path.stat().st_size <= LARGEST
