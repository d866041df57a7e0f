"""Masks: which of eight patterns lies over a QR code; a reader must not take it for something else.

Gives   chosen(): the code of a text under the mask that the standard prefers, as segno chooses it
Units   a Code holds its modules as one number, row by row, each row with a light module behind it
Why     segno weighs the eight module by module, which takes longer than to make a page; numbers
        are weighed at once. The difference of two masks is the same for all codes of one size
Source  ISO/IEC 18004:2015, 7.8.3
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import segno

LEVEL = "m"
MASKS = range(8)
FINDER = "1011101"
VERSIONED = 45  # modules a side, from which on a code says its version


@dataclass(frozen=True)
class Code:
    """A code of so many modules a side."""

    side: int
    modules: int

    @property
    def text(self) -> str:
        return f"{self.modules:0{self.side * (self.side + 1)}b}"

    @property
    def rows(self) -> list[str]:
        """The rows from the top, 1 for a dark module."""
        text, step = self.text, self.side + 1
        return [text[start : start + self.side] for start in range(0, len(text), step)]

    @property
    def turned(self) -> Code:
        """Its columns as rows."""
        text, step = self.text, self.side + 1
        return Code.of(self.side, (text[start::step] for start in range(self.side)))

    @classmethod
    def of(cls, side: int, rows: Iterator[str]) -> Code:
        return cls(side, int("0".join(rows) + "0", 2))


def chosen(text: str) -> Code:
    """The code of a text under the mask of the lowest penalty, the first of them."""
    first = made(text, 0)
    plain = first.modules & ~reserved(first.side)
    bare = ~reserved(first.side)
    others = differences(first.side)
    best = min(MASKS, key=lambda mask: penalty(Code(first.side, plain ^ others[mask] & bare)))
    return Code(first.side, first.modules ^ others[best])


def made(text: str, mask: int, version: int | None = None) -> Code:
    code = segno.make(text, error=LEVEL, boost_error=False, micro=False, mask=mask, version=version)
    rows = ("".join(map(str, row)) for row in code.matrix)
    return Code.of(len(code.matrix), rows)


@cache
def differences(side: int) -> list[int]:
    """What each mask turns over, seen from the first one."""
    codes = [made("x", mask, (side - 17) // 4).modules for mask in MASKS]
    return [codes[0] ^ modules for modules in codes]


@cache
def reserved(side: int) -> int:
    """The modules that tell mask and version: they are not there yet when masks are weighed."""
    near, far = [*range(6), 7, 8], range(side - 8, side)
    places = {(8, one) for one in (*near, *far)} | {(one, 8) for one in (*near, *far)}
    if side >= VERSIONED:
        corner = {(low, high) for low in range(6) for high in range(side - 11, side - 8)}
        places |= corner | {(high, low) for low, high in corner}
    rows = ("".join("01"[(row, one) in places] for one in range(side)) for row in range(side))
    return Code.of(side, rows).modules


def penalty(code: Code) -> int:
    turned = code.turned
    dark = code.modules.bit_count() / code.side**2
    return (
        sum(rows(one) + finders(one) for one in (code, turned))
        + blocks(code)
        + 10 * int(abs(dark * 100 - 50) / 5)
    )


@cache
def pairs(side: int) -> int:
    """The modules that have a neighbour behind them."""
    return Code.of(side, ("1" * (side - 1) + "0" for _ in range(side))).modules << 1 >> 1


def alike(code: Code) -> int:
    """The modules that are as their neighbour is."""
    return ~(code.modules ^ (code.modules << 1)) & pairs(code.side)


def rows(code: Code) -> int:
    """Five or more of one color in a row: three, and one for each more."""
    two = alike(code)
    five = two & two << 1 & two << 2 & two << 3
    return five.bit_count() + 2 * (five & ~(five << 1)).bit_count()


def blocks(code: Code) -> int:
    """Three for each block of two by two of one color."""
    step, two = code.side + 1, alike(code)
    below = ~(code.modules ^ (code.modules << step))
    last_row = (1 << step) - 1
    return 3 * (two & (two << step) & below & ~last_row).bit_count()


def finders(code: Code) -> int:
    """Forty for each row of modules that looks like the corner of a code."""
    text, step, side = code.text, code.side + 1, code.side
    score, place = 0, text.find(FINDER)
    while place >= 0:
        column = place % step
        row = text[place - column : place - column + side]
        if column + 7 > side:  # it reaches into the next row
            place = text.find(FINDER, place + 1)
        elif (
            column in (0, side - 7)
            or "1" not in row[max(column - 4, 0) : column]
            or "1" not in row[column + 7 : column + 11]
        ):
            score += 40
            place = text.find(FINDER, place + 7)
        else:
            place = text.find(FINDER, place + 4)
    return score
