"""What the tables say of what was measured."""

from __future__ import annotations

from pathlib import Path

from tests.bench.plot import TITLES, draw
from tests.bench.results import Results, markdown
from tests.bench.timing import Measured

HEADINGS = (
    "clean, s | again, s | edit, s | offer, s | preview, ms | preview of an offer, ms | core s | "
    "memory, MiB"
)


def measured(*seconds: float) -> list[Measured]:
    return [Measured(one, 10 * one, 2 * one) for one in seconds]


RESULTS = Results(
    "2026-11-22",
    "2 cores",
    {"handbill": "on Pelican 4", "pelican": "4", "hugo": "0.1"},
    {"handbill": "All of it", "pelican": "Plain", "hugo": "Hugo"},
    {
        1000: {
            "handbill": {"clean": measured(3, 2, 9), "preview": measured(0.02)},
            "pelican": {"clean": measured(8, 8.5, 7)},
            "hugo": {"clean": measured(1), "preview": measured(0.08)},
        },
        2000: {"hugo": {"clean": measured(3)}},
    },
)


def test_a_table_shows_medians_and_what_they_are_beside_the_peers() -> None:
    """One slow run among three is a busy machine."""
    assert markdown(RESULTS) == (
        "Measured on 2026-11-22, 2 cores.\n"
        "\n"
        f"| 1,000 pages | {HEADINGS} |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| handbill on Pelican 4 "
        "| 3.00 (0.38 / 3.00) | - | - | - | 20 (- / 0.25) | - | 6.00 | 90 |\n"
        "| pelican 4 | 8.00 (1.00 / 8.00) | - | - | - | - | - | 16.00 | 85 |\n"
        "| hugo 0.1 | 1.00 (0.12 / 1.00) | - | - | - | 80 (- / 1.00) | - | 2.00 | 10 |\n"
        "\n"
        f"| 2,000 pages | {HEADINGS} |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| hugo 0.1 | 3.00 (- / 1.00) | - | - | - | - | - | 6.00 | 30 |\n"
        "\n"
        "- handbill: All of it.\n"
        "- pelican: Plain.\n"
        "- hugo: Hugo.\n"
        "- again: nothing changed. edit: the text of one page changed. offer: the title of the "
        "offer changed that every page shows. All as a fresh process. preview: from a save to the "
        "page, in the development server. core s: what all cores "
        "worked on a clean build. memory: of the largest process of a build.\n"
        "- hugo, clean: a page of 2,000 costs 1.50 of one of 1,000.\n"
    )


def test_a_plot_shows_what_was_measured_and_nothing_else(tmp_path: Path) -> None:
    """MODES names some; a picture of nothing has no scale."""
    draw(RESULTS, tmp_path / "plot.svg")
    text = (tmp_path / "plot.svg").read_text()
    assert [mode for mode in TITLES if f"<!-- {TITLES[mode]} -->" in text] == ["clean", "preview"]
    assert [name for name in RESULTS.does if f"<!-- {name} -->" in text] == [*RESULTS.does]
