"""Font: the one cut of Fraunces that headings, cards and icons are set in.

Reads   the variable font of the package fontpkg-fraunces
Gives   woff2() for browsers, ttf() for drawing: one static cut, Latin, kerning and ligatures kept;
        licence(), which goes wherever the font goes; metrics(); all kept in .cache/fonts
Units   CUT holds axis positions: optical size in points, weight, softness in percent;
        metrics are in em, descents positive
Source  OFL 1.1; Unicode: Basic Latin, Latin-1, and the marks that typesetting adds
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
    return key(FONT, Path(__file__), version("fonttools"), version("brotli"))


def packed(flavor: str, codes: tuple[int, ...]) -> bytes:
    """The cut, made anew."""
    font = static(codes)
    font.flavor = flavor or None
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def measured() -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (slow to load)

    font = TTFont(BytesIO(whole()))
    em, lines, advances = font["head"].unitsPerEm, font["hhea"], font["hmtx"]
    glyphs = font.getBestCmap()
    found = {
        "ascent": lines.ascent / em,
        "descent": -lines.descent / em,
        "line_gap": lines.lineGap / em,
        "advances": {
            chr(code): advances[glyphs[code]][0] / em for code in sorted(LATIN) if code in glyphs
        },
    }
    return json.dumps(found).encode()


def static(codes: tuple[int, ...]) -> TTFont:
    """The cut without what these characters do not need."""
    # Slow to load, and not needed while .cache/fonts is there.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(BytesIO(whole()), recalcTimestamp=False)
    options = Options(layout_features=FEATURES, name_IDs=NAMES, name_languages=[0x409])
    options.drop_tables += ["DSIG", "STAT", "MVAR", "HVAR", "avar", "gasp", "meta"]
    options.hinting = False  # screens of today draw without it
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    for number, name in ((3, f"Fraunces {CUT}"), (4, "Fraunces"), (6, "Fraunces-Regular")):
        font["name"].setName(name, number, 3, 1, 0x409)  # those of the variable font say Black
    return font


@cache
def whole() -> bytes:
    """The cut with every character of the variable font; most of the work, once for all."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = TTFont(FONT, recalcTimestamp=False)  # today's date would be other bytes tomorrow
    written = BytesIO()
    instantiateVariableFont(font, CUT).save(written)
    return written.getvalue()
