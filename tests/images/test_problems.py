"""Originals that cannot be shown: what staff read, word for word. The site stays as it was."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from tests.images.conftest import Studio
from tests.images.photographs import made_by, opened
from tests.sites import drawn

END = "\n\n1 problem to fix. Nothing was changed: the site is as it was."
DAMAGED = """\
  Found   a picture that is cut short or damaged
  Needed  the whole picture
  To fix  copy it anew from the camera, or from whoever sent it"""
UNKNOWN = """\
  Found   a file that is no picture, or a damaged one
  Needed  a picture that opens
  To fix  look at it on your computer; if it opens there, export it as a JPEG, else copy it anew \
from the camera, or from whoever sent it"""
HUGE = """\
  Found   a picture of more than 60 million pixels
  Needed  at most 60 million pixels
  To fix  export the picture smaller: 2400 pixels on its long side are enough"""
MOVING = """\
  Found   a picture that moves
  Needed  pictures that stand still: many people cannot read beside one that moves
  To fix  export its best moment as a JPEG or PNG"""
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400)


def told(studio: Studio, data: bytes, name: str) -> str:
    studio.show(data, name)
    return studio.refused()


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has so many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def moving(kind: str) -> bytes:
    written = BytesIO()
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "green", "blue")]
    frames[0].save(written, kind, save_all=True, append_images=frames[1:], duration=100)
    return written.getvalue()


@pytest.mark.parametrize("part", [0.3, 0.6, 0.98])
def test_a_photograph_that_is_cut_short_is_told(studio: Studio, china: bytes, part: float) -> None:
    """Half a download shows as a gray field, or not at all."""
    text = told(studio, china[: int(len(china) * part)], "temple.jpg")
    assert text == f"content/images/temple.jpg\n{DAMAGED}{END}"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_of_any_format_that_is_cut_short_is_told(studio: Studio, kind: str) -> None:
    """Whichever decoder meets it, and however that fails."""
    whole, name = drawn(kind, (300, 200)), f"temple.{kind.lower()}"
    text = told(studio, whole[: len(whole) // 2], name)
    assert text in (
        f"content/images/{name}\n{DAMAGED}{END}",
        f"content/images/{name}\n{UNKNOWN}{END}",
    )


@pytest.mark.parametrize(
    "data", [b"a picture", bytes(2000), b"\xff\xd8\xff", b"<html>Not found</html>"]
)
def test_what_is_no_picture_is_told(studio: Studio, data: bytes) -> None:
    """A page saved under the name of a picture, a disk error."""
    assert told(studio, data, "temple.jpg") == f"content/images/temple.jpg\n{UNKNOWN}{END}"


@pytest.mark.parametrize(
    ("kind", "name", "better"),
    [
        ("PNG", "temple.jpg", "temple.png"),
        ("JPEG", "temple.png", "temple.jpg"),
        ("WEBP", "IMG_1.JPG", "IMG_1.webp"),
        ("AVIF", "temple.v2.webp", "temple.v2.avif"),
        ("GIF", "temple.jpeg", "temple.gif"),
    ],
)
def test_a_name_that_lies_is_told(studio: Studio, kind: str, name: str, better: str) -> None:
    """Renaming does not convert; some programs believe the name."""
    assert (
        told(studio, drawn(kind, (60, 40)), name)
        == f"""\
content/images/{name}
  Found   a {kind} whose name ends in ".{name.rpartition(".")[2]}"
  Needed  a name that says what the file is
  To fix  rename the file to "{better}", also where pages name it{END}"""
    )


def test_a_photograph_of_an_iphone_under_another_name_is_told(studio: Studio) -> None:
    """Renaming IMG_0001.HEIC is what people try first."""
    assert (
        told(studio, HEIC, "temple.jpg")
        == f"""\
content/images/temple.jpg
  Found   a HEIC whose name ends in ".jpg"
  Needed  a JPEG: many browsers do not show HEIC, the format of the iPhone
  To fix  open it on a computer and export it as a JPEG; on the iPhone, Settings > Camera > \
Formats > "Most Compatible" makes JPEGs from now on{END}"""
    )


@pytest.mark.parametrize(
    ("width", "height"), [(10_000, 6_001), (10_000, 9_500), (30_000, 30_000), (2**31 - 1, 2)]
)
def test_a_picture_of_too_many_pixels_is_told_before_it_is_read(
    studio: Studio, width: int, height: int
) -> None:
    """A file of some bytes can unfold to more than the memory of the machine."""
    text = told(studio, claiming(width, height), "temple.png")
    assert text == f"content/images/temple.png\n{HUGE}{END}"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_a_picture_that_moves_is_told(studio: Studio, kind: str) -> None:
    """Nobody could stop it."""
    name = f"temple.{kind.lower()}"
    assert told(studio, moving(kind), name) == f"content/images/{name}\n{MOVING}{END}"


def test_every_bad_picture_is_told_at_once_also_those_that_no_page_shows(studio: Studio) -> None:
    """Who copies a folder of photographs wants one list."""
    studio.project.write({"images/a.jpg": b"a", "images/b.jpg": HEIC, "images/c.png": drawn()})
    text = studio.refused()
    assert [line for line in text.split("\n") if line.startswith("content/")] == [
        f"content/images/{name}" for name in ("a.jpg", "b.jpg", "c.png")
    ]


def test_a_narrow_picture_on_top_of_a_page_is_told_and_shown(studio: Studio, china: bytes) -> None:
    """It is sharp, but smaller than its place; nothing is made larger than it is."""
    studio.show(china)
    text = studio.project.built().text
    assert (
        text
        == """\
Worth a look:

content/pages/home.md
  line 5, picture, file: a picture of 640 x 427 pixels

1 thing is worth a look. To see what to do, type: make check"""
    )


def test_an_upright_picture_needs_less_width(studio: Studio, china: bytes) -> None:
    """It is shown narrower, so that it fits a screen."""
    upright = opened(china).transpose(Image.Transpose.ROTATE_90).resize((600, 900))
    studio.show(made_by(upright))
    assert studio.project.built().text == ""


def test_a_picture_that_no_page_shows_is_noted_and_not_published(
    studio: Studio, china: bytes
) -> None:
    """Photographs of clients that were put there by mistake stay at home."""
    studio.project.write({"images/temple.jpg": china})
    outcome = studio.project.built(live=False)
    assert (outcome.text, studio.published()) == ("", {})
    command = studio.project.pelican("-e", "CHECK_ONLY=true").stdout
    assert (
        """\
content/images/temple.jpg
  Found   a picture that no page shows
  Needed  pictures that pages show; others are not published
  To fix  show it on a page, or delete the file
"""
        in command
    )
