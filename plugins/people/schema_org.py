"""Person: somebody of the practice as search engines read it.

Gives   structured_data(): a Person on the page of each, with a credential where there is one
Source  schema.org Person, EducationalOccupationalCredential
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.schema_org import Node, node, practice, reserve
from plugins.core.model.site import Site


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    if document := page.document_in("people"):
        yield person(site, page, document)


def person(site: Site, page: Page, document: Document) -> Node:
    facts = document.facts
    return node(
        "Person",
        id=f"{site.url}{document.address}#person",
        name=facts.name,
        jobTitle=facts.role,
        description=facts.summary,
        url=f"{site.url}{document.address}",
        image=site.url + page.picture.address if page.picture else "",
        worksFor=practice(site),
        knowsLanguage=list(facts.languages),
        potentialAction=reserve(facts.booking),
        hasCredential=credential(facts.licence) if facts.licence else None,
    )


def credential(licence: object) -> Node:
    issuer = getattr(licence, "issued_by", None)
    return node(
        "EducationalOccupationalCredential",
        credentialCategory="license",
        name=getattr(licence, "text", ""),
        identifier=getattr(licence, "number", None),
        recognizedBy=node("Organization", name=issuer) if issuer else None,
    )
