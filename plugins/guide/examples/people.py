"""Examples of the people of a practice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, with_documents
from plugins.guide.examples.modalities import LONG, SENTENCE, drawn

FOUND: dict[str, dict[str, Any]] = {
    "least": {"name": "Ada Example", "role": "Massage therapist"},
    "full": {
        **{"name": "Ben Sample", "role": "Acupuncturist", "summary": SENTENCE, "text": SENTENCE},
        "licence": {
            "text": "Example License",
            **{"number": "EX.00001", "issued_by": "Example State Board"},
        },
        "languages": ["English", "Spanish"],
        "booking": {"label": "Book with Ben", "url": "https://booking.example.com/ben"},
    },
    "long": {
        **{"name": LONG, "role": LONG, "summary": f"{LONG} {LONG}", "text": LONG},
        "licence": {"text": LONG, "number": "0" * 40, "issued_by": LONG},
        "languages": [LONG, LONG],
    },
}


def examples(site: Site, _page: Page) -> Iterator[Example]:
    people = with_documents(site, "people", FOUND).all("people")
    pictured = [replace(one, picture=drawn(upright=True)) for one in people]
    yield Example("people_list", "One", {"people": people[:1]})
    yield Example("people_list", "Many, under a title of level 1", {"people": people, "level": 2})
    yield Example("people_list", "With portraits", {"people": pictured})
    for person in people[1:]:
        yield Example("credentials", person.facts.role, {"person": person.facts})
