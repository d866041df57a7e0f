"""Originals: what lies in content/images/, looked at before anything is made of it.

Reads   one file, at most as large as the build lets through (plugins/build/read/folders.py)
Gives   Original: its hash, its format, its size as people see it (turned as the camera was held)
Stops   FaultError: what is no picture, or none for a page
Source  Pillow; EXIF orientation; ISO 23008-12 for the marks of HEIC
"""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.core.cache.file_stat import FileStat, stat_of
from plugins.images.problems import (
    CHANGED,
    CUT,
    HUGE,
    MEGAPIXELS,
    MOVING,
    UNKNOWN,
    UNREADABLE,
    Fault,
    FaultError,
    from_a_phone,
    misnamed,
)

# What a file is, and the names that say so; MPO is a JPEG with another picture behind it.
SUFFIXES = {
    "JPEG": (".jpg", ".jpeg"),
    "MPO": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
}
# Pillow makes an MPO of a JPEG by itself.
OPENED = [one for one in SUFFIXES if one != "MPO"]
HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
ORIENTATION = 0x0112
# What puts a picture upright, by its EXIF orientation; from 5 on, width and height change places.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Original:
    """An original that can be opened. digest: SHA-256 of the file."""

    path: Path
    digest: str
    format: str
    width: int
    height: int

    @property
    def upright(self) -> bool:
        """Higher than wide."""
        return self.height > self.width

    @property
    def stem(self) -> str:
        return self.path.stem.lower()


def original(path: Path) -> Original:
    """Look at an original, once for as long as the file stays as it is. Raises FaultError."""
    try:
        found = stat_of(path)
    except OSError:
        raise FaultError(UNREADABLE) from None
    looked = look(found)
    if isinstance(looked, Fault):
        raise FaultError(looked)
    return looked


@lru_cache(maxsize=4096)
def look(found: FileStat) -> Original | Fault:
    path = found[0]
    try:
        data = path.read_bytes()
    except OSError:
        return UNREADABLE
    try:
        image = opened(data, path.name)
    except FaultError as error:
        return error.fault
    width, height = image.size
    if 5 <= orientation(image) <= 8:
        width, height = height, width
    digest = hashlib.sha256(data).hexdigest()
    return Original(path, digest, str(image.format), width, height)


def opened(data: bytes, name: str) -> Image.Image:
    """The picture, its pixels not read yet. Raises FaultError."""
    if data[4:8] == b"ftyp" and data[8:12] in HEIC:
        raise FaultError(from_a_phone(name))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "Corrupt EXIF data" and the like: no words for staff
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=OPENED)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FaultError(HUGE) from None
    except UnidentifiedImageError:
        raise FaultError(UNKNOWN) from None
    except Exception:  # a damaged file can make a decoder fail in any way
        raise FaultError(CUT) from None
    kind = str(image.format)
    if Path(name).suffix.lower() not in SUFFIXES[kind]:
        raise FaultError(misnamed(kind.replace("MPO", "JPEG"), name, SUFFIXES[kind][0]))
    if image.width * image.height > MEGAPIXELS * 1_000_000:
        raise FaultError(HUGE)
    if kind != "MPO" and getattr(image, "is_animated", False):
        raise FaultError(MOVING)
    return image


def orientation(image: Image.Image) -> int:
    """How the camera was held, as EXIF counts; 1 when the file does not say."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # the picture may be sound and what it says of itself damaged
        return 1


def pixels(found: Original, least: int) -> Image.Image:
    """The picture, the right way up, with every pixel read. Raises FaultError.

    least: a JPEG of twice this width or more may come in a half, a quarter or an eighth of its
    size, which takes a fraction of the time, as long as it is this wide
    """
    data = found.path.read_bytes()
    if hashlib.sha256(data).hexdigest() != found.digest:
        raise FaultError(CHANGED)
    image = opened(data, found.path.name)
    turned = orientation(image)
    turn = UPRIGHT.get(turned)
    try:
        if image.format == "JPEG":
            image.draft(None, (1, least) if turned >= 5 else (least, 1))
        image.load()
    except Exception:  # as above
        raise FaultError(CUT) from None
    return image if turn is None else image.transpose(turn)
