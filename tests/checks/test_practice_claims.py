"""Claims in practice.yaml: its texts stand on pages, so they may promise no more than others."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.checks import site_problems
from tests.sites import PRACTICE, model


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("tagline: We cure back pain", [("tagline", 4)]),
        ("gift:\n  link: https://gifts.hands.test/\n  words: It cures migraines.", [("gift", 6)]),
        ("packages:\n  - name: Five\n    price: 90\n    note: cures sciatica", [("packages", 7)]),
        ("words:\n  - word: voices.heading\n    text: We cure back pain", [("words", 6)]),
        ("tagline: We cure back pain # reviewed: a title of a song", []),
        ("tagline: Massage for back pain and sciatica", []),
        ("gift:\n  link: https://cure.hands.test/\n  words: For somebody with a stiff neck.", []),
    ],
)
def test_a_promise_in_a_fact_is_told_at_its_line(
    tmp_path: Path, rows: str, found: list[tuple[str, int]]
) -> None:
    """But it is no page, which would have to say when to see a doctor."""
    site = model(tmp_path, {"practice.yaml": f"{PRACTICE}{rows}\n"})
    assert [(one.field, one.line) for one in site_problems(site)] == found
