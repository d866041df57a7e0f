"""Due: when pages of offers change for visitors without JavaScript, for feeds and for search.

Gives   due(): every start and every end that is to come
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.flow import Due
from plugins.core.local_time import LAST
from plugins.core.problems import quoted
from plugins.core.site import Site


def due(site: Site) -> Iterator[Due]:
    for document in site.all("offers"):
        period = document.facts.period(site.practice.time_zone)
        for instant, what in ((period.starts, "starts"), (period.ends, "ends")):
            if instant and site.now < instant < LAST:
                yield Due(instant, document.source, f"{quoted(document.title)} {what}")
