"""Font: the one cut of Fraunces that headings, cards and icons are set in.

Reads   the variable font of the package fontpkg-fraunces
Gives   woff2() for browsers, ttf() for drawing: one static cut, Latin, kerning and ligatures kept;
        licence(), which goes wherever the font goes; metrics(); all kept in .cache/fonts
Units   CUT holds axis positions: optical size in points, weight, softness in percent;
        metrics are in em, descents positive
Source  OFL 1.1; Unicode: Basic Latin, Latin-1, and the marks that typesetting adds. HarfBuzz cuts
        in 6 ms what fontTools cuts in 0.5 s; fontTools packs it
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_fraunces

from plugins.core.cache.store import cached, key

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from uharfbuzz import Font

FONT: Path = fontpkg_fraunces.ROOT / "files/Fraunces[SOFT,WONK,opsz,wght].ttf"
LICENCE: Path = fontpkg_fraunces.ROOT / "LICENSE"
# Looked at from 24 to 56 px beside seven others: fine where it is large, sturdy where it is small.
CUT = {"opsz": 72, "wght": 560, "SOFT": 100, "WONK": 0}
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


def woff2(letters: frozenset[str] = frozenset()) -> bytes:
    """The cut as browsers fetch it: English, and what else of Latin is among the letters."""
    return cut("woff2", tuple(code for code in LATIN if code in ENGLISH or chr(code) in letters))


def ttf() -> bytes:
    """All of the cut, not compressed."""
    return cut("", LATIN)


def licence() -> str:
    """The text of the OFL, and whose font it is."""
    return LICENCE.read_text(encoding="utf-8")


@cache
def metrics() -> Metrics:
    """Those of the cut."""
    return Metrics(**json.loads(cached("fonts", f"{depends()}.json", measured)))


@cache
def cut(flavor: str, codes: tuple[int, ...]) -> bytes:
    """The cut in one packing, from .cache/fonts when it was made before."""
    name = key(depends(), *map(chr, codes))
    return cached("fonts", f"{name}.{flavor or 'ttf'}", lambda: packed(flavor, codes))


@cache
def depends() -> str:
    """The hash of everything that the cut is made from and by."""
    libraries = map(version, ("uharfbuzz", "fonttools", "brotli"))
    return key(FONT, Path(__file__), *libraries)


def packed(flavor: str, codes: tuple[int, ...]) -> bytes:
    """The cut, made anew."""
    font = static(codes)
    font.flavor = flavor or None
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def measured() -> bytes:
    font = variable_font()
    font.set_variations(CUT)
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


def static(codes: tuple[int, ...]) -> TTFont:
    """The cut without what these characters do not need."""
    # Slow to load, and not needed while .cache/fonts is there.
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from uharfbuzz import SubsetFlags, SubsetInput, subset  # noqa: PLC0415

    face, wish = variable_font().face, SubsetInput()
    for axis, position in CUT.items():
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
    for number, name in ((3, f"Fraunces {CUT}"), (4, "Fraunces"), (6, "Fraunces-Regular")):
        font["name"].setName(name, number, 3, 1, 0x409)  # those of the variable font say Black
    return font


def variable_font() -> Font:
    from uharfbuzz import Blob, Face, Font  # noqa: PLC0415

    return Font(Face(Blob.from_file_path(str(FONT))))


def tag(name: str) -> int:
    """The name of a table or a feature as HarfBuzz has it."""
    return int.from_bytes(name.encode(), "big")
