"""Practice: the facts that every page shows, and which of them nobody has filled in yet.

Reads   content/practice.yaml (its model is core/schema/practice.py: every feature needs it)
Gives   contact_links: the ways to reach the practice, and opening_times: its hours as data, to
        every template; notes for `make check`
Stops   nothing: what is not known shows nothing
"""

from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.site import Site, once_per_site
from plugins.practice.contact_links import contact_links
from plugins.practice.missing_facts import missing_facts
from plugins.practice.open_now import open_now


@once_per_site
def values(site: Site) -> dict[str, Any]:
    return {"contact_links": contact_links(site), "opening_times": open_now(site)}


FEATURE = Feature(
    "practice",
    site_problems=missing_facts,
    page_values=lambda site, _page: values(site),
)
