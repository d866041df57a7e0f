"""What search engines read is in words that they know, and says what they ask for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from plugins.practice.missing_facts import missing_facts
from tests.audit.conftest import SITES, Site
from tests.audit.google import RECOMMENDED, REQUIRED, every, lacking
from tests.audit.vocabulary import complaints, graphs
from tests.sites import LIVE, model

CONTEXT = "https://schema.org"
DATE = r"\d{4}-\d\d-\d\d"
URL = rf"{re.escape(LIVE)}/\S*|https://\S+"
# The vocabulary has types for these that TypeScript takes for any text.
FORMS = {
    **dict.fromkeys(("@id", "item", "image", "logo", "sameAs", "target", "url"), URL),
    **dict.fromkeys(("opens", "closes"), r"\d\d:\d\d"),
    **dict.fromkeys(
        ("datePublished", "validFrom", "validThrough"),
        rf"{DATE}(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?",
    ),
    "inLanguage": r"[a-z]{2,3}(-[A-Z]{2})?",
    **dict.fromkeys(("price", "minPrice", "maxPrice"), r"\d+\.\d\d"),
    "priceCurrency": r"[A-Z]{3}",
    "telephone": r"\+\d{8,15}",
}
# What Google misses: the key of practice.yaml that fills it.
KEYS = {
    "address": "address",
    "geo": "geo",
    "openingHoursSpecification": "hours",
    "priceRange": "price_range",
}


def misformed(graph: Any) -> list[str]:
    """Values that are no date, address, time or price where one belongs."""
    return [
        f"{name}: {value}"
        for one in every(graph)
        for name, values in one.items()
        for value in (values if isinstance(values, list) else [values])
        if isinstance(value, str) and name in FORMS and not re.fullmatch(FORMS[name], value)
    ]


def test_every_page_that_may_be_listed_has_one_graph(site: Site) -> None:
    """None of the tests below looks at a page that says nothing."""
    files = {path.relative_to(site.folder).as_posix(): path for path in site.folder.rglob("*.html")}
    listed = {name for name, path in files.items() if 'rel="canonical"' in path.read_text()}
    found = graphs(site.folder)
    assert set(found) == listed
    assert {graph["@context"] for graph in found.values()} == {CONTEXT}


def test_schema_org_knows_every_word(site: Site, modules: Path, tmp_path: Path) -> None:
    """A misspelled property is no error anywhere else: programs pass over it in silence."""
    assert complaints(graphs(site.folder), tmp_path, modules) == {}


def test_every_date_address_and_price_has_its_form(site: Site) -> None:
    """For TypeScript they are texts like any other."""
    found = {name: misformed(graph) for name, graph in graphs(site.folder).items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


WRONG = {
    "a misspelled property": {"@type": "HealthAndBeautyBusiness", "telefone": "+13035550142"},
    "a type that is none": {"@type": "MassageParlor", "name": "Hands"},
    "a number for an address": {"@type": "HealthAndBeautyBusiness", "address": 5},
    "a thing of another type": {
        "@type": "HealthAndBeautyBusiness",
        "geo": {"@type": "PostalAddress"},
    },
    "a property of another type": {"@type": "Service", "opens": "09:00"},
    "a fault in a list inside": {
        "@type": "Service",
        "offers": [{"@type": "Offer", "price": "95.00"}, {"@type": "Offer", "prize": "95.00"}],
    },
    "a day that is none": {
        "@type": "HealthAndBeautyBusiness",
        "openingHoursSpecification": [
            {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Mondays"], "opens": "09:00"}
        ],
    },
}


def test_what_schema_org_does_not_know_is_found(modules: Path, tmp_path: Path) -> None:
    """The test above must be able to fail, in each of these ways, and not on what is right."""
    right = {"right": {"@type": "Service", "provider": {"@id": f"{LIVE}/#practice"}}}
    said = {name: {"@context": CONTEXT, "@graph": [one]} for name, one in (right | WRONG).items()}
    assert set(complaints(said, tmp_path, modules)) == set(WRONG)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("validThrough", "December 31, 2026"),
        ("validFrom", "2026-12-31 09:00"),
        ("url", "/offers/"),
        ("opens", "9 AM"),
        ("price", "$95"),
        ("telephone", "303-555-0142"),
    ],
)
def test_a_value_of_another_form_is_found(name: str, value: str) -> None:
    """The test above must be able to fail."""
    assert misformed([{"@type": "Thing", name: [value]}]) == [f"{name}: {value}"]


def test_google_misses_only_what_make_check_asks_for(site: Site) -> None:
    """What it requires or recommends stands there, or staff are told which key is missing."""
    found = graphs(site.folder).values()
    misses = {one for graph in found for one in lacking(graph, REQUIRED)}
    misses |= {one for graph in found for one in lacking(graph, RECOMMENDED)}
    content, now = SITES[site.name]
    asked = {note.field for note in missing_facts(model(content, now=now))}
    business = {("HealthAndBeautyBusiness", name) for name, key in KEYS.items() if key in asked}
    assert misses == business


def test_a_way_to_a_page_has_two_steps_at_least(site: Site) -> None:
    """Google shows none that is shorter."""
    steps = {
        name: len(one["itemListElement"])
        for name, graph in graphs(site.folder).items()
        for one in every(graph)
        if one["@type"] == "BreadcrumbList"
    }
    assert steps.keys() == graphs(site.folder).keys() - {"index.html"}
    assert set(steps.values()) <= {2, 3}


def test_a_property_that_google_misses_is_found() -> None:
    """The test above must be able to fail, inside a thing too."""
    graph = [{"@type": "WebPage", "isPartOf": {"@type": "WebSite", "url": LIVE}}]
    assert lacking(graph, REQUIRED) == {("WebSite", "name")}
