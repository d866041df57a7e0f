"""Seasons: which of them pages have, and when builds are due for hours that change.

Gives   without_past_seasons(): the site without seasons of a year that has passed them, with a
        problem for each; due_builds(): the day from which a special day shows beside the hours, and
        the one after a season
Why     browsers follow special days and seasons by themselves; tables, search engines and visitors
        without JavaScript follow with a build
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.dates.local_time import end_of_day, start_of_day
from plugins.core.feature import Due
from plugins.core.model.opening_days import NEAR, today
from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted
from plugins.core.reading.source_files import display_path
from plugins.core.schema.days_of_year import next_days


def without_past_seasons(site: Site) -> tuple[Site, Iterator[Problem]]:
    practice, day = site.practice, today(site)
    # What is not known stays so: a copy counts as filled in what it gets.
    kept: dict[str, Any] = {}
    if practice.hours:
        kept["hours"] = practice.hours.without(day)
    if practice.locations:
        kept["locations"] = tuple(
            one.model_copy(update={"hours": one.hours.without(day)}) if one.hours else one
            for one in practice.locations
        )
    return replace(site, practice=practice.model_copy(update=kept)), past_seasons(site)


def past_seasons(site: Site) -> Iterator[Problem]:
    hours = site.practice.hours
    for place, season in enumerate(hours.seasons if hours else ()):
        if season.over(today(site)):
            location = ("hours", "seasons", place, "ends")
            found = f"a season that ended on {season.ends}"
            needed = "nothing, if that is right: it shows nowhere"
            fix = "delete it; without the years in its dates, a season comes back every year"
            yield site.practice_problem(location, found, needed, fix, level="warning")


def due_builds(site: Site) -> Iterator[Due]:
    source, zone = display_path(site.content / "practice.yaml"), site.practice.time_zone
    for special in site.practice.special_days:
        if special.first - NEAR > today(site):
            what = f"{quoted(special.reason or special.first.isoformat())} shows beside the hours"
            yield Due(start_of_day(special.first - NEAR, zone), source, what)
    for season in site.practice.hours.seasons if site.practice.hours else ():
        last = next_days(season.starts, season.ends, today(site))[1]
        yield Due(end_of_day(last, zone), source, f"the season until {season.ends} is over")
