"""Timeline: when each offer runs, drawn in plain text.

Gives   draw(): at most 80 columns; "=" runs now, "+" is to come, "." has ended; "<" and ">" for
        what lies beyond the months on the timeline
Units   at most 18 months, from at most 6 before this one
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count, pairwise
from zoneinfo import ZoneInfo

from plugins.core.dates.guesses import MONTHS
from plugins.core.dates.local_time import LAST, start_of_day
from plugins.core.dates.moments import Period
from plugins.core.problems import visible
from plugins.desk.offers.listing import ListedOffer

LABEL, CHART = 24, 54  # characters: titles, and the time beside them
BEFORE, MOST = 6, 18  # months
SIGNS = {"runs": "=", "coming": "+", "ended": "."}
LEGEND = "= runs now   + is to come   . has ended   < > goes beyond"


@dataclass(frozen=True)
class Scale:
    """The first day of each drawn month and of the next one; cells divide each month evenly."""

    months: tuple[date, ...]
    zone: ZoneInfo

    @property
    def width(self) -> int:
        """Cells a month."""
        return min(CHART // (len(self.months) - 1), 12)

    def edges(self) -> list[datetime]:
        """The instants between cells: one more than cells."""
        starts = [start_of_day(month, self.zone) for month in self.months]
        edges = [
            first + (last - first) * cell / self.width
            for first, last in pairwise(starts)
            for cell in range(self.width)
        ]
        return [*edges, starts[-1]]


def draw(offers: Sequence[ListedOffer], now: datetime, zone: ZoneInfo) -> str:
    scale = Scale(months(offers, now, zone), zone)
    edges = scale.edges()
    rows = list(header(scale))
    rows += [label(offer.title) + bar(offer.period, SIGNS[offer.state], edges) for offer in offers]
    column = sum(edge <= now for edge in edges[1:])
    rows.append(
        f"{label('')}{' ' * column}^ now"
        if column < CHART - 6
        else f"{'now ^':>{LABEL + 2 + column}}"
    )
    return "\n".join([*(row.rstrip() for row in rows), "", LEGEND])


def months(offers: Iterable[ListedOffer], now: datetime, zone: ZoneInfo) -> tuple[date, ...]:
    """The months in which an offer begins or ends, and the next; limited around this month."""
    limits = [now]
    for offer in offers:
        limits += [limit for limit in (offer.period.starts, offer.period.ends) if limit]
    numbers = [number(limit, zone) for limit in limits if limit != LAST]
    first = max(min(numbers), number(now, zone) - BEFORE)
    last = min(max(numbers), first + MOST - 1, LAST.year * 12 + 10)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in range(first, last + 2))


def number(instant: datetime, zone: ZoneInfo) -> int:
    """Months since the year 0."""
    local = instant.astimezone(zone)
    return local.year * 12 + local.month - 1


def header(scale: Scale) -> Iterator[str]:
    """Two rows: years, at their first month, and months."""
    shown = scale.months[:-1]

    def narrow(month: date) -> bool:
        return month.month == 12 and scale.width < 5

    # Where December is too narrow for its year, January's year is enough.
    years = [
        str(month.year) if month.month == 1 or (not column and not narrow(month)) else ""
        for column, month in enumerate(shown)
    ]
    yield label("") + row(years, scale.width)
    yield label("") + row([MONTHS[month.month - 1][:3] for month in shown], scale.width)


def row(words: Iterable[str], width: int) -> str:
    """Words at the cells of their months; a longer word covers the empty cells after it."""
    cells: list[str] = []
    for start, word in zip(count(0, width), words, strict=False):
        cells += [" "] * (start + len(word) - len(cells))
        cells[start : start + len(word)] = word
    return "".join(cells)


def label(title: str) -> str:
    text = "".join(map(visible, title))
    text = text if len(text) <= LABEL else text[: LABEL - 3].rstrip() + "..."
    return f"{text:<{LABEL}} "


def bar(period: Period, sign: str, edges: Sequence[datetime]) -> str:
    """A sign in every cell that the period touches; arrows where it continues beyond."""
    starts, ends = period.starts or edges[0], period.ends or LAST
    cells = [sign if starts < last and first < ends else " " for first, last in pairwise(edges)]
    if period.starts is None or period.starts < edges[0]:
        cells[0] = "<"
    if ends > edges[-1]:
        cells[-1] = ">"
    return "".join(cells)
