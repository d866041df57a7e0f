"""What becomes of real photographs: pixels, sizes, formats, and nothing beside them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import Tag
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from plugins.images import large
from plugins.images.color_and_size import prepared, size_at
from plugins.images.originals import original, pixels
from plugins.images.widths import widths_for
from tests.images.conftest import ALT, Studio
from tests.images.photographs import ORIENTATION, by_telephone, enlarged, made_by, opened
from tests.sites import unhashed
from tests.torture.counts import first

NAME = re.compile(r"[a-z0-9_-]+-(\d+)\.[0-9a-f]{10}\.(avif|webp|jpg|png)")

CLOSE = 7  # what a lossy format may change; the other photograph is 127 away


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How far apart two pictures are: the mean over all pixels and colors, from 0 to 255."""
    assert one.size == other.size
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(ImageStat.Stat(difference).mean)


def largest(files: dict[str, Path], suffix: str) -> Image.Image:
    """The widest picture of a format."""
    named = [path for name, path in files.items() if name.endswith(suffix)]
    return Image.open(max(named, key=lambda path: int(NAME.fullmatch(path.name)[1])))  # type: ignore[index]


def test_a_photograph_becomes_three_formats_in_the_widths_of_its_places(
    studio: Studio, china: bytes
) -> None:
    """One of 12 million pixels, as telephones make them."""
    studio.show(enlarged(china, 4240))
    names = {unhashed(name) for name in studio.published()}
    assert names == {
        f"temple-{width}.{suffix}"
        for width in (480, 768, 1080, 1280, 1600)
        for suffix in ("avif", "webp", "jpg")
    }


@pytest.mark.parametrize("name", ["china", "flower"])
def test_every_file_is_the_photograph_in_its_width(
    slow_studio: Studio, name: str, request: pytest.FixtureRequest
) -> None:
    """Right size, right pixels, and each better format smaller than the next."""
    data = request.getfixturevalue(name)
    slow_studio.show(data)
    original, sizes = opened(data), dict.fromkeys(("avif", "webp", "jpg"), 0)
    for path in slow_studio.published().values():
        found = NAME.fullmatch(path.name)
        assert found
        width = int(found[1])
        image = Image.open(path)
        assert image.size == size_at(width, original.size)
        assert unlike(image, original.resize(image.size, Image.Resampling.LANCZOS)) < CLOSE
        sizes[found[2]] += path.stat().st_size
    assert sizes["avif"] < sizes["webp"] < sizes["jpg"]


@pytest.mark.parametrize("orientation", first(1, [6, 1]))
def test_a_huge_photograph_is_read_in_half_its_size(
    tmp_path: Path, china: bytes, orientation: int
) -> None:
    """Pages show a sixteenth of its pixels, and reading all of them takes three times as long."""
    huge = opened(china).resize((6481, 4321), Image.Resampling.BICUBIC)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    data = made_by(huge, exif=exif, quality=90)
    (tmp_path / "temple.jpg").write_bytes(data)
    photograph, whole = original(tmp_path / "temple.jpg"), ImageOps.exif_transpose(opened(data))
    half = tuple((side + 1) // 2 for side in whole.size)
    assert pixels(photograph, min(whole.size) // 2).size == half
    image, _ = prepared(photograph)
    assert image.size == size_at(1600, whole.size)
    assert unlike(image, whole.resize(image.size, Image.Resampling.LANCZOS)) < CLOSE
    assert list(large({"temple.jpg": photograph})) == []


def test_a_huge_picture_that_is_read_whole_is_noted(tmp_path: Path) -> None:
    """Otherwise nobody knows why a build takes long."""
    Image.new("L", (6481, 4321)).save(tmp_path / "plan.png")
    assert list(map(str, large({"plan.png": original(tmp_path / "plan.png")}))) == [
        f"""\
{tmp_path}/plan.png
  Found   a picture of more than 24 million pixels that is no JPEG: the first build with it takes \
seconds longer
  Needed  2400 pixels on its long side: pages show no more
  To fix  export the picture smaller, or as a JPEG"""
    ]


def test_the_preview_makes_no_avif(studio: Studio, china: bytes) -> None:
    """What was just put into the folder shows after a second."""
    studio.show(china)
    assert {path.suffix for path in studio.published(live=False).values()} == {".webp", ".jpg"}


def test_nothing_that_a_camera_writes_is_published(studio: Studio, china: bytes) -> None:
    """A photograph of the back door must not tell where the therapist lives."""
    data = by_telephone(china)
    words = (b"Exif", b"GPS", b"xmpmeta", b"Ada Client", b"Ada's Phone", b"back door", b"ICC")
    assert all(word in data for word in (b"Exif", b"Ada Client", b"Ada's Phone", b"back door"))
    assert dict(opened(data).getexif().get_ifd(0x8825))[1] == "N"
    studio.show(data)
    for name, path in studio.published().items():
        image = Image.open(path)
        assert dict(image.getexif()) == {}, name
        known = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        beside = set(image.info) - known - {"background", "loop", "timestamp", "duration"}
        assert beside == set(), name
        assert [word for word in words if word.lower() in path.read_bytes().lower()] == [], name
    everything = b"".join(p.read_bytes() for p in studio.project.output.rglob("*") if p.is_file())
    assert b"Ada's Phone" not in everything


def test_what_an_eraser_wiped_out_is_not_published(studio: Studio, flower: bytes) -> None:
    """Programs make a client's face transparent, and keep its colors below."""
    photograph = opened(flower).convert("RGB")
    half = Image.new("L", photograph.size, 255)
    half.paste(0, (0, 0, photograph.width // 2, photograph.height))
    photograph.putalpha(half)
    data = BytesIO()
    photograph.save(data, "PNG")
    studio.show(data.getvalue(), "temple.png")
    for name, path in studio.published().items():
        image = Image.open(path).convert("RGBA")
        wiped = image.crop((0, 0, image.width // 2 - 40, image.height))  # WebP blurs the edge
        assert wiped.getextrema() == ((0, 0),) * 4, name
        assert image.getchannel("A").getextrema() == (0, 255)


@pytest.mark.parametrize("orientation", first(1, [6, 1, 2, 3, 4, 5, 7, 8]))
def test_a_photograph_stands_as_the_camera_was_held(
    studio: Studio, china: bytes, orientation: int
) -> None:
    """Every browser then shows it upright; all eight ways that EXIF knows."""
    data = by_telephone(china, orientation)
    assert opened(data).getexif()[ORIENTATION] == orientation
    upright = ImageOps.exif_transpose(opened(data))
    studio.show(data)
    image = largest(studio.published(live=False), ".jpg")
    assert image.size == upright.size
    assert unlike(image, upright) < CLOSE
    page = studio.project.page("/").find("img", alt=ALT)
    assert isinstance(page, Tag)
    assert (page["width"], page["height"]) == tuple(map(str, upright.size))


def with_red_and_green_exchanged() -> bytes:
    """A color profile after which red light is what others call green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


def test_colors_are_those_that_the_profile_means(studio: Studio) -> None:
    """An iPhone's colors look pale where the profile is lost."""
    red = Image.new("RGB", (640, 480), (255, 0, 0))
    studio.show(made_by(red, icc_profile=with_red_and_green_exchanged(), quality=95))
    color = largest(studio.published(live=False), ".jpg").getpixel((320, 240))
    assert isinstance(color, tuple)
    assert color[0] < 30
    assert color[1] > 225
    assert color[2] < 30


def test_a_profile_that_nobody_can_read_changes_nothing(studio: Studio, china: bytes) -> None:
    """Browsers pass over it too."""
    studio.show(made_by(opened(china), icc_profile=b"no profile" * 30, quality=95))
    assert unlike(largest(studio.published(live=False), ".jpg"), opened(china)) < CLOSE


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("L", "JPEG"), ("L", "PNG"), ("I;16", "PNG")]
)
def test_other_ways_to_keep_colors_become_the_usual_one(
    studio: Studio, china: bytes, mode: str, kind: str
) -> None:
    """From print shops, scanners and microscopes."""
    gray = opened(china).convert("L")
    image = opened(china).convert(mode) if mode == "CMYK" else gray
    if mode == "I;16":
        image = gray.convert("I").point(lambda value: value * 257.0).convert("I;16")
    studio.show(made_by(image, kind), f"temple.{kind.lower().replace('jpeg', 'jpg')}")
    files = studio.published(live=False)
    expected = opened(china).convert("RGB") if mode == "CMYK" else gray
    suffix = ".jpg" if any(name.endswith(".jpg") for name in files) else ".png"
    assert unlike(largest(files, suffix), expected) < CLOSE


def test_what_one_sees_through_stays_so(studio: Studio, china: bytes) -> None:
    """A cut-out photograph stands on the page's own paper, light or dark."""
    image = opened(china).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    studio.show(made_by(image, "PNG"), "temple.png")
    files = studio.published()
    assert {path.suffix for path in files.values()} == {".webp", ".png"}
    for suffix in (".webp", ".png"):
        found = largest(files, suffix)
        assert found.mode == "RGBA"
        assert unlike(found.getchannel("A"), image.getchannel("A")) < 1
        assert (
            unlike(found.convert("RGBa").convert("RGB"), image.convert("RGBa").convert("RGB")) < 5
        )


def test_a_photograph_saved_as_png_becomes_a_photograph(studio: Studio, china: bytes) -> None:
    """Also when it has a layer of transparency that lets nothing through."""
    image = opened(china).convert("RGBA")
    studio.show(made_by(image, "PNG"), "temple.png")
    assert {path.suffix for path in studio.published().values()} == {".avif", ".webp", ".jpg"}


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_a_drawing_keeps_every_pixel(studio: Studio, kind: str) -> None:
    """A logo has edges and few colors; a photograph's formats would smudge them."""
    logo = Image.new("P", (300, 200), 1)
    logo.putpalette([90, 40, 20, 250, 245, 235])
    logo.paste(0, (40, 40, 120, 160))
    options = {"lossless": True} if kind == "WEBP" else {}
    image = logo if kind != "WEBP" else logo.convert("RGB")
    studio.show(made_by(image, kind, **options), f"logo.{kind.lower()}")
    files = studio.published()
    assert {path.suffix for path in files.values()} == {".webp", ".png"}
    for path in files.values():
        assert unlike(Image.open(path), logo) == 0


def test_a_photograph_with_a_second_one_behind_it_is_a_photograph(
    studio: Studio, china: bytes, flower: bytes
) -> None:
    """Telephones keep the map of a bright sky there; nothing moves."""
    both = made_by(opened(china), "MPO", save_all=True, append_images=[opened(flower)])
    assert getattr(opened(both), "n_frames", 1) == 2
    studio.show(both)
    assert unlike(largest(studio.published(live=False), ".jpg"), opened(china)) < CLOSE


def test_damaged_words_of_a_camera_do_not_spoil_the_photograph(
    studio: Studio, china: bytes
) -> None:
    """The pixels are sound; what the file says of itself is not."""
    data = by_telephone(china).replace(b"MM\0*\0\0\0\x08", b"MM\0*\xff\xff\xff\xf0")
    data = data.replace(b"II*\0\x08\0\0\0", b"II*\0\xf0\xff\xff\xff")
    assert data != by_telephone(china)
    studio.show(data)
    assert unlike(largest(studio.published(live=False), ".jpg"), opened(china)) < CLOSE


@given(width=st.integers(1, 20_000), height=st.integers(1, 20_000))
def test_no_picture_is_made_larger_or_changes_its_shape(width: int, height: int) -> None:
    """For any original; the widths grow, and none is made twice."""
    made = widths_for(width)
    assert list(made) == sorted(set(made))
    assert made[-1] == min(width, 1600)
    for one in made:
        found = size_at(one, (width, height))
        assert found[0] == one
        assert found[1] <= max(height, 1)
        assert abs(found[1] - height * one / width) <= 0.5 or found[1] == 1


def test_pages_name_every_file_with_its_width_and_a_way_to_choose(
    studio: Studio, china: bytes
) -> None:
    """On top of a page, in a text and as a link: one component, and no way around it."""
    studio.show(enlarged(china, 1300))
    studio.published()
    (figure,) = studio.project.page("/").select("main figure.picture")
    assert (
        unhashed(re.sub(r"\s+", " ", str(figure))) == '<figure class="picture"><picture>'
        '<source sizes="(min-width: 53rem) 48rem, (min-width: 28rem) 92vw, calc(100vw - 2.25rem)" '
        'srcset="/images/temple-480.avif 480w, /images/temple-768.avif 768w, '
        '/images/temple-1080.avif 1080w, /images/temple-1300.avif 1300w" type="image/avif"/>'
        '<source sizes="(min-width: 53rem) 48rem, (min-width: 28rem) 92vw, calc(100vw - 2.25rem)" '
        'srcset="/images/temple-480.webp 480w, /images/temple-768.webp 768w, '
        '/images/temple-1080.webp 1080w, /images/temple-1300.webp 1300w" type="image/webp"/>'
        f'<img alt="{ALT}" decoding="async" height="867" loading="lazy" '
        'sizes="(min-width: 53rem) 48rem, (min-width: 28rem) 92vw, calc(100vw - 2.25rem)" '
        'src="/images/temple-1300.jpg" '
        'srcset="/images/temple-480.jpg 480w, /images/temple-768.jpg 768w, '
        '/images/temple-1080.jpg 1080w, /images/temple-1300.jpg 1300w" width="1300"/>'
        "</picture></figure>"
    )
    about = studio.project.page("/about/")
    (image,) = about.select(".prose p > picture > img")
    assert {name: image[name] for name in ("alt", "title", "loading", "decoding")} == {
        "alt": ALT,
        "title": "In spring",
        "loading": "lazy",
        "decoding": "async",
    }
    (link,) = about.select('.prose a[href^="/images/"]')
    assert unhashed(str(link["href"])) == "/images/temple-1300.jpg"


def test_a_site_without_photographs_has_no_trace_of_them(studio: Studio) -> None:
    """Every place for one looks finished without one."""
    assert studio.published() == {}
    pages = studio.project.pages().values()
    assert [tag for page in pages for tag in page.select("figure.picture, picture, [srcset]")] == []
