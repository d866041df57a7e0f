"""Opening days: the special days and the seasons that are still to come, by the practice's clock.

Gives   today(); to_come(): the special days that are not over; near(): those that visitors read,
        which begin within 60 days
"""

from __future__ import annotations

from datetime import date, timedelta

from plugins.core.model.site import Site
from plugins.core.schema.hours import SpecialDay

NEAR = timedelta(days=60)


def today(site: Site) -> date:
    return site.now.astimezone(site.practice.time_zone).date()


def to_come(site: Site) -> list[SpecialDay]:
    return [one for one in site.practice.special_days if one.last >= today(site)]


def near(site: Site) -> list[SpecialDay]:
    """The first of them first."""
    found = (one for one in to_come(site) if one.first <= today(site) + NEAR)
    return sorted(found, key=lambda one: one.first)
