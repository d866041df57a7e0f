"""Timeline: when each offer runs, drawn in plain text, a column of months beside the next.

Gives   drawn(): at most 80 columns; "=" runs now, "+" is to come, "." has ended; "<" and ">" for
        what lies or goes on beyond the months that are shown
Units   at most 18 months, from at most 6 before this one
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from plugins.core.dates.guesses import MONTHS
from plugins.core.dates.local_time import LAST, start_of_day
from plugins.core.dates.moments import Period
from plugins.core.problems import visible
from plugins.desk.offers.listing import Listed

LABEL, CHART = 24, 54  # characters: titles, and the time beside them
BEFORE, MOST = 6, 18  # months
SIGNS = {"runs": "=", "coming": "+", "ended": "."}
LEGEND = "= runs now   + is to come   . has ended   < > goes beyond"


@dataclass(frozen=True)
class Scale:
    """The first days of the months that are drawn, and of the one after; cells cut them evenly."""

    months: tuple[date, ...]
    zone: ZoneInfo

    @property
    def width(self) -> int:
        """The cells of a month."""
        return min(CHART // (len(self.months) - 1), 12)

    def edges(self) -> list[datetime]:
        """The instants between cells, one more than there are cells."""
        starts = [start_of_day(month, self.zone) for month in self.months]
        edges = [
            first + (last - first) * cell / self.width
            for first, last in pairwise(starts)
            for cell in range(self.width)
        ]
        return [*edges, starts[-1]]


def drawn(offers: Sequence[Listed], now: datetime, zone: ZoneInfo) -> str:
    scale = Scale(months(offers, now, zone), zone)
    edges = scale.edges()
    rows = list(head(scale))
    rows += [label(one.title) + bar(one.period, SIGNS[one.state], edges) for one in offers]
    here = sum(edge <= now for edge in edges[1:])
    rows.append(
        f"{label('')}{' ' * here}^ now" if here < CHART - 6 else f"{'now ^':>{LABEL + 2 + here}}"
    )
    return "\n".join([*(row.rstrip() for row in rows), "", LEGEND])


def months(offers: Iterable[Listed], now: datetime, zone: ZoneInfo) -> tuple[date, ...]:
    """The months in which anything begins or ends, and the next; not too far from this one."""
    limits = [now]
    for one in offers:
        limits += [limit for limit in (one.period.starts, one.period.ends) if limit]
    numbers = [number(limit, zone) for limit in limits if limit != LAST]
    first = max(min(numbers), number(now, zone) - BEFORE)
    last = min(max(numbers), first + MOST - 1, LAST.year * 12 + 10)
    return tuple(date(one // 12, one % 12 + 1, 1) for one in range(first, last + 2))


def number(instant: datetime, zone: ZoneInfo) -> int:
    """Months, counted from the year 0."""
    local = instant.astimezone(zone)
    return local.year * 12 + local.month - 1


def head(scale: Scale) -> Iterator[str]:
    """The years, where each begins, and the months."""
    shown = scale.months[:-1]

    def narrow(month: date) -> bool:
        return month.month == 12 and scale.width < 5

    # Where December is too narrow for a year, the one of January beside it is enough.
    years = [
        str(month.year) if month.month == 1 or (not place and not narrow(month)) else ""
        for place, month in enumerate(shown)
    ]
    yield label("") + row(years, scale.width)
    yield label("") + row([MONTHS[month.month - 1][:3] for month in shown], scale.width)


def row(words: Iterable[str], width: int) -> str:
    """Words at the cells of their months; a longer one covers the empty ones that follow."""
    cells: list[str] = []
    for place, word in enumerate(words):
        cells += [" "] * (place * width + len(word) - len(cells))
        cells[place * width : place * width + len(word)] = word
    return "".join(cells)


def label(title: str) -> str:
    text = "".join(map(visible, title))
    text = text if len(text) <= LABEL else text[: LABEL - 3].rstrip() + "..."
    return f"{text:<{LABEL}} "


def bar(period: Period, sign: str, edges: Sequence[datetime]) -> str:
    """A sign in every cell that the period touches; arrows where it goes on."""
    starts, ends = period.starts or edges[0], period.ends or LAST
    cells = [sign if starts < last and first < ends else " " for first, last in pairwise(edges)]
    if period.starts is None or period.starts < edges[0]:
        cells[0] = "<"
    if ends > edges[-1]:
        cells[-1] = ">"
    return "".join(cells)
