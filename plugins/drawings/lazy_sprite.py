"""Lazy sprites: the drawings further down a page, as one picture file that browsers fetch late.

Reads   theme/drawings/NAME.svg; the colors of drawings in theme/css/tokens.css, and the practice's
Gives   Sprite: its address and text; a Drawing for each name, whose address shows it alone (<img>)
Units   those of the drawings' viewBoxes; they stand one below the other, well apart
Why     what <use> shows is fetched at once, wherever it stands; <img loading="lazy"> is not. A
        picture does not see the page's colors, so the file has them, light and dark
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from plugins.core.cache.file_stat import FileStat, stat_of
from plugins.core.design.palette import own_colors
from plugins.core.model.fingerprints import ASSETS, fingerprinted
from plugins.drawings.sprite import SVG, Drawing, Own, Sprite, file_stats, inside, roots_of

COLOR = re.compile(r"(--(?:drawing-[a-z]+|ink|paper)): ([^;]+);")


def lazy_sprite(
    theme: Path, names: tuple[str, ...], inks: tuple[str, str] = ("", ""), own: Own = ()
) -> Sprite:
    """The lazy sprite of these drawings, made once for as long as the files stay as they are.
    inks: the practice's own color and paper; own: its own drawings among them."""
    tokens = stat_of(theme / "css/tokens.css")
    return drawn(tokens, file_stats(theme, names, own), names, inks, own)


@lru_cache(maxsize=64)
def drawn(
    tokens: FileStat,
    paths: tuple[FileStat, ...],
    names: tuple[str, ...],
    inks: tuple[str, str],
    drawings_of_practice: Own,
) -> Sprite:
    roots = roots_of(paths, names, drawings_of_practice)
    boxes = {name: root.get("viewBox", "").split() for name, root in roots.items()}
    known = dict(COLOR.findall(tokens[0].read_text("utf-8")))
    if inks[1]:
        own = own_colors(tokens[0].parents[1], *inks)
        known |= {name: value for name, value in own.items() if name in known}
    colors = "".join(f"{name}:{value};" for name, value in known.items())
    parts, drawings, top = [], {}, 0.0
    for name, (left, up, width, height) in boxes.items():
        view = f"{left} {top:g} {width} {height}"
        shift = f"translate(0 {top - float(up):g})"
        parts.append(f'<view id="{name}-view" viewBox="{view}"/>')
        parts.append(f'<g transform="{shift}">{inside(roots[name], name)}</g>')
        drawings[name] = Drawing(f"#{name}-view", view, float(width), float(height))
        top += 2 * float(height)  # what reaches over an edge stays out of the next one
    style = f"<style>:root{{color-scheme:light dark;{colors}}}</style>"
    text = f'<svg xmlns="{SVG}">{style}{"".join(parts)}</svg>\n'
    file = fingerprinted(ASSETS, "drawings.svg", text)
    placed = {
        name: replace(one, address=file.address + one.address) for name, one in drawings.items()
    }
    return Sprite(file, placed)
