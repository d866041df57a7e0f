"""Fallback: the machine's own serifs, stretched until they take the room of the typeface.

Gives   face(): the @font-face rule of the typeface; rules(): of a stand-in for each serif; FAMILIES
Units   widths and heights in em; overrides in percent of the size after size-adjust
Why     headings are painted at once, in what the machine has, and must not move afterwards: a
        typeface that comes too late for the first paint waits for the next page (optional), since
        no stand-in breaks every line where the typeface would
Source  CSS Fonts 5 (size-adjust), CSS Fonts 4 (ascent-override); widths of the bold serifs:
        Liberation Serif, which is as wide as Times New Roman, Gelasio, which is as wide as
        Georgia, Noto Serif (Android) and DejaVu Serif (Linux), the mean over the text OFTEN,
        kerned. Measured over 150 headings: 0.1 % off in the mean; a single one by 2.6 % at
        most in Georgia and Times, by 6 % in Noto and DejaVu
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.design.font import Metrics

OFTEN = (
    "Neuromuscular Therapy Where does it hurt? What a session is like Questions people ask "
    "Low Back Pain Thoracic Outlet Syndrome When to see a doctor first What we may choose for it"
)


@dataclass(frozen=True)
class StandIn:
    """A serif that machines have: the names of its bold cut, and the mean advance of OFTEN."""

    family: str
    local: tuple[str, ...]
    width: float


STAND_INS = (
    StandIn("Fraunces Georgia", ("Georgia Bold", "Georgia-Bold"), 0.5325),
    StandIn(
        "Fraunces Times",
        (
            *("Times New Roman Bold", "TimesNewRomanPS-BoldMT"),
            *("Liberation Serif Bold", "LiberationSerif-Bold"),
        ),
        0.4447,
    ),
    StandIn("Fraunces Noto", ("Noto Serif Bold", "NotoSerif-Bold"), 0.5248),
    StandIn("Fraunces DejaVu", ("DejaVu Serif Bold", "DejaVuSerif-Bold"), 0.5825),
)
# The same for a typeface without serifs, under the names that stylesheets know: Liberation Sans is
# as wide as Arial and Helvetica; Roboto is 2 % narrower.
SANS_STAND_INS = (
    StandIn(
        "Fraunces Georgia",
        (
            *("Helvetica Neue Bold", "HelveticaNeue-Bold", "Arial Bold", "Arial-BoldMT"),
            *("Liberation Sans Bold", "LiberationSans-Bold"),
        ),
        0.497,
    ),
    StandIn("Fraunces Noto", ("Roboto Bold", "Roboto-Bold"), 0.487),
    StandIn("Fraunces DejaVu", ("DejaVu Sans Bold", "DejaVuSans-Bold"), 0.5873),
)
# What the stylesheets name, in this order; "Fraunces" is whatever typeface the practice chose.
FAMILIES = ("Fraunces", *(one.family for one in STAND_INS))


def face(address: str) -> str:
    """Nothing in the rules is quoted, so they read the same in HTML and in CSS."""
    return rule("Fraunces", f"src:url({address});font-display:optional")


def rules(metrics: Metrics, *, sans: bool = False) -> str:
    chosen = SANS_STAND_INS if sans else STAND_INS
    return "".join(rule(one.family, stretched(one, metrics)) for one in chosen)


def rule(family: str, descriptors: str) -> str:
    """One face for all weights of headings: there is one cut, and none is made bold twice."""
    return f"@font-face{{font-family:{family};font-weight:400 700;{descriptors}}}"


def stretched(one: StandIn, metrics: Metrics) -> str:
    size = metrics.mean(OFTEN) / one.width
    names = ",".join(f"local({name})" for name in one.local)
    heights = (
        f"{name}-override:{height / size:.2%}"
        for name, height in (
            ("ascent", metrics.ascent),
            ("descent", metrics.descent),
            ("line-gap", metrics.line_gap),
        )
    )
    return ";".join([f"src:{names}", f"size-adjust:{size:.2%}", *heights])
