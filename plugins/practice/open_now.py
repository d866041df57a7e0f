"""Open now: the hours as data, from which the browser says whether the practice is open now.

Gives   OpenNow: the week, the special days and the words of their times; None when no weekday's
        hours are known. It holds nothing of the present, so it stays right for years
Units   minutes since midnight in the practice's zone, past 1440 on the next day; a day is a list of
        [opens, closes], empty when closed; the week has the days that are known, by name; keys of
        special days are dates of ISO 8601, without a list when nobody knows: by appointment
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from plugins.core.i18n.words import Words
from plugins.core.model.site import Site
from plugins.core.schema.hours import DayHours

MIDNIGHT = 24 * 60
Day = list[list[int]]


@dataclass(frozen=True)
class OpenNow:
    """When the practice is open.

    times    minute to how it is said: "9 AM"
    closures  pairs of milliseconds since 1970, between which a notice says that it is closed
    longest  the longest sentence that is said of it, whose room the page keeps free
    """

    zone: str
    week: Mapping[str, Day]
    special: Mapping[str, Day | None]
    times: Mapping[int, str]
    longest: str
    closures: tuple[tuple[int, int], ...] = ()

    @property
    def city(self) -> str:
        """Where its clock is: "Denver"."""
        return self.zone.rpartition("/")[2].replace("_", " ")


def open_now(site: Site) -> OpenNow | None:
    hours = site.practice.hours
    if not hours or not hours.known():
        return None
    known = {day: minutes(one) for day, one in hours.known()}
    week = {day: spans for day, spans in known.items() if spans is not None}
    special = {one.date.day.isoformat(): minutes(one.hours) for one in site.practice.special_days}
    days = filter(None, (*week.values(), *special.values()))
    every = {at if at <= MIDNIGHT else at - MIDNIGHT for day in days for span in day for at in span}
    times = {at: time_text(at, site.words) for at in sorted(every)}
    sentence = longest(times.values(), site.words)
    return OpenNow(
        site.practice.time_zone.key, week, special, times, sentence, tuple(closures(site))
    )


def closures(site: Site) -> Iterator[tuple[int, int]]:
    """When notices say that the practice is closed, whatever its hours say."""
    for notice in site.all("notices"):
        found = notice.facts.period(site.practice.time_zone)
        if notice.facts.level == "closed" and found.ends > site.now:
            starts = round(found.starts.timestamp() * 1000) if found.starts else 0
            yield starts, round(found.ends.timestamp() * 1000)


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
