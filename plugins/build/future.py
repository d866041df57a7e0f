"""Future: what would stop a build on a later day, found today.

A site changes by itself: an offer starts or ends, a note shows, a special day is over. The build of
that day runs while nobody watches. So each such build is rehearsed now: content is read and
checked, every page is rendered, every link is followed. What is only made of finished pages, such
as the search index, waits for its day.

Gives   later_problems(): the errors of later builds, each with the first day on which it stops one
Keeps   .cache/future/: the instants at which nothing is wrong, for the same content, code, theme,
        packages and settings
Units   at most MOST instants, the nearest first, all within WITHIN
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.build.incremental.fingerprint import is_code, plain
from plugins.build.read.folders import is_litter
from plugins.build.report.crash import fault
from plugins.build.settings import BuildSettings
from plugins.core.cache import file_stat
from plugins.core.cache.file_stat import packages
from plugins.core.cache.memo import Memo, digest
from plugins.core.dates.date_words import day_in_words
from plugins.core.feature import Due
from plugins.core.model.site import Site
from plugins.core.paths import PLUGINS
from plugins.core.problems import ContentError, Problem

WITHIN = timedelta(days=365)
MOST = 50
# Settings of which no later page knows: folders, today's instant, and what a build adds.
PASSING = {
    *("PATH", "OUTPUT_PATH", "THEME", "AT", "BUILD_NOTES", "CHECK_ONLY", "DEBUG"),
    *("HANDBILL_PLAN", "ARTICLE_PATHS", "STATIC_PATHS", "THEME_STATIC_PATHS", "TIMEZONE"),
    "JINJA_GLOBALS",
}

Rehearsal = Callable[[datetime], None]


def later_problems(
    site: Site, rehearse: Rehearsal, settings: BuildSettings, values: Mapping[str, Any]
) -> list[Problem]:
    """The errors of the builds to come, each once.

    site      as of today, without an error
    rehearse  builds as of an instant, as far as that can fail, and leaves nothing
    values    the settings as Pelican has them
    """
    instants = changes(site)
    if not instants:
        return []
    clean = clean_instants(settings.content, settings.theme, values)
    found: dict[Problem, datetime] = {}
    for instant in instants:
        name = digest(instant.timestamp())
        if clean.get(name):
            continue
        errors = errors_of(rehearse, instant)
        if not errors:
            clean.put(name, True)
        found = dict.fromkeys(errors, instant) | found
    clean.save()
    zone = site.practice.time_zone
    return [
        replace(problem, found=f"On {day_of(at, zone)}: {problem.found}")
        for problem, at in found.items()
    ]


def day_of(instant: datetime, zone: ZoneInfo) -> str:
    """`December 20`: within a year there is one."""
    return day_in_words(instant.astimezone(zone).date(), zone, year=False)


def changes(site: Site) -> list[datetime]:
    """The instants at which the pages change by themselves, the nearest first."""
    instants = {due.at for due in due_builds(site) if due.of_pages}
    return sorted(at for at in instants if site.now < at <= site.now + WITHIN)[:MOST]


def due_builds(site: Site) -> Iterator[Due]:
    return (due for feature in site.features for due in feature.due_builds(site))


def errors_of(rehearse: Rehearsal, instant: datetime) -> list[Problem]:
    """What would stop the build as of an instant."""
    try:
        rehearse(instant)
    except ContentError as error:
        return [problem for problem in error.problems if problem.level == "error"]
    except OSError:  # a fault of the machine, which is one of today
        raise
    except Exception as error:
        return [fault(error)]
    return []


def clean_instants(content: Path, theme: Path, values: Mapping[str, Any]) -> Memo[bool]:
    """The instants at which nothing is wrong, as earlier builds found for the same inputs."""
    settings = {name: value for name, value in values.items() if name not in PASSING}
    folders = ((content, is_content), (theme, is_content), (PLUGINS, is_code))
    return Memo(
        "future",
        *plain(settings),
        *(repr(file_stat.contents(folder, include)) for folder, include in folders),
        *packages(),
    )


def is_content(name: str) -> bool:
    return not is_litter(name)
