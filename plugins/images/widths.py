"""Widths: the widths of a picture that browsers choose from, and where pages show pictures.

Gives   slots() by name, for a picture of a shape; widths_for(), to make of an original; LEAST
Units   pixels of the file; `sizes` as in HTML, how wide the place is on a screen
Why     the widths meet screens of 320 to 1920 pixels with one to three dots a pixel: a phone of
        360 with three dots asks for 972, a desk with two for 1216 in a column or 1536 below one
"""

from __future__ import annotations

from collections.abc import Mapping

from plugins.core.model.pictures import Slot

WIDTHS = (480, 768, 1080, 1280, 1600)
# No file is wider; all are made from a picture of this width.
WIDEST = WIDTHS[-1]
# An original this close to a width is made in its own size instead.
ALIKE = 0.9
# As layout.css has them: --edge on either side, --measure, the width of .picture.
NARROW = "(min-width: 28rem) 92vw, calc(100vw - 2.25rem)"
BROAD = f"(min-width: 53rem) 48rem, {NARROW}"
# Beside the sidebar of a wide screen; as broad as the page on others.
COLUMN = f"(min-width: 71rem) 38rem, (min-width: 60rem) calc(92vw - 26.5rem), {BROAD}"
TEXT = f"(min-width: 42rem) 38rem, {NARROW}"
UPRIGHT = f"(min-width: 33rem) 30rem, {NARROW}"
PORTRAIT = "(min-width: 28rem) 12rem, 6rem"
PLACES = {
    "lead": Slot(BROAD, eager=True),  # on top of a page, across it
    "column": Slot(COLUMN, eager=True),  # on top of the text
    "wide": Slot(BROAD),  # across a page, below its opening
    "text": Slot(TEXT),  # anywhere in a text
    "portrait": Slot(PORTRAIT),  # a person in a list, cut to a portrait
}
# Places that cut a picture to a shape of their own, so that its own shape changes nothing.
OWN_SHAPE = ("text", "portrait")
# A picture that front matter names looks lost if it is narrower; one that is upright is shown so.
LEAST, LEAST_UPRIGHT = 768, 480


def slots(*, upright: bool) -> Mapping[str, Slot]:
    """Every place, as it is for a picture of this shape; in a text they are all as wide."""
    if not upright:
        return PLACES
    return {
        name: place if name in OWN_SHAPE else Slot(UPRIGHT, eager=place.eager)
        for name, place in PLACES.items()
    }


def widths_for(original: int) -> tuple[int, ...]:
    """The widths to make, the largest last; never more than the original has."""
    largest = min(original, WIDEST)
    return (*(one for one in WIDTHS if one < largest * ALIKE), largest)
