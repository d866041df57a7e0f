"""security.txt: where to tell the practice about a fault of its site.

Gives   text(): the file; due(): the instant by which a new one is needed
Units   it runs out a year after the first of the month of the build, in UTC, so that it changes
        once a month and never lasts longer than the standard wishes
Source  RFC 9116
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from plugins.core.feature import Due
from plugins.core.model.site import Site
from plugins.core.reading.source_files import display_path

EARLY = timedelta(days=14)  # for a build that somebody must start by hand


def expires(now: datetime) -> datetime:
    month = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return month.replace(year=month.year + 1)


def text(site: Site, address: str) -> str:
    facts = site.practice
    lines = [
        *([f"Contact: mailto:{facts.email}"] if facts.email else []),
        f"Contact: tel:{facts.telephone.dialed}",
        f"Expires: {expires(site.now):%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {facts.language}",
        f"Canonical: {address}",
    ]
    return "".join(f"{line}\n" for line in lines)


def due(site: Site) -> Iterator[Due]:
    if not site.preview:
        source = display_path(site.content / "practice.yaml")
        at = expires(site.now) - EARLY
        what = "security.txt must be renewed: it runs out two weeks later"
        yield Due(at, source, what, of_pages=False)
