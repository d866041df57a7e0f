"""make bench: this generator and others build the same pages in turn; tables, a plot, all figures.

Reads   PAGES   numbers of pages, 10 to 100,000 ("40 1000")
        ROUNDS  how often each build is measured; the median counts (3)
        SAVES   how often the preview is (9)
        PEERS   contestants by name, else all that this machine has and that end in minutes
        MODES   of clean, again, edit, offer, preview, preview-offer; else all
Gives   .cache/bench/: results.json, results.md, plot.svg
Stops   with 1 when a contestant fails, 2 for a word that it does not know
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from tests.bench.campaign import MODES, measure
from tests.bench.contestants import Contestant, everyone
from tests.bench.corpus import LEAST, MOST, corpus
from tests.bench.plot import draw
from tests.bench.results import Found, Results, as_json, markdown, sentences, table
from tests.sites import ROOT
from tests.tools import GENERATORS

KEPT = ROOT / ".cache/bench"


def words(name: str, usual: str) -> list[str]:
    return (os.environ.get(name) or usual).replace(",", " ").split()


def asked(pages: int) -> list[Contestant]:
    """Those that PEERS names; else those that are meant for so many pages."""
    named = words("PEERS", "")
    every = everyone()
    return [one for one in every.values() if (one.name in named if named else pages <= one.most)]


def unknown() -> str:
    """What this command cannot do, in words."""
    for name, known in (("PEERS", [*everyone()]), ("MODES", [*MODES])):
        if strange := [word for word in words(name, "") if word not in known]:
            return f"{name}={' '.join(strange)}: not one of {', '.join(known)}."
    for name in ("ROUNDS", "SAVES"):
        if strange := [word for word in words(name, "") if not word.isdecimal()]:
            return f"{name}={' '.join(strange)}: not a number, like 3."
    wrong = [one for one in numbers() if not LEAST <= one <= MOST]
    return f"PAGES: from {LEAST} to {MOST}, not {wrong[0]}." if wrong else ""


def numbers() -> list[int]:
    return [int(word) if word.isdecimal() else 0 for word in words("PAGES", "40 1000")]


def count(name: str, usual: int) -> int:
    (word,) = words(name, str(usual))[:1]
    return max(1, int(word)) if word.isdecimal() else usual


def machine() -> str:
    model = platform.processor() or platform.machine()
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {model}, {platform.system()}, load {load:.1f} at the start"


def run(console: Console) -> Results:
    date, where = f"{datetime.now(UTC):%Y-%m-%d}", machine()
    found: dict[int, Found] = {}
    for pages in numbers():
        with tempfile.TemporaryDirectory(prefix="handbill-bench-") as folder:
            found[pages] = measure(
                corpus(pages),
                asked(pages),
                Path(folder),
                modes=words("MODES", " ".join(MODES)),
                rounds=count("ROUNDS", 3),
                saves=count("SAVES", 9),
                say=lambda line: console.print(line, style="dim", markup=False),
            )
    there = [one for one in everyone().values() if any(one.name in each for each in found.values())]
    versions = {one.name: one.version() for one in there}
    return Results(date, where, versions, {one.name: one.does for one in there}, found)


def keep(results: Results) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    text = json.dumps(as_json(results), indent=1)
    (KEPT / "results.json").write_text(f"{text}\n", encoding="utf-8")
    (KEPT / "results.md").write_text(markdown(results), encoding="utf-8")
    draw(results, KEPT / "plot.svg")


def main() -> int:
    console = Console(width=150, highlight=False)
    if said := unknown():
        console.print(said, markup=False)
        return 2
    GENERATORS.got()
    results = run(console)
    for pages in sorted(results.found):
        console.print(table(results, pages))
    console.print("\n".join(sentences(results)), markup=False)
    keep(results)
    console.print(f"All figures: {KEPT.relative_to(ROOT)}/", markup=False)
    complete = all(set(each) == {one.name for one in asked(n)} for n, each in results.found.items())
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
