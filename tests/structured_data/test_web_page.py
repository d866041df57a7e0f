"""Pages as search engines read them, in the practice with every fact as it is published."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.build.conftest import Project
from tests.sites import LIVE, unhashed

SWEDISH = f"{LIVE}/modalities/swedish-massage/"
PRACTICE = {
    "@type": "Organization",
    "@id": f"{LIVE}/#practice",
    "name": "Example Hands",
    "url": f"{LIVE}/",
}
WEBSITE = {
    "@type": "WebSite",
    "@id": f"{LIVE}/#website",
    "name": "Example Hands",
    "url": f"{LIVE}/",
}


def graph(project: Project, address: str) -> dict[str, Any]:
    """The things of a page, by type, without the hashes in the names of files."""
    found = project.page(address).find_all("script", type="application/ld+json")
    if not found:
        return {}
    (script,) = found
    said = json.loads(unhashed(script.get_text()))
    assert said["@context"] == "https://schema.org"
    return {one["@type"]: one for one in said["@graph"]}


def item(position: int, name: str, address: str) -> dict[str, Any]:
    return {"@type": "ListItem", "position": position, "name": name, "item": LIVE + address}


def test_a_page_says_what_it_is_and_where_it_stands(live: Project) -> None:
    """Results show the way to a page in place of its address."""
    assert graph(live, "/modalities/swedish-massage/")["WebPage"] == {
        "@type": "WebPage",
        "@id": SWEDISH,
        "url": SWEDISH,
        "name": "Swedish Massage",
        "description": "Long, even strokes over the whole body.",
        "inLanguage": "en-US",
        "isPartOf": WEBSITE,
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                item(1, "Home", "/"),
                item(2, "Modalities", "/modalities/"),
                item(3, "Swedish Massage", "/modalities/swedish-massage/"),
            ],
        },
    }


def test_the_home_page_is_about_the_practice_and_has_no_way_to_it(live: Project) -> None:
    """Google wants two steps at least, and the name of the site on its home page alone."""
    found = graph(live, "/")
    assert set(found) == {"WebSite", "WebPage", "HealthAndBeautyBusiness"}
    assert found["WebSite"] == WEBSITE
    assert found["WebPage"]["about"] == PRACTICE
    assert "breadcrumb" not in found["WebPage"]
    assert found["HealthAndBeautyBusiness"]["logo"] == f"{LIVE}/assets/icon-512.png"


def test_a_modality_is_a_service_with_its_sessions(live: Project) -> None:
    """What it costs is an offer of its own, beside what runs for a while."""
    hands = f"{LIVE}/images/hands-1200.jpg"
    usd = {"@type": "Offer", "priceCurrency": "USD"}
    assert graph(live, "/modalities/swedish-massage/")["Service"] == {
        "@type": "Service",
        "@id": f"{SWEDISH}#service",
        "name": "Swedish Massage",
        "description": "Long, even strokes over the whole body.",
        "url": SWEDISH,
        "image": hands,
        "provider": PRACTICE,
        "offers": [
            usd | {"name": "60 minutes", "price": "95.00"},
            usd | {"name": "90 minutes", "price": "135.50"},
        ],
    }


def test_a_price_that_is_not_one_amount_has_its_limits(live: Project) -> None:
    """Programs compare prices; one by arrangement has none."""
    first, *others = graph(live, "/modalities/deep-tissue-massage/")["Service"]["offers"]
    span = {"@type": "PriceSpecification", "priceCurrency": "USD"}
    assert first["price"] == "120.00"
    assert others == [
        {
            "@type": "Offer",
            "name": "Back and shoulders, 30 to 45 minutes",
            "priceSpecification": span | {"minPrice": "70.00", "maxPrice": "90.00"},
            "description": "with a warm pack",
            "url": "https://booking.hands.test/back",
        },
        {"@type": "Offer", "name": "At your home, 90 minutes"},
        {
            "@type": "Offer",
            "name": "With two therapists, 60 minutes",
            "priceSpecification": span | {"minPrice": "200.00"},
        },
    ]


def test_a_note_of_the_news_has_its_day_and_who_wrote_it(live: Project) -> None:
    """Of an hour nothing is known."""
    found = graph(live, "/news/new-table/")["BlogPosting"]
    address = f"{LIVE}/news/new-table/"
    assert found == {
        "@type": "BlogPosting",
        "@id": f"{address}#note",
        "headline": "A new table",
        "description": "Wider and warmer than the old one.",
        "datePublished": "2030-05-02",
        "image": f"{LIVE}/images/stones-1100.png",
        "author": PRACTICE,
        "publisher": PRACTICE,
        "mainEntityOfPage": {"@id": address},
    }


@pytest.mark.parametrize("address", ["/404.html", "/thank-you/", "/offers/winter/"])
def test_a_page_that_is_not_to_be_listed_says_nothing(live: Project, address: str) -> None:
    """An offer that has ended would live on in results."""
    assert graph(live, address) == {}
