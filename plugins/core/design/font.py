"""Font: the cuts that headings and cards are set in, one for each typeface to choose.

Reads   the variable fonts of packages: fontpkg-fraunces, which is the theme's own, and others
Gives   CUTS, by the name that brand.typeface has; woff2() for browsers, ttf() for drawing: one
        static cut, Latin, kerning and ligatures kept; licence(), which goes wherever the font goes;
        metrics(); outline(), the shape of one letter; all kept in .cache/fonts
Units   a cut holds axis positions: optical size in points, weight, softness in percent;
        metrics are in em, descents positive
Source  OFL 1.1; Unicode: Basic Latin, Latin-1, and the marks that typesetting adds. HarfBuzz cuts
        in 6 ms what fontTools cuts in 0.5 s; fontTools packs it
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from uharfbuzz import Font

FRAUNCES = "fraunces"
# Hyphen, dashes, quotation marks, bullet, ellipsis, fraction slash, euro, trade mark, minus.
MARKS = (0x2010, 0x2013, 0x2014, *range(0x2018, 0x201B), *range(0x201C, 0x201F), 0x2022, 0x2026)
SIGNS = (0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2212)
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x100), *MARKS, *SIGNS)
# What every site has, so that a new page seldom means a new font: a third smaller than LATIN.
ENGLISH = frozenset((*range(0x20, 0x7F), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026))
FEATURES = ["kern", "liga", "case", "ccmp", "mark", "mkmk"]
DROPPED = ["DSIG", "STAT", "MVAR", "HVAR", "avar", "gasp", "meta"]
# Of its names: copyright, family, style, version, licence and where that can be read.
NAMES = [0, 1, 2, 5, 13, 14]


@dataclass(frozen=True)
class Cut:
    """One cut of a variable font.

    family   its name
    package  the package that has it, file  the font there
    axes     where it stands on each axis
    sans     whether the fonts that stand in for it are without serifs
    text     the fonts of the machine that suit it in a text, as CSS; "" for the theme's own
    """

    family: str
    package: str
    file: str
    axes: Mapping[str, float]
    sans: bool = False
    text: str = ""

    @property
    def path(self) -> Path:
        return self.root / "files" / self.file

    @property
    def root(self) -> Path:
        root: Path = import_module(self.package).ROOT
        return root

    @property
    def slug(self) -> str:
        """The name of its files."""
        return self.family.lower().replace(" ", "-")


BOOKISH = "Charter,Bitstream Charter,Sitka Text,Cambria,Georgia,serif"
# Looked at from 24 to 56 px beside seven others: fine where it is large, sturdy where it is small.
CUTS = {
    FRAUNCES: Cut(
        *("Fraunces", "fontpkg_fraunces", "Fraunces[SOFT,WONK,opsz,wght].ttf"),
        {"opsz": 72, "wght": 560, "SOFT": 100, "WONK": 0},
    ),
    "garamond": Cut(
        *("EB Garamond", "fontpkg_eb_garamond", "EBGaramond[wght].ttf"),
        {"wght": 560},
        text=BOOKISH,
    ),
    "grotesque": Cut(
        "Bricolage Grotesque",
        *("fontpkg_bricolage_grotesque", "BricolageGrotesque[opsz,wdth,wght].ttf"),
        {"opsz": 40, "wdth": 100, "wght": 650},
        sans=True,
    ),
    "slab": Cut("Bitter", "fontpkg_bitter", "Bitter[wght].ttf", {"wght": 640}),
}


@dataclass(frozen=True)
class Metrics:
    """The room that a font takes; advances by character."""

    ascent: float
    descent: float
    line_gap: float
    advances: Mapping[str, float]

    def width(self, text: str) -> float:
        """The length of a text before kerning. Of what the font lacks, one em a character."""
        return sum(self.advances.get(character, 1.0) for character in text)

    def mean(self, text: str) -> float:
        return self.width(text) / len(text)

    def covers(self, text: str) -> bool:
        """Whether the font has every character of a text."""
        return not self.lacks(text)

    def lacks(self, text: str) -> str:
        """The characters of a text that the font does not have, each once."""
        return "".join(dict.fromkeys(sign for sign in text if sign not in self.advances))


def woff2(letters: frozenset[str] = frozenset(), typeface: str = FRAUNCES) -> bytes:
    """The cut as browsers fetch it: English, and what else of Latin is among the letters."""
    codes = tuple(code for code in LATIN if code in ENGLISH or chr(code) in letters)
    return cut("woff2", codes, typeface)


def ttf(typeface: str = FRAUNCES) -> bytes:
    """All of the cut, not compressed."""
    return cut("", LATIN, typeface)


def licence(typeface: str = FRAUNCES) -> str:
    """The text of the OFL, and whose font it is."""
    return (CUTS[typeface].root / "LICENSE").read_text(encoding="utf-8")


@cache
def metrics(typeface: str = FRAUNCES) -> Metrics:
    """Those of the cut."""
    name = f"{depends(typeface)}.json"
    return Metrics(**json.loads(cached("fonts", name, lambda: measured(typeface))))


@cache
def outline(
    character: str, typeface: str = FRAUNCES
) -> tuple[str, tuple[float, float, float, float]]:
    """A character as a path of SVG, and the box that it fills; "" for one that the cut lacks."""
    name = f"{depends(typeface)}-{ord(character or ' ')}.json"
    path, box = json.loads(cached("fonts", name, lambda: outlined(character, typeface)))
    return path, tuple(box)


def outlined(character: str, typeface: str) -> bytes:
    from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415

    font = variable_font(CUTS[typeface])
    font.set_variations(dict(CUTS[typeface].axes))
    glyph = font.get_nominal_glyph(ord(character)) if character else None
    extents = font.get_glyph_extents(glyph) if glyph is not None else None
    if glyph is None or not extents:
        return json.dumps(["", [0, 0, 0, 0]]).encode()
    pen = SVGPathPen(None, ntos="{:.0f}".format)
    # SVG counts downwards.
    font.draw_glyph_with_pen(glyph, TransformPen(pen, (1, 0, 0, -1, 0, 0)))
    box = [extents.x_bearing, -extents.y_bearing, extents.width, -extents.height]
    return json.dumps([pen.getCommands(), box]).encode()


@cache
def cut(flavor: str, codes: tuple[int, ...], typeface: str) -> bytes:
    """The cut in one packing, from .cache/fonts when it was made before."""
    name = key(depends(typeface), *map(chr, codes))
    return cached("fonts", f"{name}.{flavor or 'ttf'}", lambda: packed(flavor, codes, typeface))


@cache
def depends(typeface: str = FRAUNCES) -> str:
    """The hash of everything that the cut is made from and by."""
    libraries = map(version, ("uharfbuzz", "fonttools", "brotli"))
    return key(CUTS[typeface].path, Path(__file__), *libraries)


def packed(flavor: str, codes: tuple[int, ...], typeface: str = FRAUNCES) -> bytes:
    """The cut, made anew."""
    font = static(codes, CUTS[typeface])
    font.flavor = flavor or None
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def measured(typeface: str = FRAUNCES) -> bytes:
    font = variable_font(CUTS[typeface])
    font.set_variations(dict(CUTS[typeface].axes))
    em, lines = font.face.upem, font.get_font_extents("ltr")
    glyphs = {code: font.get_nominal_glyph(code) for code in sorted(LATIN)}
    found = {
        "ascent": lines.ascender / em,
        "descent": -lines.descender / em,
        "line_gap": lines.line_gap / em,
        "advances": {
            chr(code): font.get_glyph_h_advance(glyph) / em
            for code, glyph in glyphs.items()
            if glyph is not None
        },
    }
    return json.dumps(found).encode()


def static(codes: tuple[int, ...], chosen_cut: Cut) -> TTFont:
    """The cut without what these characters do not need."""
    # Slow to load, and not needed while .cache/fonts is there.
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from uharfbuzz import SubsetFlags, SubsetInput, subset  # noqa: PLC0415

    face, wish = variable_font(chosen_cut).face, SubsetInput()
    for axis, position in chosen_cut.axes.items():
        wish.pin_axis_location(face, axis, position)
    wish.unicode_set.update(codes)
    for chosen, names in (
        (wish.layout_feature_tag_set, map(tag, FEATURES)),
        (wish.name_id_set, NAMES),
        (wish.name_lang_id_set, [0x409]),
    ):
        chosen.clear()
        chosen.update(names)
    wish.drop_table_tag_set.update(map(tag, DROPPED))
    wish.flags = SubsetFlags.NO_HINTING  # screens of today draw without it
    made = subset(face, wish).blob.data
    font = TTFont(
        BytesIO(made), recalcTimestamp=False
    )  # today's date would be other bytes tomorrow
    family, axes = chosen_cut.family, dict(chosen_cut.axes)
    full = ((3, f"{family} {axes}"), (4, family), (6, f"{family.replace(' ', '')}-Regular"))
    # Those of the variable font say Black.
    for number, name in ((1, family), (2, "Regular"), *full):
        font["name"].setName(name, number, 3, 1, 0x409)
    return font


def variable_font(chosen_cut: Cut) -> Font:
    from uharfbuzz import Blob, Face, Font  # noqa: PLC0415

    return Font(Face(Blob.from_file_path(str(chosen_cut.path))))


def tag(name: str) -> int:
    """The name of a table or a feature as HarfBuzz has it."""
    return int.from_bytes(name.encode(), "big")
