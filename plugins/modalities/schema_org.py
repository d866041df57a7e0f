"""Service: a modality as search engines read it.

Gives   things(): a Service on the page of a modality, with an Offer for each length of session
Source  schema.org Service; no MedicalTherapy, whose definition promises a cure
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.schema_org import Node, node, picture_of, practice, service_id
from plugins.core.model.site import Site


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    document = page.values.get("document")
    if isinstance(document, Document) and document.kind.folder == "modalities":
        yield service(site, page, document)


def service(site: Site, page: Page, modality: Document) -> Node:
    return node(
        "Service",
        id=service_id(site, modality),
        name=modality.title,
        description=modality.summary,
        url=site.url + modality.address,
        image=picture_of(site, page),
        provider=practice(site),
        offers=[session(site, one.minutes, f"{one.price:.2f}") for one in modality.facts.sessions],
    )


def session(site: Site, minutes: int, price: str) -> Node:
    name = str(site.words.sessions.minutes(count=minutes))
    return node("Offer", name=name, price=price, priceCurrency="USD")
