"""Symptoms: what hurts, one page each, with the modalities that are chosen for it.

Reads   content/symptoms/*.md; which modalities are chosen stands in those, once
Gives   a page for each; symptoms to every template
Stops   the build with one Problem for each field that cannot be read
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from plugins.core.facts import Facts
from plugins.core.fields import Many, Text
from plugins.core.flow import Feature, join
from plugins.core.site import Kind, Page, Site


class Symptom(Facts):
    """What hurts, where, and when it is a matter for a doctor first."""

    title: Text
    summary: Text
    body_areas: Annotated[tuple[Text, ...], Many] = ()
    see_a_doctor: Annotated[tuple[Text, ...], Many] = ()


KIND = Kind("symptoms", Symptom, address="/symptoms/{slug}/", template="symptom")


def pages(site: Site) -> Iterator[Page]:
    for document in site.all(KIND.folder):
        chosen = site.referring(document, "modalities")
        values = {"document": document, "chosen": chosen}
        yield Page.of(document, values, site.overview(KIND.folder))


FEATURE = Feature(
    "symptoms",
    kinds=(KIND,),
    pages=pages,
    page_values=lambda site, _page: {"symptoms": site.all(KIND.folder)},
)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
