"""Examples of what clients said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, with_documents
from plugins.guide.examples.modalities import LONG, SENTENCE

FOUND: dict[str, dict[str, Any]] = {
    "short": {"who": "Cleo", "date": "2026-05-01", "consent": "yes", "text": "A quiet hour."},
    "connected": {
        **{"who": "Dan Placeholder", "date": "2026-04-01", "consent": "yes"},
        **{"connection": "family", "text": f"{SENTENCE}\n\n{SENTENCE}"},
    },
    "long": {"who": LONG, "date": "2026-03-01", "consent": "yes", "text": f"{LONG} {LONG}"},
}


def examples(site: Site, _page: Page) -> Iterator[Example]:
    voices = with_documents(site, "voices", FOUND).all("voices")
    yield Example("voices", "One", {"voices": voices[:1]})
    yield Example("voices", "Three", {"voices": voices})
