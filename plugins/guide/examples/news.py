"""Examples of events that notes tell of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values, with_documents
from plugins.guide.examples.modalities import LONG, SENTENCE

NOTE = {"summary": SENTENCE, "date": "2026-05-01"}
FOUND: dict[str, dict[str, Any]] = {
    "evening": {
        **{**NOTE, "title": "Open doors", "starts": "2097-06-14 18:00", "ends": "2097-06-14 20:00"},
        "where": "Town library, Exampletown",
    },
    "days": {**NOTE, "title": LONG, "starts": "2097-06-14", "ends": "2097-06-16", "where": LONG},
    "over": {**NOTE, "title": "A talk", "starts": "1997-06-14 18:00"},
}


def examples(site: Site, page: Page) -> Iterator[Example]:
    lists = replace(page, lists=("news",))
    events = example_values(with_documents(site, "news", FOUND), lists)["events"]
    evening, days, over = events.values()
    yield Example("event_facts", "An evening", {"event": evening})
    yield Example("event_facts", "Several days, long words", {"event": days})
    yield Example("event_facts", "Over", {"event": over})
    yield Example("event_facts", "In a list", {"event": evening, "brief": True})
    documents = [one.document for one in (evening, days, over)]
    listed = {"documents": documents, "events": events, "level": 4}
    yield Example("document_list", "Notes of events", listed)
