"""Practice: the facts that every page shows, and which of them nobody has filled in yet.

Reads   content/practice.yaml (its model is core/schema/practice.py: every feature needs it)
Gives   contact_links: the ways to reach the practice, and opening_times: its hours as data, to
        every template; notes for `make check`
Stops   when publishing, an example that was left in and facts that contradict each other; what is
        not known shows nothing
"""

from collections.abc import Iterator
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem
from plugins.practice.contact_links import contact_links
from plugins.practice.contradictions import contradictions
from plugins.practice.missing_facts import missing_facts
from plugins.practice.open_now import open_now
from plugins.practice.placeholders import placeholders


@once_per_site
def values(site: Site) -> dict[str, Any]:
    return {"contact_links": contact_links(site), "opening_times": open_now(site)}


def site_problems(site: Site) -> Iterator[Problem]:
    for check in (missing_facts, placeholders, contradictions):
        yield from check(site)


FEATURE = Feature(
    "practice",
    site_problems=site_problems,
    page_values=lambda site, _page: values(site),
)
