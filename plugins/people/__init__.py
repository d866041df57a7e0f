"""People: who works at the practice.

Reads   content/people/*.md
Gives   a page for each person with a text, with a Person of schema.org; people to every template,
        in the order that the practice wants; performers(): who does a modality
Stops   the build with one Problem for each field that cannot be read, and for each modality that
        has no file
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import Page
from plugins.core.model.site import Site, once_per_site
from plugins.people.model import Person
from plugins.people.schema_org import structured_data

KIND = Kind(
    *("people", Person, "/people/{slug}/", "person"),
    references={"modalities": "modalities"},
    needs_text=True,
    overview=True,
    at_home=True,
)


@once_per_site
def in_order(site: Site) -> list[Document]:
    return sorted(site.all(KIND.folder), key=lambda one: (one.facts.order, one.facts.name))


def performers(site: Site, modality: Document) -> list[Document]:
    """Who does a modality."""
    names = {document.slug for document in site.referring(modality, KIND.folder)}
    return [document for document in in_order(site) if document.slug in names]


def pages(site: Site) -> Iterator[Page]:
    for document in in_order(site):
        if document.address:
            does = site.get("modalities", document.facts.modalities)
            values = {"document": document, "does": does}
            yield Page.of(document, values, site.overview(KIND.folder))


def page_values(site: Site, page: Page) -> dict[str, Any]:
    modality = page.document_in("modalities")
    return {"people": in_order(site), "performers": performers(site, modality) if modality else []}


FEATURE = Feature(
    "people",
    kinds=(KIND,),
    pages=pages,
    structured_data=structured_data,
    page_values=page_values,
)
