"""Examples of notices above a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values, with_documents
from plugins.guide.examples.modalities import LONG

FOUND: dict[str, dict[str, Any]] = {
    "snow": {"ends": "2097-12-31", "level": "closed", "text": "Closed today: snow."},
    "hours": {"ends": "2097-12-30", "text": "[New hours](/contact/) from Monday on."},
    "long": {"ends": "2097-12-29", "text": f"{LONG} {LONG}"},
}


def examples(site: Site, page: Page) -> Iterator[Example]:
    notices = example_values(with_documents(site, "notices", FOUND), page)["notices"]
    yield Example("notice_banner", "One", {"notices": notices[:1]})
    yield Example("notice_banner", "Three", {"notices": notices})
