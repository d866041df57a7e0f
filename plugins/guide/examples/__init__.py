"""Examples: every component in every variant; the style guide shows them, the tests check them.

Gives   examples(): those of every feature that takes part in the build
To add  one, write a line `Example("component", "What is special", values)` where its feature has
        its own; values is what the features give for a page, and what you put in its place
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example
from plugins.guide.examples import (
    contact_form,
    drawings,
    modalities,
    news,
    newsletter,
    notices,
    offers,
    pages,
    people,
    practice,
    prices,
    search,
    sharing,
    structured_data,
    voices,
)

# Feature: what makes its examples.
EXAMPLES: dict[str, Callable[[Site, Page], Iterator[Example]]] = {
    "practice": practice.examples,
    "modalities": modalities.examples,
    "symptoms": drawings.examples,
    "offers": offers.examples,
    "people": people.examples,
    "prices": prices.examples,
    "voices": voices.examples,
    "notices": notices.examples,
    "pages": pages.examples,
    "news": news.examples,
    "sharing": sharing.examples,
    "locations": practice.places,
    "contact_form": contact_form.examples,
    "newsletter": newsletter.examples,
    "search": search.examples,
    "structured_data": structured_data.examples,
}


def examples(site: Site, page: Page) -> Iterator[Example]:
    """The examples, for a page that may show all drawings."""
    there = {feature.name for feature in site.features}
    for feature, made in EXAMPLES.items():
        if feature in there:
            yield from made(site, page)
