"""Paper tones: the papers that a practice can choose, with inks that suit each.

Gives   TONES, by name; toned(): the colors of a scheme on another paper
Units   hues in degrees; chroma and lightness change those of the theme: a factor, an addition
Why     paper and ink carry nine tenths of a page, so two practices whose papers differ look like
        two practices; every tone was looked at by day and in the dark
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.core.design.oklch import Color

SURFACES = ("paper", "paper-raised", "rule", "drawing-body", "drawing-bone")
INKS = ("ink", "ink-soft", "drawing-fiber")


@dataclass(frozen=True)
class Ink:
    """A hue, and how much more of it than the theme has."""

    hue: float
    chroma: float


@dataclass(frozen=True)
class Tone:
    """A paper by day, the ink on it, the paper in the dark. lift: how much lighter the first is."""

    day: Ink
    ink: Ink
    night: Ink
    lift: float = 0


TONES = {
    "white": Tone(Ink(250, 0.15), Ink(265, 0.5), Ink(265, 0.4), lift=0.02),
    "sand": Tone(Ink(78, 1.9), Ink(48, 1.0), Ink(52, 0.9), lift=-0.022),
    "blush": Tone(Ink(35, 0.9), Ink(2, 1.5), Ink(350, 1.1)),
    "sage": Tone(Ink(128, 1.05), Ink(158, 1.4), Ink(155, 1.4), lift=-0.014),
    "mist": Tone(Ink(240, 0.6), Ink(258, 1.8), Ink(258, 1.6), lift=-0.006),
}


def toned(
    scheme: Mapping[str, Color], tone: Tone, accent: Color | None, *, dark: bool
) -> dict[str, Color]:
    """The colors of a scheme with those of its papers and inks in another tone, its wash in that
    of the accent if it is the practice's own."""
    paper, ink = (tone.night, tone.day) if dark else (tone.day, tone.ink)
    lift = 0 if dark else tone.lift
    made = dict(scheme)
    for names, wanted, lighter in ((SURFACES, paper, lift), (INKS, ink, 0)):
        for name in names:
            if own := scheme.get(name):
                chroma, lightness = own.chroma * wanted.chroma, min(own.lightness + lighter, 0.998)
                made[name] = replace(own, lightness=lightness, chroma=chroma, hue=wanted.hue)
    if accent and (wash := scheme.get("clay-wash")):
        made["clay-wash"] = replace(wash, hue=accent.hue, chroma=min(wash.chroma, accent.chroma))
    return made
