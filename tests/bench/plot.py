"""Plot: time against pages, both on a logarithmic scale; one picture a mode, a line a contestant.

Gives   draw(): an SVG
"""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

mpl.use("svg")

from matplotlib import pyplot

from tests.bench.campaign import MODES
from tests.bench.results import Results

TITLES = {
    "clean": "clean build",
    "again": "nothing changed",
    "edit": "one text changed",
    "offer": "an offer on every page changed",
    "preview": "from a save to the page",
    "preview-offer": "from a save of an offer to a page",
}


def draw(results: Results, path: Path) -> None:
    """Nothing of a mode that was not measured: no scale fits it."""
    there = {mode: lines(results, mode) for mode in MODES}
    measured = {mode: found for mode, found in there.items() if any(found.values())}
    if not measured:
        return
    size = (5.5 * max(1, len(measured)), 5)
    figure, grid = pyplot.subplots(1, len(measured), figsize=size, squeeze=False, layout="tight")
    for frame, (mode, found) in zip(grid.flat, measured.items(), strict=True):
        for name, points in found.items():
            frame.plot([one for one, _ in points], [one for _, one in points], "o-", label=name)
        frame.set(title=TITLES[mode], xscale="log", yscale="log", xlabel="pages", ylabel="seconds")
        frame.grid(visible=True, which="major", alpha=0.3)
        frame.legend(fontsize="x-small")
    figure.suptitle(f"Medians, {results.date}, {results.machine}", fontsize="small")
    figure.savefig(path)
    pyplot.close(figure)


def lines(results: Results, mode: str) -> dict[str, list[tuple[int, float]]]:
    """Pages and seconds of each contestant, as far as they were measured."""
    found = {}
    for name in results.does:
        points = [(pages, results.time(pages, name, mode)) for pages in sorted(results.found)]
        found[name] = [(pages, seconds) for pages, seconds in points if seconds]
    return found
