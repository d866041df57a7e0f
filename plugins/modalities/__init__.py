"""Modalities: what the therapists do, one page each.

Reads   content/modalities/*.md
Gives   a page for each, with a Service of schema.org; modalities to every template, the most
        widely chosen first
Stops   the build with one Problem for each field that cannot be read, and for each symptom or
        related modality that has no file
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import Page
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem
from plugins.core.reading.source_files import slug_of
from plugins.modalities.model import Modality
from plugins.modalities.schema_org import structured_data

KIND = Kind(
    "modalities",
    Modality,
    address="/modalities/{slug}/",
    template="modality",
    overview=True,
    at_home=True,
    references={"symptoms": "symptoms", "related": "modalities"},
)


@once_per_site
def in_order(site: Site) -> list[Document]:
    """What the practice offers for certain first, then by how many symptoms it is chosen for."""
    return sorted(
        site.all(KIND.folder),
        key=lambda one: (one.starter, -len(one.facts.symptoms), one.title),
    )


@dataclass(frozen=True)
class Technique:
    """What the hands do: "Kneading: ..." is its name and its text. The theme may have a drawing
    of it, "technique-kneading"."""

    name: str
    text: str
    drawing: str


def technique(line: str, site: Site) -> Technique:
    name, _, text = line.partition(": ")
    drawing = f"technique-{slug_of(name)}"
    return Technique(name, text, drawing if site.has_drawing(drawing) else "")


def pages(site: Site) -> Iterator[Page]:
    for document in site.all(KIND.folder):
        techniques = [technique(line, site) for line in document.facts.techniques]
        drawn = tuple(one.drawing for one in techniques if one.drawing)
        values: dict[str, Any] = {
            "document": document,
            "techniques_shown": techniques,
            "chosen_for": site.get("symptoms", document.facts.symptoms),
            "related": site.get(KIND.folder, document.facts.related),
        }
        overview = site.overview(KIND.folder)
        yield Page.of(document, values, overview, drawings_below=drawn)


def missing(site: Site) -> Iterator[Problem]:
    """Notes on what visitors ask first and nobody has filled in."""
    for document in site.all(KIND.folder):
        if not document.facts.sessions:
            yield document.problem(
                "sessions",
                "",
                "for visitors: how long a session lasts and what it costs",
                'write "sessions:" and below it "- minutes: ..." and "price: ..."',
                level="note",
            )


FEATURE = Feature(
    "modalities",
    kinds=(KIND,),
    site_problems=missing,
    pages=pages,
    structured_data=structured_data,
    page_values=lambda site, _page: {"modalities": in_order(site)},
)
