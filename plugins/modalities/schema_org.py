"""Service: a modality as search engines read it.

Gives   things(): a Service on the page of a modality, with an Offer for each session
Source  schema.org Service; no MedicalTherapy, whose definition promises a cure
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.schema_org import (
    Node,
    node,
    offer,
    picture_of,
    practice,
    reserve,
    service_id,
)
from plugins.core.model.site import Site
from plugins.modalities.model import Session


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    if document := page.document_in("modalities"):
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
        potentialAction=reserve(modality.facts.booking),
        offers=[session(site, one) for one in modality.facts.sessions],
    )


def session(site: Site, facts: Session) -> Node:
    length = site.words.length(facts.minutes)
    name = f"{facts.name}, {length}" if facts.name else length
    url = facts.booking and facts.booking.url
    return offer(site, name, facts.price, description=facts.note, url=url)
