"""Examples of what the page of a modality shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.model.headings import Heading
from plugins.core.model.pages import Link, Page
from plugins.core.model.pictures import Picture, Slot, Source
from plugins.core.model.site import Site
from plugins.core.schema.policies import Cancellation
from plugins.guide.example_site import Example, example_values, with_documents

SENTENCE = "Slow pressure along the muscle, from the hip to the knee, until it lets go."
LONG = "Musculocutaneoneurovascularsubcostalreflexotherapeutics"
TEXT = f"""\
{SENTENCE} {SENTENCE}

## A heading of the text

{SENTENCE} With **weight**, *stress* and [a link](/first-visit/).

- One thing
- Another thing

1. First
2. Second

### A smaller heading

> {SENTENCE}

| Length | Price |
| --- | ---: |
| 60 minutes | 110 |
"""
FOUND: dict[str, dict[str, Any]] = {
    "short": {
        **{"title": "Massage", "summary": "Long strokes.", "text": "One line."},
        "techniques": ["Kneading"],
        "sessions": [{"minutes": "60", "price": "110"}],
        "ask_a_doctor": ["A fever"],
        "questions": [{"question": "Does it hurt?", "answer": "No."}],
    },
    "full": {
        "title": "Neuromuscular therapy of the hip, the leg and the foot",
        **{"summary": SENTENCE, "text": TEXT},
        "techniques": [
            *(
                f"{name}: {SENTENCE[:-1].lower()}"
                for name in ("Kneading", "Stroking", "Compression")
            ),
            *(f"A technique without a drawing, number {number}" for number in range(1, 4)),
        ],
        "sessions": [
            *({"minutes": str(minutes), "price": f"{minutes * 2}.50"} for minutes in (30, 60, 90)),
            {"name": "At your home", "minutes": "60-90", "price": "by arrangement"},
            {
                **{"name": "Neck and shoulders", "minutes": "30", "price": "from 70"},
                **{"note": "with a warm pack", "booking": {"url": "https://booking.example.com/"}},
            },
            {"minutes": "120", "price": "200-240"},
        ],
        "ask_a_doctor": {
            "emergency": ["A drooping face, or trouble speaking", SENTENCE],
            "today": ["One calf that is swollen, red and warm"],
            "before_you_book": [SENTENCE, "A fever", "Numbness that stays for more than a day"],
        },
        "questions": [
            {"question": f"{SENTENCE[:-1]}?", "answer": " ".join([SENTENCE] * 12)},
            {"question": "Does it hurt?", "answer": "No."},
        ],
    },
    "long": {
        **{"title": LONG, "summary": f"{LONG} {LONG}", "text": f"## {LONG}\n\n- {LONG}\n"},
        "techniques": [f"{LONG}: {LONG}"],
        "sessions": [{"name": LONG, "minutes": "60", "price": "1,234.50-2,345", "note": LONG}],
        "ask_a_doctor": [f"{LONG} {LONG}"],
        "questions": [{"question": LONG, "answer": LONG}],
    },
}
PLACES = {
    **{name: Slot("30rem", eager=True) for name in ("lead", "column")},
    **{name: Slot("30rem") for name in ("wide", "text", "portrait")},
}
NAMES = {"short": "One", "full": "Many", "long": "Long words"}


def examples(site: Site, page: Page) -> Iterator[Example]:
    own = with_documents(site, "modalities", FOUND)
    everything = own.all("modalities")
    for made in shown(own):
        document = made.values["document"]
        values = example_values(own, replace(page, values={**page.values, **made.values}))
        name, facts = NAMES[document.slug], document.facts
        yield Example("techniques", name, values | {"techniques": made.values["techniques_shown"]})
        cancellation = Cancellation(hours=24) if document.slug == "full" else None
        more = {"cancellation": cancellation, "address": "/prices/" if cancellation else ""}
        yield Example("sessions", name, {"document": document} | more)
        yield Example("questions", name, {"questions": facts.questions})
        heading = site.words.modality.ask_a_doctor
        number = {"full": "911"}.get(document.slug, "")
        signs = {"signs": facts.ask_a_doctor, "heading": heading, "emergency_number": number}
        yield Example("see_a_doctor", name, signs)
        titled = replace(page, title=document.title, summary=document.summary)
        yield Example("page_title", name, {"page": titled})
        yield Example("prose", name, {"document": document})
        illustrated = {"document": document, "drawings": {}}
        yield Example("illustrated_prose", name, illustrated)
        headings = [Heading(title, "#drawings") for title in (document.title, facts.summary)]
        yield Example("contents", name, values | {"headings": headings})
    yield Example("price_table", "Several modalities", {"documents": everything})
    yield Example("price_table", "One", {"documents": everything[:1], "titled": False})
    yield from lists(everything)
    parent = replace(page, parent=Link("Modalities", "/modalities/"))
    yield Example(
        "page_title", "With the way back, without a summary", {"page": parent, "summary": False}
    )
    for upright, shape in ((False, "wide"), (True, "upright")):
        picture = drawn(upright)
        for place in picture.slots:
            yield Example("picture", f"{place}, {shape}", {"picture": picture, "place": place})
    yield Example("picture", "None", {"picture": None, "place": "lead"})


def shown(site: Site) -> Iterator[Page]:
    """The pages of the modalities, as a build has them."""
    for feature in site.features:
        if feature.name == "modalities":
            yield from feature.pages(site)


def lists(found: tuple[Any, ...]) -> Iterator[Example]:
    name = "document_list"
    yield Example(name, "One", {"documents": found[:1]})
    yield Example(name, "Many", {"documents": found * 2})
    yield Example(name, "Under a title of level 1", {"documents": found, "level": 2})
    yield Example(name, "Plain links", {"documents": found * 2, "level": 0})


def drawn(upright: bool) -> Picture:
    """A picture that is there in every preview: the QR code of the guide, as if it were broad."""
    address, (width, height) = "/style-guide/qr.svg", (480, 640) if upright else (960, 640)
    source = Source("image/svg+xml", ((address, width),))
    return Picture(address, SENTENCE, width, height, (source,), PLACES)
