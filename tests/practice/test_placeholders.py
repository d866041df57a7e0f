"""Facts that nobody has filled in yet: told while somebody edits, and never published."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.problems import Problem
from plugins.practice.placeholders import placeholders
from tests.sites import FULL, PAGE, PRACTICE, model


def told(folder: Path, rows: str, *, preview: bool = False) -> list[Problem]:
    files = {"practice.yaml": PRACTICE + rows, "pages/home.md": PAGE}
    return list(placeholders(model(folder, files, preview=preview)))


ADDRESS = "address:\n  street: {}\n  city: {}\n  region: {}\n  postal_code: '{}'\n"


@pytest.mark.parametrize(
    "rows",
    [
        "email: name@example.com",
        "email: info@mail.example.org",
        "email: you@yourdomain.com",
        "booking:\n  url: https://booking.example.com/your-practice",
        "booking:\n  url: https://www.example.net",
        "booking:\n  label: Example words for the button\n  url: https://book.hands.test",
        "social:\n  instagram: https://www.instagram.com/your-account-name",
        "newsletter:\n  provider: buttondown\n  username: your-account-name",
        ADDRESS.format("000 Example Street", "Denver", "CO", "80202"),
        ADDRESS.format("1 Main Street", "Exampletown", "CO", "80202"),
        ADDRESS.format("1 Main Street", "Denver", "XX", "80202"),
        ADDRESS.format("1 Main Street", "Denver", "CO", "00000"),
        "price_range: $000-$000",
        "licences: Example Person, LMT 1234",
        "licences: Ada Hands, License 00000",
        "service_area: Exampletown and Sampleville",
        "geo:\n  latitude: 0.0000\n  longitude: 5",
        "hours:\n  monday: 00:00-01:00",
        "text_messages: 000-000-0000",
        "tagline: 'null'",
        "tagline: N/A",
        "price_range: TBD",
        "tagline: undefined",
        "tagline: to be announced",
        "tagline: '[tagline]'",
    ],
)
@pytest.mark.parametrize(("preview", "level"), [(True, "warning"), (False, "error")])
def test_an_example_or_a_blank_is_never_published(
    tmp_path: Path, rows: str, level: str, *, preview: bool
) -> None:
    """Visitors would write to nobody, or drive into the sea off Africa."""
    problem, *more = told(tmp_path, rows, preview=preview)
    assert (more, problem.level) == ([], level)
    assert problem.line > PRACTICE.count("\n")


@pytest.mark.parametrize(
    "rows",
    [
        "email: ada@bestexample.com",
        "tagline: We lead by example",
        "tagline: Null pain is not promised",
        "tagline: None of your worries",
        "price_range: $100-$200",
        "geo:\n  latitude: 0.5\n  longitude: 5",
        "hours:\n  monday: 00:00-02:00",
        ADDRESS.format("1000 Sample Road", "Denver", "CO", "80000"),
        "licences: Ada Hands, License 00001",
        "special_days:\n  - date: 2099-12-25\n    reason: TBD",
    ],
)
def test_what_only_resembles_one_is_left_alone(tmp_path: Path, rows: str) -> None:
    """A true fact is never refused."""
    assert told(tmp_path, rows) == []


def test_a_blank_in_a_page_is_told_too(tmp_path: Path) -> None:
    """Generators write "null" where they know nothing."""
    page = "---\ntitle: A\nsummary: 'null'\n---\n"
    made = model(tmp_path, {"practice.yaml": PRACTICE, "pages/a.md": page})
    (problem,) = placeholders(made)
    assert str(problem).endswith(
        """pages/a.md:3, summary
  Found   "null"
  Needed  a text for visitors, who would read this one
  To fix  write it, or delete the line"""
    )


def test_the_practice_of_the_tests_has_none() -> None:
    """It is published in many tests."""
    assert list(placeholders(model(FULL))) == []
