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
    "preview": "from a save to the page",
}


def draw(results: Results, path: Path) -> None:
    figure, frames = pyplot.subplots(2, 2, figsize=(11, 8), sharex=True, layout="constrained")
    for frame, mode in zip(frames.flat, MODES, strict=True):
        for name in results.does:
            points = [(pages, results.time(pages, name, mode)) for pages in sorted(results.found)]
            there = [(pages, seconds) for pages, seconds in points if seconds]
            frame.plot([one for one, _ in there], [one for _, one in there], "o-", label=name)
        frame.set(title=TITLES[mode], xscale="log", yscale="log", xlabel="pages", ylabel="seconds")
        frame.grid(visible=True, which="major", alpha=0.3)
    lines, names = frames.flat[0].get_legend_handles_labels()
    figure.legend(lines, names, loc="outside lower center", ncols=4)
    figure.suptitle(f"Medians, {results.date}, {results.machine}", fontsize="small")
    figure.savefig(path)
    pyplot.close(figure)
