"""Symptoms: what hurts, one page each, with the modalities that are chosen for it.

Reads   content/symptoms/*.md; which modalities are chosen stands in those, once
Gives   a page for each; symptoms, and the places of the body, to every template
Stops   the build with one Problem for each field that cannot be read
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from plugins.core.feature import Feature
from plugins.core.model.aliases import Aliases
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import Page
from plugins.core.model.site import Site, once_per_site
from plugins.core.schema.fields import FigureFacts, Many, Paragraph, Slug, Text
from plugins.core.schema.model import ContentModel
from plugins.core.schema.warning_signs import WarningSigns, WarningSignsField


class Place(ContentModel):
    """A region of the drawing of the body: its name, and what is often involved when it hurts."""

    region: Slug
    """A region of the drawing of the body. Write any, and the message lists those there are."""
    label: Text
    text: Paragraph
    """A sentence on which muscles are often involved when it hurts there."""


class Symptom(ContentModel):
    """What hurts, where, and when it is a matter for a doctor first."""

    title: Text
    """One line; search engines and shared links show it."""
    summary: Text
    """What the page says, in one line; search engines and shared links show it."""
    starter: bool = False
    """Yes: somebody wrote the page for you to confirm, and only the preview shows it."""
    figures: tuple[FigureFacts, ...] = ()
    """Drawings of the theme."""
    map: tuple[Place, ...] = ()
    """Spots on the drawing of the body that lead to this symptom."""
    body_areas: Annotated[tuple[Text, ...], Many] = ()
    """Parts of the body."""
    see_a_doctor: WarningSignsField = WarningSigns()
    """Signs that need a doctor first."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""

    @property
    def plain_place(self) -> str:
        """Where it hurts, for a title that does not say so: the jaw, for TMJ Disorders."""
        labels = [place.label for place in self.map]
        said = any(label.casefold() in self.title.casefold() for label in labels)
        return labels[0] if labels and not said else ""


# The regions of the theme's drawing of the body, from head to foot.
REGIONS = (
    *("head", "jaw", "neck", "shoulder", "shoulder-blade", "chest"),
    *("arm", "elbow", "forearm", "hand", "low-back", "hip", "buttock"),
    *("thigh", "thigh-back", "knee", "shin", "calf", "foot"),
)
KIND = Kind(
    *("symptoms", Symptom, "/symptoms/{slug}/", "symptom"),
    overview=True,
    at_home=True,
)


def pages(site: Site) -> Iterator[Page]:
    for document in site.all(KIND.folder):
        chosen = site.referring(document, "modalities")
        values = {"document": document, "chosen": chosen}
        yield Page.of(document, values, site.overview(KIND.folder))


@once_per_site
def values(site: Site) -> Mapping[str, Any]:
    """`symptoms` and `places`, both from head to foot. A place is a pair of a place on the map, if
    there is a map, and the symptom that it leads to, or None."""
    symptoms = sorted(site.all(KIND.folder), key=height)
    known = {place.region: (place, one) for one in symptoms for place in one.facts.map}
    places: dict[str, tuple[Place, Document | None]] = {}
    if known and site.practice.body_map:
        places.update({region: (unknown(site, region), None) for region in REGIONS})
        places.update(known)
    return {"symptoms": symptoms, "places": [*places.values()]}


def height(symptom: Document) -> int:
    """Where its first place is, from head to foot; those without a place come last."""
    known = [REGIONS.index(one.region) for one in symptom.facts.map if one.region in REGIONS]
    return min(known, default=len(REGIONS))


def unknown(site: Site, region: str) -> Place:
    """A place of which no page tells."""
    label = getattr(site.words.body, region.replace("-", "_"))
    return Place(region=region, label=label, text=str(site.words.body_map.no_page))


FEATURE = Feature(
    "symptoms", kinds=(KIND,), pages=pages, page_values=lambda site, _page: values(site)
)
