"""Examples of what search engines read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.given import Example, given


def examples(site: Site, page: Page) -> Iterator[Example]:
    for title, address in (("A page", page.address), ("The home page", "/")):
        graph = given(site, replace(page, address=address, listed=True))["structured"]
        yield Example("structured_data", title, {"graph": graph})
