"""SVG: the modules of a QR code as one path.

Gives   svg(): the text of the file, black on white, with the quiet zone around it
Units   one module; lines run through the middle of the modules
"""

from __future__ import annotations

import re
from collections.abc import Sequence

QUIET = 4
DARK = re.compile("1+")


def svg(rows: Sequence[str]) -> str:
    """rows: of the code, from the top, 1 for a dark module."""
    side = len(rows) + 2 * QUIET
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" class="segno">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path class="qrline" stroke="#000" d="{path(rows)}"/></svg>\n'
    )


def path(rows: Sequence[str]) -> str:
    """One line for each run of dark modules, each from where the one before it ends."""
    drawn, x, y = [f"M{QUIET} {QUIET}.5"], 0, 0
    for number, row in enumerate(rows):
        for run in DARK.finditer(row):
            move = f"m{run.start() - x} {number - y}" if x else ""  # the first begins in a corner
            drawn.append(f"{move}h{run.end() - run.start()}")
            x, y = run.end(), number
    return "".join(drawn)
