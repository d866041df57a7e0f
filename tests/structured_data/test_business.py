"""The practice as search engines read it: all that is known, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.core.feature import Due
from plugins.core.model.pages import Page
from plugins.core.model.schema_org import Node
from plugins.core.model.site import Site
from plugins.structured_data import FEATURE, structured_data
from plugins.structured_data.business import business
from tests.sites import FULL, LIVE, NOW, PRACTICE, model

HOME = Page("/", "Home", "The home page.", "home")

SUMMER = {"validFrom": "2030-07-01", "validThrough": "2030-08-31"}


def practice(folder: Path, more: str = "", now: datetime = NOW) -> Site:
    return model(folder, {"practice.yaml": PRACTICE + more}, now=now)


def hours(opens: str, closes: str, **when: object) -> Node:
    return {"@type": "OpeningHoursSpecification", **when, "opens": opens, "closes": closes}


def test_every_fact_that_schema_org_has_a_word_for_is_told() -> None:
    """Maps and assistants answer from it: when it is open, where it is, what a visit costs."""
    assert business(model(FULL), HOME) == {
        "@type": "HealthAndBeautyBusiness",
        "@id": f"{LIVE}/#practice",
        "name": "Example Hands",
        "url": f"{LIVE}/",
        "slogan": "Unhurried massage for example shoulders",
        "telephone": "+13035550142",
        "faxNumber": "+13035550144",
        "email": "hello@hands.test",
        "priceRange": "$95-$180",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "1 Quiet Street",
            "addressLocality": "Handsville",
            "addressRegion": "CO",
            "postalCode": "80000",
            "addressCountry": "US",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 39.5, "longitude": -105.25},
        "openingHoursSpecification": [
            hours("09:00", "18:00", dayOfWeek=["Monday", "Thursday", "Friday"]),
            hours("08:30", "12:00", dayOfWeek=["Tuesday"]),
            hours("13:00", "20:00", dayOfWeek=["Tuesday"]),
            hours("00:00", "00:00", dayOfWeek=["Wednesday", "Sunday"]),
            hours("10:00", "14:00", dayOfWeek=["Saturday"]),
        ],
        "specialOpeningHoursSpecification": [
            hours("00:00", "00:00", validFrom="2030-07-04", validThrough="2030-07-04"),
            hours("09:00", "12:00", validFrom="2030-12-24", validThrough="2030-12-24"),
            hours("00:00", "00:00", validFrom="2030-12-25", validThrough="2031-01-01"),
            hours("09:00", "13:00", dayOfWeek=["Friday"], **SUMMER),
            hours("00:00", "00:00", dayOfWeek=["Saturday"], **SUMMER),
        ],
        "areaServed": ["Handsville", "Otherville"],
        "sameAs": [
            "https://facebook.hands.test/examplehands",
            "https://instagram.hands.test/examplehands",
            "https://pinterest.hands.test/examplehands",
            "https://x.hands.test/examplehands",
            "https://bluesky.hands.test/examplehands",
            "https://threads.hands.test/@examplehands",
            "https://linkedin.hands.test/examplehands",
            "https://youtube.hands.test/@examplehands",
            "https://tiktok.hands.test/@examplehands",
        ],
        "potentialAction": {
            "@type": "ReserveAction",
            "name": "Book a time online",
            "target": "https://booking.hands.test/example-hands?from=site&lang=en",
        },
    }


def test_of_a_practice_with_three_facts_three_facts_are_told(tmp_path: Path) -> None:
    """A day without hours is not a closed day, and no address is not an empty one."""
    assert business(practice(tmp_path), HOME) == {
        "@type": "HealthAndBeautyBusiness",
        "@id": f"{LIVE}/#practice",
        "name": "Bare Hands",
        "url": f"{LIVE}/",
        "telephone": "+13035550142",
    }


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("18:00-23:59", hours("18:00", "00:00", dayOfWeek=["Monday"])),
        ("00:00-23:59", hours("00:00", "23:59", dayOfWeek=["Monday"])),
        ("00:00-06:00", hours("00:00", "06:00", dayOfWeek=["Monday"])),
        ("22:00-02:00", hours("22:00", "02:00", dayOfWeek=["Monday"])),
        ("closed", hours("00:00", "00:00", dayOfWeek=["Monday"])),
    ],
)
def test_midnight_is_told_as_google_reads_it(tmp_path: Path, written: str, told: Node) -> None:
    """00:00 to 00:00 is a closed day there, 00:00 to 23:59 one that is open all day."""
    made = business(practice(tmp_path, f'hours:\n  monday: "{written}"\n'), HOME)
    assert made["openingHoursSpecification"] == [told]


def test_a_day_by_appointment_is_not_told_as_closed(tmp_path: Path) -> None:
    """schema.org has no word for it."""
    rows = "hours:\n  monday: by appointment\n  tuesday: 09:00-18:00, by appointment\n"
    made = business(practice(tmp_path, rows), HOME)
    assert made["openingHoursSpecification"] == [hours("09:00", "18:00", dayOfWeek=["Tuesday"])]


@pytest.mark.parametrize(
    ("now", "days"),
    [
        (datetime(2030, 7, 5, 5, 59, 59, tzinfo=UTC), ["2030-07-04", "2030-12-24", "2030-12-25"]),
        (datetime(2030, 7, 5, 6, tzinfo=UTC), ["2030-12-24", "2030-12-25"]),
        (datetime(2031, 1, 2, 6, 59, 59, tzinfo=UTC), ["2030-12-25"]),
        (datetime(2031, 1, 2, 7, tzinfo=UTC), []),
    ],
)
def test_a_special_day_is_told_until_it_is_over(now: datetime, days: list[str]) -> None:
    """By the practice's clock: in Denver the fourth of July ends at six in the morning, UTC."""
    made = business(model(FULL, now=now), HOME)
    special = made.get("specialOpeningHoursSpecification", [])
    found = [one["validFrom"] for one in special if "dayOfWeek" not in one]
    assert found == days


def test_a_build_is_due_when_a_special_day_is_over(tmp_path: Path) -> None:
    """Until then the graph names a day that is past."""
    site = practice(tmp_path, "special_days:\n  - date: 2030-07-04\n    reason: Holiday\n")
    assert list(FEATURE.due_builds(site)) == [
        Due(
            datetime(2030, 7, 5, 6, tzinfo=UTC),
            (tmp_path / "practice.yaml").as_posix(),
            '"Holiday" is over',
        )
    ]


@pytest.mark.parametrize(("length", "told"), [(99, True), (100, False)])
def test_a_price_range_that_google_refuses_is_left_out(
    tmp_path: Path, length: int, told: bool
) -> None:
    """It ignores the property from 100 characters on."""
    made = business(practice(tmp_path, f"price_range: {'$' * length}\n"), HOME)
    assert ("priceRange" in made) is told


def test_the_whole_practice_stands_where_visitors_read_its_facts(tmp_path: Path) -> None:
    """What a page does not show is not told there; the other pages name it in short."""
    site = practice(tmp_path)
    pages = [HOME, Page("/contact/", "Contact", "", "contact"), Page("/about/", "Us", "", "page")]
    kinds = [[one["@type"] for one in structured_data(site, page)] for page in pages]
    assert kinds == [
        ["WebSite", "WebPage", "HealthAndBeautyBusiness"],
        ["ContactPage", "HealthAndBeautyBusiness"],
        ["WebPage"],
    ]


@pytest.mark.parametrize(
    ("now", "valid"),
    [
        (datetime(2030, 9, 1, 5, 59, 59, tzinfo=UTC), SUMMER),
        (
            datetime(2030, 9, 1, 6, tzinfo=UTC),
            {"validFrom": "2031-07-01", "validThrough": "2031-08-31"},
        ),
    ],
)
def test_a_season_is_told_as_it_comes_next(now: datetime, valid: dict[str, str]) -> None:
    """Programs know no season that comes every year."""
    made = business(model(FULL, now=now), HOME)
    found = [one for one in made["specialOpeningHoursSpecification"] if "dayOfWeek" in one]
    assert [{key: one[key] for key in valid} for one in found] == [valid, valid]
