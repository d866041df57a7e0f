"""Results: what was measured, as a table for people, as Markdown, as JSON with every figure.

Gives   Results; table(), markdown(), sentences(), as_json()
Units   medians; in brackets how many times that of plain Pelican, and of Hugo; preview in
        milliseconds, all else in seconds; core s: what all cores together worked on a clean build;
        memory in MiB, the most of all builds
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from rich.table import Table

from tests.bench.campaign import BUILDS, MODES, PREVIEWS
from tests.bench.timing import Measured

Found = dict[str, dict[str, list[Measured]]]
BESIDE = ("pelican", "hugo")
HEADINGS = (
    *("clean, s", "again, s", "edit, s", "offer, s", "preview, ms", "preview of an offer, ms"),
    *("core s", "memory, MiB"),
)


@dataclass(frozen=True)
class Results:
    """date: of the run. machine: what it ran on. versions and does: of each contestant.
    found: by number of pages, contestant and mode."""

    date: str
    machine: str
    versions: dict[str, str]
    does: dict[str, str]
    found: dict[int, Found]

    def time(self, pages: int, name: str, mode: str) -> float | None:
        """The median in seconds; None when it was not measured."""
        every = self.found.get(pages, {}).get(name, {}).get(mode)
        return median(one.seconds for one in every) if every else None

    def cell(self, pages: int, name: str, mode: str) -> str:
        """Like "1.19 (0.13 / 1.00)"."""
        mine = self.time(pages, name, mode)
        if mine is None:
            return "-"
        shown = f"{mine * 1000:.0f}" if mode in PREVIEWS else f"{mine:.2f}"
        others = (self.time(pages, other, mode) for other in BESIDE)
        ratios = (f"{mine / other:.2f}" if other else "-" for other in others)
        return f"{shown} ({' / '.join(ratios)})"

    def row(self, pages: int, name: str) -> list[str]:
        builds = [one for mode in BUILDS for one in self.found[pages][name].get(mode, ())]
        memory = f"{max(one.memory for one in builds):.0f}" if builds else "-"
        works = [one.processor for one in self.found[pages][name].get("clean", ())]
        work = f"{median(works):.2f}" if works else "-"
        label = f"{name} {self.versions[name]}"
        return [label, *(self.cell(pages, name, mode) for mode in MODES), work, memory]


def table(results: Results, pages: int) -> Table:
    made = Table(
        f"{pages:,} pages",
        *HEADINGS,
        title="Medians; in brackets times plain Pelican / times Hugo",
    )
    for name in results.found[pages]:
        made.add_row(*results.row(pages, name))
    return made


def sentences(results: Results) -> list[str]:
    """What each contestant does, and what a page costs as there are more of them."""
    said = [f"{name}: {does}." for name, does in results.does.items()]
    said.append(
        "again: nothing changed. edit: the text of one page changed. offer: the title of the offer "
        "changed that every page shows. All as a fresh process. preview: from a save to the page, "
        "in the development server. core s: what all cores "
        "worked on a clean build. memory: of the largest process of a build."
    )
    for pages in sorted(results.found):
        for name in results.found[pages] if pages > 1000 else ():
            many, some = results.time(pages, name, "clean"), results.time(1000, name, "clean")
            if many and some:
                cost = many / pages / (some / 1000)
                said.append(f"{name}, clean: a page of {pages:,} costs {cost:.2f} of one of 1,000.")
    return said


def markdown(results: Results) -> str:
    parts = [f"Measured on {results.date}, {results.machine}."]
    for pages in sorted(results.found):
        rows = [[f"{pages:,} pages", *HEADINGS], ["---"] * (len(HEADINGS) + 1)]
        rows += [results.row(pages, name) for name in results.found[pages]]
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return "\n\n".join([*parts, "\n".join(f"- {one}" for one in sentences(results))]) + "\n"


def as_json(results: Results) -> dict[str, Any]:
    return asdict(results)
