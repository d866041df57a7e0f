"""Somebody in pain reads every text without effort: eight years of school are enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.new_practice.starters import STARTERS
from tests.content.reading_grade import WORD, grade, prose
from tests.sites import FULL

MOST = 8
# Fewer words than these say nothing of how hard a text is.
LEAST = 60
EASY = "---\n---\n\nYou lie down. We ask [what hurts](/where/). You say stop, and we stop."
HARD = (
    "---\n---\n\nPractitioners differentiate myofascial dysfunctions, whose multifactorial "
    "pathophysiology necessitates comprehensive interdisciplinary consideration."
)
TEXTS = [
    path
    for folder in (FULL, STARTERS / "en")
    for path in sorted(folder.rglob("*.md"))
    if len(WORD.findall(prose(path.read_text(encoding="utf-8")))) >= LEAST
]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_text_takes_eight_years_of_school_at_most(path: Path) -> None:
    """A starter is what most practices will publish as it is."""
    assert grade(prose(path.read_text(encoding="utf-8"))) <= MOST


def test_hard_texts_are_told_from_easy_ones() -> None:
    """The test above must be able to fail."""
    assert prose(EASY) == "You lie down. We ask what hurts. You say stop, and we stop."
    assert grade(prose(EASY)) < 2
    assert grade(prose(HARD)) > 20
