"""Hours as text: when the practice is open, for programs that read no tables.

Gives   hours_text(): a heading and its lines for the week, and for each season
Why     special days are left out: a file that was taken along tells them long after they passed
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.site import Site


def hours_text(site: Site) -> Iterator[tuple[str, list[str]]]:
    hours, words = site.practice.hours, site.words
    if hours and hours.known():
        yield str(words.opening_hours.hours), words.week(hours)
    for season in hours.seasons if hours else ():
        yield words.season(season), words.week(season)
