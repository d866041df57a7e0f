"""Examples of the newsletter form: one for each provider."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values, with_facts

PROVIDERS: dict[str, dict[str, Any]] = {
    "buttondown": {"username": "example"},
    "mailchimp": {"account": "example", "server": "us1", "u": "1", "id": "2", "f_id": "3"},
    "kit": {"form": "1234567"},
    "formspree": {"form": "example"},
    "netlify": {},
    "custom": {"action": "https://example.com/subscribe", "answers": "json"},
}
WORDS = {
    "heading": "Letters from the practice, unhurried and four times a year",
    "invitation": "What runs, what is new, and one stretch for a stiff neck that anybody can do.",
}


def examples(site: Site, page: Page) -> Iterator[Example]:
    for provider, keys in PROVIDERS.items():
        words = WORDS if provider == "kit" else {}
        own = with_facts(site, newsletter={"provider": provider, **keys, **words})
        values = example_values(own, page)
        yield Example("newsletter_form", provider.title(), values | {"form": values["newsletter"]})
