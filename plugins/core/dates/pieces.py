"""Pieces: time in pieces, as pages carry it and the clock in the browser reads it.

Gives   Piece: from one instant to before another, in milliseconds since 1970 for a page
Units   aware datetimes in UTC, the end exclusive; None is without a limit
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

FOREVER = "Infinity"  # as JavaScript reads it


@dataclass(frozen=True)
class Piece:
    """A piece of time. now: the build's instant lies in it, so a page shows it without a script."""

    starts: datetime | None
    ends: datetime | None
    now: bool

    @classmethod
    def of(cls, starts: datetime | None, ends: datetime | None, now: datetime) -> Piece:
        return cls(starts, ends, inside(starts, ends, now))

    @property
    def since(self) -> str:
        """Its first millisecond, as JavaScript reads it."""
        return milliseconds(self.starts) if self.starts else f"-{FOREVER}"

    @property
    def to(self) -> str:
        """The first millisecond after it."""
        return milliseconds(self.ends) if self.ends else FOREVER


def inside(starts: datetime | None, ends: datetime | None, now: datetime) -> bool:
    return (starts is None or starts <= now) and (ends is None or now < ends)


def milliseconds(instant: datetime) -> str:
    return str(round(instant.timestamp() * 1000))
