"""Examples of the drawings on a page: plates, and the map of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.model.pages import Link, Page
from plugins.core.model.site import Site
from plugins.core.schema.fields import FigureFacts
from plugins.guide.example_site import Example, example_values, with_documents

BODY = "body"
CALL = Link("303-555-0142", "tel:+13035550142")
ALT = "A muscle, its trigger point, and where that sends its pain."
KEY = ("The trigger point", "Where the pain is felt, which is rarely where it comes from")


def examples(site: Site, page: Page) -> Iterator[Example]:
    drawings = example_values(site, page)["drawings"]
    for number, name in enumerate(page.drawings):
        if name != BODY:
            figure = FigureFacts(
                drawing=name,
                alt=ALT,
                caption=" ".join([ALT] * (number % 3)) or None,
                key=KEY[: number % 4],
            )
            values = {"figure": figure, "drawings": drawings}
            yield Example("figure", name.replace("-", " "), values)
    if BODY in drawings:
        yield from maps(site, page, drawings)


def maps(site: Site, page: Page, drawings: dict[str, Any]) -> Iterator[Example]:
    regions = sorted(drawings[BODY].regions)
    for title, chosen in (("Every region", regions), ("One region", regions[:1])):
        found = {region: symptom(region) for region in chosen}
        values = example_values(with_documents(site, "symptoms", found), replace(page, values={}))
        words = {"heading": site.words.home.symptoms, "hint": site.words.home.hint}
        more = {"body": drawings[BODY], "call": CALL}
        yield Example("body_map", title, values | words | more)


def symptom(region: str) -> dict[str, Any]:
    name = region.replace("-", " ")
    entry = {"region": region, "label": f"Pain of the {name}", "text": ALT}
    return {"title": f"Pain of the {name}", "summary": ALT, "map": [entry]}
