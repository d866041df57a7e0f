"""Examples of the search: the field alone, and the page's own."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values


def examples(site: Site, page: Page) -> Iterator[Example]:
    values = example_values(site, page) | {"search": "/search/"}
    yield Example("search_form", "On the overview of symptoms, and where a page is missing", values)
    name = "site_search"
    yield Example(name, "Before a search", values | {"index": "/assets/pagefind/"})
    yield Example(name, "In the preview", values | {"index": ""})
    yield Example("search_note", "For staff", values)
