"""Palette: the colors of a site, that of its practice among them.

Reads   theme/css/tokens.css: every token that is light-dark(oklch(...), oklch(...))
Gives   palette(): those colors by day and in the dark, on the paper that the practice chose, with
        its own as the accent; own_colors(): the tokens that differ from the theme's, as CSS
Units   a scheme is token to Color; the accent has a contrast of TEXT with every paper and with
        what is written on it, and on a paper of the practice's choice ink has it, too
Stops   ContentError when the theme lacks a color that is needed
Why     a practice's own color may be too light to read, by day or in the dark: it keeps its hue
        and as much of its chroma as screens have, and its lightness moves until it passes
Source  WCAG 2.2, 1.4.6 contrast (enhanced)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from plugins.core.design.oklch import Color, contrast, luminance
from plugins.core.design.paper_tones import TONES, toned
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path

Scheme = Mapping[str, Color]
TEXT = 7.0
STEPS = 1000  # of lightness
NEEDED = ("paper", "paper-raised", "ink", "ink-soft", "rule", "clay", "on-clay")
PAPERS = ("paper", "paper-raised", "clay-wash")
OKLCH = r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)"
TOKEN = re.compile(rf"--([a-z-]+): light-dark\({OKLCH}, {OKLCH}\);")


@dataclass(frozen=True, eq=False)
class Palette:
    """The colors by day, and in the dark; the same object for the same theme and brand."""

    light: Scheme
    dark: Scheme


def palette(theme: Path, brand: str = "", paper: str = "") -> Palette:
    """The colors of a theme; brand: the practice's own, "#rrggbb", or none; paper: its tone."""
    path = theme / "css/tokens.css"
    found = branded(path.read_text(encoding="utf-8"), brand, paper)
    missing = [name for name in NEEDED if name not in found.light]
    if missing:
        fix = "restore the file, or show this to a developer"
        needed = "the colors of the theme, each light-dark(oklch(...), oklch(...))"
        raise ContentError(
            Problem(display_path(path), 0, f"--{name}", "", needed, fix) for name in missing
        )
    return found


@cache
def branded(text: str, brand: str, paper: str) -> Palette:
    """The colors of a stylesheet, the practice's own among them."""
    found = TOKEN.findall(text)
    own = Palette(
        {name: color(*numbers[:3]) for name, *numbers in found},
        {name: color(*numbers[3:]) for name, *numbers in found},
    )
    if not set(NEEDED) <= set(own.light):
        return own
    if paper in TONES:
        own = on_paper(own, paper, brand)
    return with_brand(own, brand) if brand else own


def own_colors(theme: Path, brand: str, paper: str) -> dict[str, str]:
    """The tokens that are not the theme's, and what CSS says of them."""
    own, plain = palette(theme, brand, paper), palette(theme)
    changed = {
        name
        for name in own.light
        if (own.light[name], own.dark[name]) != (plain.light[name], plain.dark[name])
    }
    changed |= {"clay", "on-clay"} if brand else set()
    return {
        f"--{name}": f"light-dark({own.light[name].hex},{own.dark[name].hex})"
        for name in own.light
        if name in changed
    }


def color(lightness: str, chroma: str, hue: str) -> Color:
    return Color(float(lightness) / 100, float(chroma), float(hue))


def with_brand(found: Palette, brand: str) -> Palette:
    own = Color.of(brand)
    light, dark = (readable(own, papers(scheme)) for scheme in (found.light, found.dark))
    on_dark = found.dark["on-clay"]
    on_dark = replace(on_dark, hue=dark.hue, chroma=min(dark.chroma, on_dark.chroma))
    return Palette({**found.light, "clay": light}, {**found.dark, "clay": dark, "on-clay": on_dark})


def on_paper(found: Palette, paper: str, brand: str) -> Palette:
    """The colors on another paper, each text shifted until it can be read there."""

    def on_papers(scheme: Scheme, *, dark: bool) -> Scheme:
        accent = Color.of(brand) if brand else None
        colors = toned(scheme, TONES[paper], accent, dark=dark)
        on = papers(colors)
        return colors | {name: readable(colors[name], on) for name in ("ink", "ink-soft", "clay")}

    return Palette(on_papers(found.light, dark=False), on_papers(found.dark, dark=True))


def papers(scheme: Scheme) -> list[str]:
    return [scheme[name].hex for name in PAPERS if name in scheme]


def readable(own: Color, on: list[str], least: float = TEXT) -> Color:
    """The color itself if it can be read on all of these, else the nearest in lightness."""

    def passes(step: int) -> bool:
        return worst(at(own, step / STEPS).hex, on) >= least

    if worst(own.hex, on) >= least:
        return own
    if luminance(on[0]) < 0.18:  # in the dark it becomes lighter
        return at(own, bisect_left(range(STEPS), True, key=passes) / STEPS)
    darker = bisect_left(range(STEPS), True, key=lambda step: passes(STEPS - step))
    return at(own, (STEPS - darker) / STEPS)


def worst(text: str, on: list[str]) -> float:
    return min(contrast(text, paper) for paper in on)


def at(own: Color, lightness: float) -> Color:
    """The color at another lightness, with as much of its chroma as sRGB has there."""
    most = int(own.chroma * STEPS)
    first_outside = bisect_left(
        range(1, most + 1),
        True,
        key=lambda step: not replace(own, lightness=lightness, chroma=step / STEPS).inside,
    )
    return replace(own, lightness=lightness, chroma=first_outside / STEPS)
