"""Examples of the contact form, and of what it shares with the newsletter form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values, with_facts

PROVIDERS: dict[str, dict[str, Any]] = {
    "formspree": {"form": "example"},
    "netlify": {},
    "custom": {
        "action": "https://example.com/call-back",
        "heading": "Ask us to call you back, on any day and in the evening, too",
        "invitation": "We call within one working day.",
    },
}


def examples(site: Site, page: Page) -> Iterator[Example]:
    for provider, keys in PROVIDERS.items():
        own = with_facts(site, contact_form={"provider": provider, **keys})
        values = example_values(own, page)
        yield Example("contact_form", provider.title(), values)
    words = site.words.contact_form
    texts = {name: getattr(words, name) for name in ("heading", "send", "done")}
    texts |= {"failed": words.failed(number=site.practice.telephone), "fields": "Any fields"}
    form = values["contact_form"].form
    yield Example("posted_form", "Around any fields", {"name": "any_form", "form": form, **texts})
