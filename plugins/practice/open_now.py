"""Open now: the hours as data, from which the browser says whether the practice is open now.

Gives   OpenNow: the week, special days, seasons and the words of their times; None when no
        weekday's hours are known. It holds nothing of the present, so it stays right for years
Units   minutes since midnight in the practice's zone, past 1440 on the next day; a day is a list of
        [opens, closes], empty when closed; the week has the days that are known, by name; what
        differs is a list of [first, last, hours], of which the first that holds counts: dates of
        ISO 8601 with a day, or None when nobody knows (by appointment); then seasons with the days
        that they name, their dates without a year (06-01) when they come every year
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import chain

from plugins.core.i18n.words import Words
from plugins.core.model.site import Site
from plugins.core.schema.hours import DayHours

MIDNIGHT = 24 * 60
Day = list[list[int]]
Week = dict[str, Day | None]
Rule = tuple[str, str, Day | Week | None]


@dataclass(frozen=True)
class OpenNow:
    """When the practice is open.

    times    minute to how it is said: "9 AM"
    closures  pairs of milliseconds since 1970, between which a notice says that it is closed
    longest  the longest sentence that is said of it, whose room the page keeps free
    """

    zone: str
    week: Mapping[str, Day]
    special: tuple[Rule, ...]
    times: Mapping[int, str]
    longest: str
    closures: tuple[tuple[int, int], ...] = ()


def open_now(site: Site) -> OpenNow | None:
    hours = site.practice.hours
    if not hours or not (hours.known() or hours.seasons):
        return None
    usual = in_minutes(hours.known())
    week = {day: spans for day, spans in usual.items() if spans is not None}
    special = [
        (one.first.isoformat(), one.last.isoformat(), minutes(one.hours))
        for one in site.practice.special_days
    ]
    # Those of one year count more.
    ordered = sorted(hours.seasons, key=lambda one: -len(one.starts))
    seasons = [(one.starts, one.ends, in_minutes(one.known())) for one in ordered]
    weeks: list[Mapping[str, Day | None]] = [week, *(found for _, _, found in seasons)]
    days = filter(None, chain(*(one.values() for one in weeks), (one for _, _, one in special)))
    every = {at if at <= MIDNIGHT else at - MIDNIGHT for day in days for span in day for at in span}
    times = {at: time_text(at, site.words) for at in sorted(every)}
    sentence = longest(times.values(), site.words)
    return OpenNow(
        site.practice.time_zone.key,
        week,
        (*special, *seasons),
        times,
        sentence,
        tuple(closures(site)),
    )


def closures(site: Site) -> Iterator[tuple[int, int]]:
    """When notices say that the practice is closed, whatever its hours say."""
    for notice in site.all("notices"):
        found = notice.facts.period(site.practice.time_zone)
        if notice.facts.level == "closed" and found.ends > site.now:
            starts = round(found.starts.timestamp() * 1000) if found.starts else 0
            yield starts, round(found.ends.timestamp() * 1000)


def in_minutes(days: Iterable[tuple[str, DayHours]]) -> Week:
    return {day: minutes(hours) for day, hours in days}


def minutes(hours: DayHours) -> Day | None:
    """The spans of a day; two that meet are one."""
    if not hours.known:
        return None
    found: Day = []
    for span in hours.spans:
        opens, closes = span.minutes
        if found and found[-1][1] == opens:
            opens = found.pop()[0]
        found.append([opens, closes])
    return found


def time_text(at: int, words: Words) -> str:
    return words.time(time(at // 60 % 24, at % 60))


def longest(times: Iterable[str], words: Words) -> str:
    """The longest sentence, as far as a count of letters can tell."""
    phrases = words.open_now
    latest = max(times, key=len, default="")
    dates = (date(2026, month, 28 if month == 2 else 30) for month in range(1, 13))
    day = max([*words.locale.day_names, *map(words.locale.day, dates)], key=len)
    sentences = [phrases.open, phrases.closed]
    if latest:
        sentences += [phrases.until(time=latest), phrases.today(time=latest)]
        sentences += [phrases.tomorrow(time=latest), phrases.later(day=day, time=latest)]
    return str(max(sentences, key=len))
