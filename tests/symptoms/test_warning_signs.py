"""Warning signs: what is urgent stands first, with the number to call where the practice is."""

from __future__ import annotations

import re

import pytest
from bs4 import Tag

from tests.build.conftest import Project

NECK = "Sudden, severe neck pain or a headache unlike any before"


def groups(project: Project, address: str) -> dict[str, list[str]]:
    """The signs below each heading of the box."""
    box = project.page(address).select_one(".see_a_doctor")
    assert isinstance(box, Tag)
    found = {}
    for group in box.find_all("div", recursive=False):
        heading = group.find("h3") or box.find("h2")
        assert isinstance(heading, Tag)
        found[heading.get_text()] = [one.get_text() for one in group.find_all("li")]
    return found


def test_what_is_urgent_stands_first(live: Project) -> None:
    """Somebody with a stroke must not read six other lines before."""
    assert groups(live, "/symptoms/stiff-neck/") == {
        "Call 911 or go to an emergency room": [NECK, "A drooping face, or trouble speaking"],
        "See a doctor today": ["A fall or an accident"],
        "Ask a doctor before you book": ["Numbness in a hand"],
    }


def test_a_list_without_groups_needs_no_other_heading(live: Project) -> None:
    """As staff wrote it before there were groups."""
    assert list(groups(live, "/symptoms/tired-feet/")) == ["When to see a doctor"]


@pytest.mark.parametrize(
    ("country", "postal_code", "heading"),
    [
        ("GB", "EC1Y 8SY", "Call 999 or go to A&E"),
        ("FR", "75001", "Call 112 or go to an emergency department"),
        ("XK", "10000", "Go to an emergency room at once"),
    ],
)
def test_the_number_follows_the_country(
    full: Project, country: str, postal_code: str, heading: str
) -> None:
    """A wrong number is worse than none."""
    path = full.content / "practice.yaml"
    text = re.sub("postal_code: .*", f"postal_code: {postal_code}", path.read_text())
    path.write_text(f"currency: USD\n{text.replace(' 303-555-', ' +1 303-555-')}")
    full.replace("practice.yaml", "  country: US", f"  country: {country}")
    outcome = full.build()
    assert outcome.code == 0, outcome.text
    assert next(iter(groups(full, "/symptoms/stiff-neck/"))) == heading


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        (NECK, "no sign of an injured artery of the neck"),
        ("A drooping face, or trouble speaking", "no sign of a stroke"),
    ],
)
def test_a_page_about_the_neck_without_those_signs_is_told(
    full: Project, sign: str, told: str
) -> None:
    """Work on the neck can hurt an artery that was torn before; few people know the signs."""
    full.replace("symptoms/stiff-neck.md", f"    - {sign}\n", "")
    full.replace("symptoms/stiff-neck.md", "one small muscle.", "one small muscle of the neck.")
    assert told in full.built().text


def test_a_slip_in_a_list_without_groups_is_told_at_its_line(full: Project) -> None:
    """The group that it fills is in no file."""
    full.replace("symptoms/tired-feet.md", "see_a_doctor:\n", "see_a_doctor:\n  - [a, b]\n")
    assert full.refused().startswith("content/symptoms/tired-feet.md:21, see_a_doctor 1\n")
