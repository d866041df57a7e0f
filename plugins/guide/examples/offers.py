"""Examples of offers: before, while and after they run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from plugins.core.model.pages import Link, Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values, with_documents

LONG = "Musculocutaneoneurovascularsubcostalreflexotherapeutics"
TEXT = "For a **first visit**. Mention it when you call."
FOUND: dict[str, dict[str, Any]] = {
    "plain": {"headline": "Gift cards are here"},
    "full": {
        "headline": "A first visit for less",
        **{"ends": "2097-12-31 18:00", "code": "FIRST25", "terms": "One each, for new clients."},
        **{"regular_price": "110", "saving": "25", "priority": "9", "text": TEXT},
        "button": {"label": "Read how it goes", "link": "/"},
    },
    "booked": {
        **{"headline": "A quiet hour", "code": "HOUR"},
        "booking": {"label": "Book the hour", "url": "https://booking.example.com/hour"},
    },
    "long": {
        "headline": f"{LONG}, an hour and a half on every Tuesday and Thursday afternoon",
        **{"ends": "2097-12-30", "code": LONG.upper(), "terms": f"{LONG} {LONG}"},
    },
    "coming": {"headline": "Not told before it begins", "starts": "2097-01-01"},
    "over": {"headline": "A second visit for less", "ends": "2020-12-31"},
}
NAMES = {
    "plain": "A headline, nothing else",
    "booked": "Its own booking",
    "full": "Every fact",
    "long": "Long words",
}


def examples(site: Site, page: Page) -> Iterator[Example]:
    everything = offers(site)
    made = {
        str(one.values["document"].slug): example_values(everything, replace(page, **shown(one)))
        for one in pages(everything)
    }
    for slug, title in NAMES.items():
        for component in ("offer_details", "offer_coupon", "offer_facts", "offer_title"):
            yield Example(component, title, made[slug])
        alone = {"stretches": example_values(offers(site, slug), page)["stretches"]}
        yield Example("offer_banner", title, made[slug] | alone)
        if made[slug]["offer"].until:
            yield Example("offer_end", title, made[slug])
    yield from around(site, page, made)


def around(site: Site, page: Page, made: dict[str, dict[str, Any]]) -> Iterator[Example]:
    """Before the start, near the end, and after it."""
    yield Example("offer_banner", "Several run", example_values(offers(site, *NAMES), page))
    # Not so many hours from now: two builds of one day write the same.
    tomorrow = site.now.astimezone(site.practice.time_zone) + timedelta(days=1)
    closing = offers(site, "full", ends=tomorrow.strftime("%Y-%m-%d 12:00"))
    (last,) = pages(closing)
    yield Example(
        "offer_details", "Its last 48 hours, when this was built", made["full"] | dict(last.values)
    )
    yield Example("offer_countdown", "Its last 48 hours, when this was built", dict(last.values))
    yield Example("offer_details", "Without its headline", made["full"] | {"heading": False})
    yield Example("offer_facts", "On paper, without links", made["full"] | {"links": False})
    coming, over = made["coming"], made["over"]
    yield Example("offer_title", "It has not begun", coming)
    overview = {"overview": Link("Offers", "/offers/")}
    yield Example("offer_coming", "With an overview", coming | overview)
    yield Example("offer_coming", "Without one", coming | {"overview": None})
    yield Example("offer_over", "Others run", over | {"gaps": over["without_others"]})
    (alone,) = pages(offers(site, "over"))
    nothing = {"others": alone.values["others"], "gaps": alone.values["without_others"]}
    yield Example("offer_over", "None runs", over | nothing)
    clock = {"script": over["assets"].inline["offer_clock"]}
    yield Example("offer_clock", "Right after the banner", clock)
    yield Example("offer_refresh", "Right after offers", {})


def offers(site: Site, *slugs: str, **fields: str) -> Site:
    """A site with some of the offers, or all; fields take the place of theirs."""
    found = {slug: {**FOUND[slug], **fields} for slug in slugs or FOUND}
    modalities = site.all("modalities")
    if modalities and "full" in found:
        found["full"]["modalities"] = [document.slug for document in modalities[:2]]
    return with_documents(site, "offers", found)


def pages(site: Site) -> list[Page]:
    made = next(feature for feature in site.features if feature.name == "offers")
    return list(made.pages(site))


def shown(page: Page) -> dict[str, Any]:
    """What the guide's page takes from the page of an offer."""
    return {"title": page.title, "summary": page.summary, "values": page.values}
