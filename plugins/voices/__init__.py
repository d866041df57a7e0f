"""Voices: what clients said, with their consent, on the pages that it is about.

Reads   content/voices/*.md
Gives   voices to every template: at most three for a page, the newest first; those about a modality
        on its page, any on the home page
Stops   the build with one Problem for each field that cannot be read, for a voice without consent
        or without a text, and for a modality that has no file
Why     no stars and no structured data: Google shows no reviews that a business publishes of
        itself, and an average of chosen voices misleads
Source  plugins.core.law: testimonials are real, and say who was paid for them
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import Page
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem
from plugins.voices.model import Voice

KIND = Kind("voices", Voice, references={"modality": "modalities"})
MOST = 3


@once_per_site
def newest_first(site: Site) -> list[Document]:
    found = sorted(site.all(KIND.folder), key=lambda one: one.slug)
    return sorted(found, key=lambda one: one.facts.date.day, reverse=True)


def voices(site: Site, page: Page) -> list[Document]:
    """The voices for a page."""
    if page.local_address == "/":
        return newest_first(site)[:MOST]
    modality = page.document_in("modalities")
    about = {one.slug for one in site.referring(modality, KIND.folder)} if modality else set()
    return [one for one in newest_first(site) if one.slug in about][:MOST]


def site_problems(site: Site) -> Iterator[Problem]:
    for document in site.all(KIND.folder):
        yield from document.without_text("what the client said, in their own words")


def page_values(site: Site, page: Page) -> dict[str, Any]:
    return {"voices": voices(site, page)}


FEATURE = Feature("voices", kinds=(KIND,), site_problems=site_problems, page_values=page_values)
