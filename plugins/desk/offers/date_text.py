"""Date text: instants and spans, for people at the desk.

Units   instants are aware datetimes in UTC; texts and days follow the practice's zone
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.core.dates.date_words import date_in_words, day_in_words, point, time_in_words
from plugins.core.dates.local_time import LAST


def instant_in_words(instant: datetime, zone: ZoneInfo) -> str:
    """`Thursday, December 24, 2026, 9 AM`."""
    local = instant.astimezone(zone)
    return f"{date_in_words(local.date(), zone)}, {time_in_words(local.time(), zone)}"


def span_in_words(starts: datetime, ends: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """`from January 1 to January 14, 2027`, `on January 1, 2027`, `from now on`.

    The end is exclusive; an end at midnight is named by the day before.
    """
    first = starts.astimezone(zone)
    if ends is None or ends == LAST:
        return "from now on" if starts == now else f"from {point(first, zone)} on"
    last = ends.astimezone(zone)
    whole = last.time() == time()
    if whole:
        last -= timedelta(microseconds=1)
    end = day_in_words(last.date(), zone) if whole else point(last, zone)
    if starts == now:
        return f"from now to {end}"
    if whole and first.time() == time() and first.date() == last.date():
        return f"on {end}"
    return f"from {point(first, zone, year=first.year != last.year)} to {end}"


def days_until(instant: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Calendar days."""
    return (instant.astimezone(zone).date() - now.astimezone(zone).date()).days


def in_days(days: int) -> str:
    """`today`, `tomorrow`, `in 3 days`."""
    return f"in {days} days" if days > 1 else ("today", "tomorrow")[days]
