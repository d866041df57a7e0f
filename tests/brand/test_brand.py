"""Brand: the practice's color on its pages, its icons, its manifest."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.brand import FEATURE, brand
from plugins.brand.manifest import short
from plugins.core.design.trigger_point import SMALL
from plugins.core.model.mark import initial
from plugins.core.model.site import Site
from plugins.core.problems import ContentError
from tests.sites import BARE, PRACTICE, TOKENS, model, write


def site(folder: Path, color: str = "") -> Site:
    return of_brand(folder, f'color: "{color}"' if color else "")


def of_brand(folder: Path, row: str) -> Site:
    """A site with one line below brand."""
    shutil.copytree(BARE, folder / "content", dirs_exist_ok=True)
    added = f"brand:\n  {row}\n" if row else ""
    write(folder / "theme", {"css/tokens.css": TOKENS})
    made = model(folder / "content", {"practice.yaml": PRACTICE + added})
    return replace(made, theme=folder / "theme")


def files(made: Site) -> dict[str, bytes]:
    """Every file of the feature; the hashes taken out of their names."""
    found = {}
    for file in FEATURE.files(made, ()):
        content = file.content.encode() if isinstance(file.content, str) else file.content
        stem, *_, suffix = file.address.split(".")
        found[f"{stem}.{suffix}"] = content
    return found


def test_a_color_that_is_too_light_is_shifted_and_staff_are_told(tmp_path: Path) -> None:
    """They wonder why the site is darker than their logo."""
    made = site(tmp_path, "#e2a884")
    (note,) = FEATURE.site_problems(made)
    assert note.level == "note"
    assert str(note).partition("\n")[2] == (
        '  Found   "#e2a884", which is too light for text on paper: a contrast of 1.7 to 1\n'
        "  Needed  a contrast of 7 to 1; the site uses #744220 in its place\n"
        '  To fix  leave it, or write color: "#744220"'
    )
    assert brand(made).css == (
        "@layer tokens{:root{--clay:light-dark(#744220,#e2a884);"
        "--on-clay:light-dark(#fcfaf4,#211209);}}"
    )


@pytest.mark.parametrize("color", ["", "#7a3b2e"])
def test_a_color_that_can_be_read_is_worth_no_word(tmp_path: Path, color: str) -> None:
    """Notes are for what staff can change."""
    assert list(FEATURE.site_problems(site(tmp_path, color))) == []


def test_without_a_color_the_theme_keeps_its_own(tmp_path: Path) -> None:
    """Nothing is overridden."""
    assert brand(site(tmp_path)).css == ""


@pytest.mark.parametrize("rows", ["paper: cream", "corners: square"])
def test_what_is_the_themes_own_adds_nothing(tmp_path: Path, rows: str) -> None:
    """Naming the default gives the same bytes as leaving it out."""
    assert brand(of_brand(tmp_path, rows)).css == ""


def test_corners_are_one_length_in_the_tokens(tmp_path: Path) -> None:
    """Buttons and fields follow the token; pictures and boxes get it."""
    assert brand(of_brand(tmp_path, "corners: soft")).css == (
        "@layer tokens{:root{--radius:0.625rem;}}"
        "@layer components{.picture img,.see_a_doctor{border-radius:var(--radius)}}"
    )


def test_a_paper_reaches_pages_icons_and_the_bar_of_the_browser(tmp_path: Path) -> None:
    """Nothing of the theme's paper is left around a page."""
    made = of_brand(tmp_path, "paper: mist")
    assert f"--paper:light-dark({brand(made).light},{brand(made).dark})" in brand(made).css
    assert f'<path fill="{brand(made).light}"' in files(made)["/assets/icon.svg"].decode()
    assert brand(made).light != brand(site(tmp_path / "other")).light


def test_a_tone_that_is_not_there_is_told_what_is(tmp_path: Path) -> None:
    """Staff choose from a list, and never write CSS."""
    with pytest.raises(ContentError) as caught:
        of_brand(tmp_path, "paper: sands")
    assert str(caught.value).partition("\n")[2] == (
        '  Found   "sands"\n'
        "  Needed  one of cream, white, sand, blush, sage or mist\n"
        '  To fix  did you mean "sand"? Write "paper: sand"'
    )


SHAPE = '<path d="M0 0h9v9z" fill="#000"/>'


def with_logo(
    folder: Path, view: str = "0 0 90 30", name: str = "our-mark", shape: str = SHAPE
) -> Site:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{shape}</svg>'
    write(folder / "content", {"drawings/our-mark.svg": text})
    return of_brand(folder, f"logo: {name}")


def test_a_logo_takes_the_place_of_the_name_in_its_own_shape(tmp_path: Path) -> None:
    """As high as a finger, or as wide as a phone has room."""
    made = brand(with_logo(tmp_path)).logo
    assert made
    assert (made.view_box, made.width, made.height) == ("0 0 90 30", 132, 44)
    assert made.address == f"{made.file.address}#plate"
    wide = brand(with_logo(tmp_path / "wide", "0 0 300 30")).logo
    assert wide
    assert (wide.width, wide.height) == (190, 19)


@pytest.mark.parametrize(
    ("view", "name", "shape", "fix"),
    [
        ("0 0 90 30", "our-marks", SHAPE, 'did you mean "our-mark"? Write "logo: our-mark"'),
        ("0 0 90 9", "our-mark", SHAPE, "use another version of your logo"),
        ("0 0 90 30", "our-mark", SHAPE * 500, "simplify its paths"),
    ],
)
def test_a_logo_that_cannot_stand_on_top_of_a_page_is_told(
    tmp_path: Path, view: str, name: str, shape: str, fix: str
) -> None:
    """Instead of a line that nobody can read, or a page that waits."""
    assert [one.fix for one in FEATURE.site_problems(with_logo(tmp_path, view, name, shape))] == [
        fix
    ]


def test_every_icon_has_the_size_that_it_says(tmp_path: Path) -> None:
    """A home screen stretches what is smaller."""
    found = files(site(tmp_path))
    sizes = {
        name: Image.open(BytesIO(content)).size
        for name, content in found.items()
        if name.endswith(("png", "ico"))
    }
    assert sizes == {
        "/favicon.ico": (32, 32),
        "/assets/apple-touch-icon.png": (180, 180),
        "/assets/icon-192.png": (192, 192),
        "/assets/icon-512.png": (512, 512),
    }
    icon = Image.open(BytesIO(found["/favicon.ico"]))
    assert icon.info["sizes"] == {(16, 16), (32, 32)}
    assert len(found["/assets/icon-512.png"]) < 30_000


def test_icons_are_in_the_practices_color(tmp_path: Path) -> None:
    """By day; the tab's own knows the dark."""
    found = files(site(tmp_path, "#336699"))
    image = Image.open(BytesIO(found["/assets/icon-512.png"])).convert("RGB")
    assert (0x1D, 0x50, 0x81) in {color for _, color in image.getcolors(999) or ()}
    day, night = found["/assets/icon.svg"].decode().split('<g class="night">')
    assert 'fill="#1d5081"' in day
    assert 'fill="#7cb1e8"' in night


@pytest.mark.parametrize(
    ("row", "view", "mark", "whole"),
    [
        ("color: teal", "", "letter", False),
        ("icon: trigger-point", "", "trigger point", False),
        ("logo: our-mark", "0 0 60 60", "logo", False),
        ("logo: our-mark", "0 0 90 30", "letter", True),
        ("icon: our-mark", "0 0 90 30", "logo", False),
        ("logo: our-mark\n  icon: trigger-point", "0 0 60 60", "trigger point", True),
    ],
)
def test_a_tab_shows_what_stands_for_this_practice(
    tmp_path: Path, row: str, view: str, mark: str, *, whole: bool
) -> None:
    """Its logo where that can be seen, or else the first letter of its name; nobody else's sign.
    Search engines get the logo, however wide."""
    if view:
        text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{SHAPE}</svg>'
        write(tmp_path / "content", {"drawings/our-mark.svg": text})
    found = files(of_brand(tmp_path, row.replace("teal", '"#336699"')))
    day = found["/assets/icon.svg"].decode().split('<g class="night">')[0]
    shown = {"trigger point": "rotate(-64)", "logo": 'd="M0 0h9v9z"', "letter": 'd="M1297 -337'}
    assert [name for name, sign in shown.items() if sign in day] == [mark]
    assert ("/assets/logo.png" in found) is whole


def test_a_name_without_a_letter_that_the_typeface_has_gets_a_disc() -> None:
    """Signs of another script would be a box."""
    assert initial("\u6f22", "fraunces", SMALL, "#000") == '<circle r="16" fill="#000"/>'
    assert initial("\u00c9cole", "fraunces", SMALL, "#000") == initial(
        "(\u00e9)", "fraunces", SMALL, "#000"
    )


def test_an_icon_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = FEATURE.site_problems(of_brand(tmp_path, "icon: triger-point"))
    assert problem.fix == 'did you mean "trigger-point"? Write "icon: trigger-point"'


def test_the_manifest_names_the_site_and_its_icons(tmp_path: Path) -> None:
    """What a phone shows when somebody keeps the site on the home screen."""
    made = site(tmp_path)
    addresses = {file.address for file in FEATURE.files(made, ())}
    said = json.loads(files(made)["/site.webmanifest"])
    icons = said.pop("icons")
    assert said == {
        "name": "Bare Hands",
        "short_name": "Bare Hands",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "background_color": brand(made).light,
        "theme_color": brand(made).light,
    }
    assert {icon.pop("src") for icon in icons} <= addresses
    assert icons == [
        {"sizes": "192x192", "type": "image/png"},
        {"sizes": "512x512", "type": "image/png"},
        {"sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        {"sizes": "any", "type": "image/svg+xml"},
    ]


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("Bare Hands", "Bare Hands"),
        ("Center for Massage Therapy", "CMT"),
        ("Massagepraxis", "Massagepraxis"),
        ("massage and bodywork", "massage and bodywork"),
    ],
)
def test_a_long_name_has_its_initials_below_an_icon(name: str, below: str) -> None:
    """There is room for about twelve characters; the rest would be cut off."""
    assert short(name) == below
