"""Examples of what says how to reach the practice, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.model.documents import EMPTY
from plugins.core.model.locations import places as places_of
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, example_values, with_facts

LONG = "Donaudampfschifffahrtsgesellschaftsstrasse"
FULL: dict[str, Any] = {
    "tagline": "Unhurried hands",
    "email": "hello@example.com",
    "address": {
        **{"street": "1 Example Street", "city": "Exampletown", "region": "CO"},
        "postal_code": "00000",
    },
    "geo": {"latitude": "39.5", "longitude": "-105.25"},
    "hours": {
        **dict.fromkeys(("monday", "thursday", "friday"), "09:00-18:00"),
        "tuesday": ["08:30-12:00", "13:00-20:00"],
        "wednesday": "closed",
        "saturday": "18:00-02:00",
        "sunday": "09:00-12:00, by appointment",
        "seasons": [{"starts": "06-01", "ends": "08-31", "fri, sat": "closed"}],
    },
    "special_days": [
        {"date": "2097-12-24", "hours": "09:00-12:00"},
        {"date": "2097-12-25", "through": "2098-01-02", "reason": "Christmas"},
    ],
    "booking": {"label": "Book a time", "url": "https://booking.example.com/hands"},
    "text_messages": "yes",
    "fax": "+1 303-555-0144",
    "directions": "The blue door in the yard.",
    "parking": "Free for two hours on the street.",
    "transit": "Bus 10 stops at the corner.",
    "access": {"steps": "two, with a rail", "lift": "none", "restroom": "yes, without a step"},
    "arrival": "Wait on the bench. We fetch you.",
    "intake": "https://forms.example.com/intake",
    "price_range": "95 to 180",
    "service_area": ["Exampletown", "Sampleville"],
    "licences": ["Ada Example, Example License 00001", "Ben Sample, Example License 00002"],
    "social": {
        "instagram": "https://www.instagram.com/example",
        "facebook": "https://www.facebook.com/example",
    },
}
UNKNOWN_DAYS: dict[str, Any] = {"hours": {"monday": "09:00-18:00", "tuesday": "closed"}}
LONG_WORDS: dict[str, Any] = {
    **FULL,
    "email": f"appointments@{LONG.lower()}.example.com",
    "address": {
        **{"street": f"1234567 {LONG}", "city": "Llanfairpwllgwyngyllgogerychwyrndrobwll"},
        **{"region": "Baden-Württemberg", "postal_code": "00000", "country": "DE"},
    },
    "booking": {
        "label": "Book a first appointment online, evenings and weekends too",
        "url": "https://booking.example.com/hands",
    },
    "parking": f"{LONG}, " * 9 + LONG,
    "service_area": [f"{LONG} {number}" for number in range(1, 8)],
    "licences": [f"{LONG} Example, Example License of the Exemplary State 0000000000000"],
    "social": {
        name: f"https://{name}.example.com/example"
        for name in (
            *("facebook", "instagram", "pinterest", "x", "bluesky", "threads", "linkedin"),
            *("youtube", "tiktok"),
        )
    },
}
SHOWN = ("action_bar", "at_a_glance", "practice_facts", "site_footer")


def examples(site: Site, page: Page) -> Iterator[Example]:
    bare, full, long, unknown = (
        example_values(with_facts(site, **facts), page)
        for facts in ({}, FULL, LONG_WORDS, UNKNOWN_DAYS)
    )
    for values in (full, long):
        values["special_days"] = values["practice"].special_days  # however far ahead
    for component in SHOWN:
        yield Example(component, "Nothing but the number", bare)
        yield Example(component, "Every fact", full)
        yield Example(component, "Long words", long)
    yield Example("practice_facts", "Number and address alone", full | {"brief": True})
    yield from actions(site, bare, full, long)
    yield from times(full, unknown)
    yield Example("getting_here", "Every fact", full)
    yield Example("getting_here", "Long words", long)
    yield Example("getting_here", "Nothing known", bare)
    yield Example("postal_address", "At home", {"address": full["practice"].address})
    yield Example("postal_address", "Abroad, long words", {"address": long["practice"].address})
    head = {"assets": replace(full["assets"], css=EMPTY), "bundles": (), "typeface": None}
    yield Example("document_head", "This page, without its styles", full | head)
    yield Example("speculation_rules", "Every page", {})
    yield Example("try_again", "Without a network", {})
    assets = full["assets"]
    transitions = {"script": assets.inline["view_transitions"]}
    yield Example("view_transitions", "Every page", transitions)
    late = {"address": assets.script, "integrity": assets.integrity}
    yield Example("late_script", "Every page", late)
    typeface = {"typeface": full["typeface"], "script": assets.inline["typeface_rules"]}
    yield Example("typeface_rules", "Every page", typeface)
    yield Example("starter_note", "In the preview", {"source": "content/modalities/cupping.md"})


def actions(
    site: Site, bare: dict[str, Any], full: dict[str, Any], long: dict[str, Any]
) -> Iterator[Example]:
    name = "call_to_action"
    heading = {"heading": site.words.call_to_action.heading}
    yield Example(name, "Nothing but the number", bare | heading)
    yield Example(name, "Every way", full | heading)
    yield Example(name, "Long words", long | heading)
    yield Example(name, "Under a title", full | heading | {"level": 0})
    yield Example(name, "Under a title, small", full | heading | {"level": 0, "large": False})


def times(full: dict[str, Any], unknown: dict[str, Any]) -> Iterator[Example]:
    def of(values: dict[str, Any]) -> dict[str, Any]:
        facts = values["practice"]
        return {"hours": facts.hours, "special_days": facts.special_days}

    yield Example("opening_hours", "Breaks, nights, a season and special days", of(full))
    yield Example("opening_hours", "Days that nobody knows", of(unknown))
    yield Example("opening_hours", "Nothing known", {"hours": None, "special_days": ()})
    yield Example("open_now", "Every day known", full)
    yield Example("open_now", "Days that nobody knows", unknown)
    yield Example("open_now", "Nothing known", {"opening_times": None})


def places(site: Site, _page: Page) -> Iterator[Example]:
    north = {"name": "North room", "address": FULL["address"], "hours": FULL["hours"]}
    south = {
        "name": f"{LONG} room",
        "address": LONG_WORDS["address"],
        "telephone": "+1 303-555-0143",
    }
    found = places_of(with_facts(site, locations=[north, south]))
    alone = places_of(with_facts(site, locations=[north]))
    yield Example("location_list", "Several", {"locations": found})
    yield Example("location_list", "One", {"locations": alone})
    yield Example("location_list", "None", {"locations": ()})
    yield Example("location_facts", "With hours", {"location": found[0]})
    yield Example("location_facts", "Long words", {"location": found[1]})
