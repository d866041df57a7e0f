"""Locations: a practice with several places."""

from __future__ import annotations

from pathlib import Path

from plugins.core.model.locations import places
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.locations import FEATURE
from plugins.structured_data.business import location
from tests.build.conftest import Project
from tests.sites import FULL, LIVE, PRACTICE, model

PLACE = """\
  - name: {}
    address:
      street: 1 A
      city: B
      region: CO
      postal_code: "80000"
"""


def site(folder: Path, *names: str) -> Site:
    places = "".join(PLACE.format(name) for name in names)
    return model(folder, {"practice.yaml": f"{PRACTICE}locations:\n{places}"})


def test_each_of_several_places_has_a_page(tmp_path: Path) -> None:
    """One place is the practice itself, and has the contact page."""
    assert [page.address for page in FEATURE.pages(site(tmp_path / "a", "North", "South"))] == [
        *("/locations/north/", "/locations/south/"),
    ]
    assert list(FEATURE.pages(site(tmp_path / "b", "North"))) == []


def test_a_name_in_other_letters_counts_by_its_number(tmp_path: Path) -> None:
    """Two Greek names must not be one address."""
    found = FEATURE.pages(site(tmp_path, "Βορράς", "Νότος"))
    assert [page.address for page in found] == ["/locations/1/", "/locations/2/"]


def test_two_places_of_one_name_are_refused(tmp_path: Path) -> None:
    """One page would replace the other."""
    (problem,) = FEATURE.site_problems(site(tmp_path, "North", "north"))
    assert (problem.field, problem.found) == ("locations 2, name", '"north"')


def test_the_contact_page_lists_them_with_the_way_to_each(live: Project) -> None:
    """Whoever goes to the wrong one comes too late."""
    places = live.page("/contact/").select(".location_list h3")
    assert [one.get_text() for one in places] == ["North room", "South room"]
    page = live.page("/locations/south-room/").select_one(".location_facts")
    assert page
    assert [(one["href"], one.get_text()) for one in page.select("a")] == [
        ("tel:+13035550145", "303-555-0145"),
        (
            "https://www.google.com/maps/dir/?api=1&destination=39.25%2C-105.5",
            "Show the way here",
        ),
    ]


def test_search_engines_get_each_as_a_business_of_its_own() -> None:
    """A map shows both, with the number of the practice where a place has none."""
    full = model(FULL)
    assert location(
        full, Page("/locations/north-room/", "North room", "", "location"), places(full)[0]
    ) == {
        "@type": "HealthAndBeautyBusiness",
        "@id": f"{LIVE}/locations/north-room/#location",
        "name": "Example Hands, North room",
        "url": f"{LIVE}/locations/north-room/",
        "telephone": "+13035550142",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "2 Quiet Street",
            "addressLocality": "Handsville",
            "addressRegion": "CO",
            "postalCode": "80001",
            "addressCountry": "US",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 39.75, "longitude": -105.0},
        "priceRange": "$95-$180",
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Monday"],
                "opens": "09:00",
                "closes": "12:00",
            }
        ],
        # Those of the practice: its places keep the same holidays.
        "specialOpeningHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "validFrom": first,
                "validThrough": last,
                "opens": opens,
                "closes": closes,
            }
            for first, last, opens, closes in (
                ("2030-07-04", "2030-07-04", "00:00", "00:00"),
                ("2030-12-24", "2030-12-24", "09:00", "12:00"),
                ("2030-12-25", "2031-01-01", "00:00", "00:00"),
            )
        ],
        "parentOrganization": {
            "@type": "Organization",
            "@id": f"{LIVE}/#practice",
            "name": "Example Hands",
            "url": f"{LIVE}/",
        },
    }
