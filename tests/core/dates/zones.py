"""Zones for property tests: every one there is, near the instants at which its clock jumps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

NAMES = sorted(available_timezones() - {"localtime", "Factory"})
FIRST, LAST = datetime(1970, 1, 3), datetime(2100, 1, 1)


def offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()


def jump_after(zone: ZoneInfo, instant: datetime) -> datetime:
    """The next instant in UTC at which the clock jumps, to the second; the same one if none does
    within a year and a half."""
    low = instant
    for _ in range(80):
        high = low + timedelta(days=7)
        if offset(zone, low) != offset(zone, high):
            break
        low = high
    else:
        return instant
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        if offset(zone, middle) == offset(zone, low):
            low = middle
        else:
            high = middle
    return high


@st.composite
def local_times(draw: st.DrawFn) -> tuple[ZoneInfo, datetime]:
    """A zone and a local time in it, often within hours of a jump."""
    zone = ZoneInfo(draw(st.sampled_from(NAMES)))
    local = draw(st.datetimes(FIRST, LAST)).replace(microsecond=0)
    if draw(st.booleans()):
        jump = jump_after(zone, local.replace(tzinfo=UTC))
        minutes = draw(st.integers(-26 * 60, 26 * 60))
        local = jump.astimezone(zone).replace(tzinfo=None) + timedelta(minutes=minutes)
    return zone, local.replace(microsecond=0, fold=0)


@st.composite
def gap_times(draw: st.DrawFn) -> tuple[ZoneInfo, datetime]:
    """A zone and a local time that its clock skips; any local time in a zone that never does."""
    zone = ZoneInfo(draw(st.sampled_from(NAMES)))
    local = draw(st.datetimes(FIRST, LAST)).replace(microsecond=0)
    jump = local.replace(tzinfo=UTC)
    for _ in range(3):
        jump = jump_after(zone, jump)
        size = offset(zone, jump) - offset(zone, jump - timedelta(seconds=1))
        if size > timedelta():
            inside = timedelta(seconds=draw(st.integers(1, int(size.total_seconds()))))
            return zone, jump.astimezone(zone).replace(tzinfo=None, fold=0) - inside
    return zone, local


def instants(zone: ZoneInfo, local: datetime) -> list[datetime]:
    """Every instant at which the clock of the zone shows a local time, found by trying."""
    near = [local.replace(tzinfo=UTC) + timedelta(hours=hours) for hours in range(-48, 49)]
    offsets = {offset(zone, one) for one in near}
    found = [local.replace(tzinfo=UTC) - one for one in offsets]
    return sorted(one for one in found if one.astimezone(zone).replace(tzinfo=None) == local)
