"""Examples of what search engines read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values


def examples(site: Site, page: Page) -> Iterator[Example]:
    for title, address in (("A page", page.address), ("The home page", "/")):
        graph = example_values(site, replace(page, address=address, listed=True))["structured"]
        yield Example("structured_data", title, {"graph": graph})
