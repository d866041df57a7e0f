"""Practice: the facts that every page shows, and which of them nobody has filled in yet.

Reads   content/practice.yaml (its model is core/schema/practice.py: every feature needs it)
Gives   reach: the ways to reach the practice, and opening: its hours as data, to every template;
        notes for `make check`
Stops   nothing: what is not known shows nothing
"""

from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.site import Site, once
from plugins.practice.missing import missing
from plugins.practice.opening import opening
from plugins.practice.reach import reach


@once
def values(site: Site) -> dict[str, Any]:
    return {"reach": reach(site), "opening": opening(site)}


FEATURE = Feature(
    "practice",
    site_problems=missing,
    page_values=lambda site, _page: values(site),
)
