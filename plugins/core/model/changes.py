"""Changes: when a content file last changed, for what is dated.

Gives   committed(): the date of the last commit of each file, by its name below the content folder;
        none in the preview, which nobody subscribes to
        written(): the date of one document, from Git or else from the build
Units   aware datetimes in UTC; nothing lies after the build's instant
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from plugins.core.dates.local_time import start_of_day
from plugins.core.model.documents import Document
from plugins.core.model.site import Site, once_per_site
from plugins.core.system.git_history import history


@once_per_site
def committed(site: Site) -> Mapping[str, datetime]:
    return {} if site.preview else history(site.content)


def name_of(document: Document, site: Site) -> str:
    """The file, below the content folder."""
    return document.fields.path.relative_to(site.content).as_posix()


def written(document: Document, site: Site) -> datetime:
    """Its last commit; without one, the beginning of the day of the build."""
    date = committed(site).get(name_of(document, site))
    return date if date and date <= site.now else build_day(site)


def build_day(site: Site) -> datetime:
    """The first instant of the day of the build, so that builds of one day give the same bytes."""
    zone = site.practice.time_zone
    return start_of_day(site.now.astimezone(zone).date(), zone)
