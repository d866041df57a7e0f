"""Table: each offer's title, pages, dates, priority, code and state.

Gives   draw_table(): 80 columns of plain text, words wrapped within their cells
Source  rich draws it; the frame is ASCII
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

from rich.box import Box
from rich.console import Console
from rich.table import Table

from plugins.core.dates.local_time import LAST
from plugins.desk.offers.listing import ListedOffer
from plugins.offers.model import EVERYWHERE

WIDTH = 80
RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)  # below the header only


def draw_table(offers: Iterable[ListedOffer], zone: ZoneInfo) -> str:
    table = Table(box=RULE, show_edge=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Offer", overflow="fold", ratio=1)
    table.add_column("Shows", overflow="fold", max_width=14)
    for name in ("From", "Until"):
        table.add_column(name, width=10)
    table.add_column("Prio", justify="right")
    table.add_column("Code", overflow="fold", max_width=8)
    table.add_column("Now", max_width=9)
    for offer in offers:
        table.add_row(*cells(offer, zone))
    buffer = StringIO()
    Console(file=buffer, width=WIDTH, color_system=None, markup=False, emoji=False).print(table)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()).rstrip()


def cells(offer: ListedOffer, zone: ZoneInfo) -> tuple[str, ...]:
    facts, period = offer.facts, offer.period
    pages = facts.pages if facts.pages == EVERYWHERE else " ".join(facts.pages)
    starts = moment(period.starts, zone) if period.starts else "-"
    ends = "-"
    if period.ends and period.ends != LAST:
        ends = moment(period.ends, zone)
        if period.whole_day:
            ends = moment(period.ends - timedelta(days=1), zone, whole=True)
    priority, code = str(facts.priority), facts.code or "-"
    return offer.title, pages, starts, ends, priority, code, offer.status


def moment(instant: datetime, zone: ZoneInfo, *, whole: bool = False) -> str:
    """`2026-12-31`, or `2026-12-31 18:00`."""
    local = instant.astimezone(zone)
    return f"{local:%Y-%m-%d}" if whole or local.time() == time() else f"{local:%Y-%m-%d %H:%M}"
