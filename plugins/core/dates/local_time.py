"""Local time: what the clock of a zone shows, also where it jumps.

Gives   start_of_day(), end_of_day(), skipped(), after_gap(); instants as aware datetimes in UTC
Source  PEP 495 for skipped and repeated local times; IANA zones, those of the tzdata package
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, reset_tzpath

# The zones of the tzdata package, not the machine's: the same everywhere.
reset_tzpath(to=())

# The last instant that can be written; an end there means "never".
LAST = datetime.max.replace(tzinfo=UTC)


def instant_of(local: datetime, zone: ZoneInfo) -> datetime:
    try:
        return local.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        return LAST


def skipped(local: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock never shows this time."""
    instant = instant_of(local, zone)
    return instant != LAST and instant.astimezone(zone).replace(tzinfo=None) != local


def first_skipped(local: datetime, zone: ZoneInfo) -> datetime:
    """The local time at which the clock jumps over `local`."""
    after = local.replace(tzinfo=zone, fold=1).utcoffset() or timedelta()
    before = local.replace(tzinfo=zone, fold=0).utcoffset() or timedelta()
    return after_gap(local, zone) - abs(before - after)


def after_gap(local: datetime, zone: ZoneInfo) -> datetime:
    """The first local time that exists after a skipped one, to the second."""
    local = local.replace(microsecond=0)
    low, high = 0, 2 * 24 * 60 * 60
    while high - low > 1:
        middle = (low + high) // 2
        still = skipped(local + timedelta(seconds=middle), zone)
        low, high = (middle, high) if still else (low, middle)
    return local + timedelta(seconds=high)


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a day, also where the clock skips or repeats midnight."""
    midnight = datetime.combine(day, time())
    return instant_of(after_gap(midnight, zone) if skipped(midnight, zone) else midnight, zone)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The instant after the last of a day: the first of the next."""
    return LAST if day == date.max else start_of_day(day + timedelta(days=1), zone)
