"""Facts that cannot all be true: told while somebody edits, and never published."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.problems import Problem
from plugins.practice.contradictions import contradictions
from tests.sites import PAGE, PRACTICE, model


def told(folder: Path, practice: str, *, preview: bool = False) -> list[Problem]:
    files = {"practice.yaml": practice, "pages/home.md": PAGE}
    return list(contradictions(model(folder, files, preview=preview)))


@pytest.mark.parametrize(
    ("zone", "latitude", "longitude", "fixes"),
    [
        ("America/Denver", "39.74", "-104.99", []),
        ("America/Denver", "39.74", "104.99", ['write "longitude: -104.99"']),
        ("America/Denver", "-39.74", "-104.99", ['write "latitude: 39.74"']),
        ("Europe/Madrid", "40.4", "-3.7", []),
        ("Europe/Paris", "48.85", "2.35", []),
        ("Australia/Sydney", "-33.86", "151.2", []),
        ("Australia/Sydney", "33.86", "151.2", ['write "latitude: -33.86"']),
        ("Australia/Sydney", "-33.86", "-151.2", ['write "longitude: 151.2"']),
        ("Asia/Shanghai", "39.5", "75.9", []),
        ("Pacific/Auckland", "-36.8", "174.8", []),
        ("Pacific/Kiritimati", "1.9", "-157.4", []),
        ("America/Denver", "39.74", "10.5", ["correct longitude, or time_zone"]),
        ("UTC", "39.74", "104.99", []),
    ],
)
def test_the_point_on_the_map_is_where_the_clock_is(
    tmp_path: Path, zone: str, latitude: str, longitude: str, fixes: list[str]
) -> None:
    """104.99 east is in China; the clock is Denver's."""
    geo = f"geo:\n  latitude: {latitude}\n  longitude: {longitude}\n"
    made = told(tmp_path, PRACTICE.replace("America/Denver", zone).replace("303-", "+1 303-") + geo)
    assert [(one.fix, one.level) for one in made] == [(fix, "error") for fix in fixes]


@pytest.mark.parametrize(
    ("number", "levels"),
    [
        ("303-555-0142", []),
        ("303-777-1151", []),
        ("+44 20 7946 0000", []),
        ("123-456-7890", ["error"]),
        ("303-155-0142", ["error"]),
        ("+44 99 7946 0000", ["warning"]),
    ],
)
def test_a_number_that_no_telephone_has_is_told(
    tmp_path: Path, number: str, levels: list[str]
) -> None:
    """Tables of numbers grow old, so what they lack is only worth a look."""
    made = told(tmp_path, PRACTICE.replace("303-555-0142", number))
    assert [one.level for one in made] == levels


def test_the_number_of_each_place_is_told_too(tmp_path: Path) -> None:
    """A practice of two rooms has two numbers that visitors dial."""
    address = "{street: A, city: B, region: CO, postal_code: '80202', country: US}"
    rooms = "".join(
        f"\n  - name: {name}\n    telephone: {number}\n    address: {address}"
        for name, number in {"North": "303-555-0143", "South": "303-055-0143"}.items()
    )
    (problem,) = told(tmp_path, f"{PRACTICE}locations:{rooms}\n")
    assert (problem.field, problem.level) == ("locations 2, telephone", "error")


def test_in_the_preview_it_is_worth_a_look(tmp_path: Path) -> None:
    """Somebody may be in the middle of it."""
    practice = PRACTICE.replace("303-555-0142", "123-456-7890")
    assert [one.level for one in told(tmp_path, practice, preview=True)] == ["warning"]
