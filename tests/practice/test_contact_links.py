"""The ways to reach the practice, as links that a phone understands."""

from __future__ import annotations

from pathlib import Path

from plugins.core.model.pages import Link
from plugins.practice.contact_links import contact_links
from tests.sites import PRACTICE, model


def test_a_call_dials_the_extension(tmp_path: Path) -> None:
    """Without it, a visitor reaches somebody else in the same house."""
    practice = PRACTICE.replace("303-555-0142", "303-555-0142 ext. 12")
    links = contact_links(model(tmp_path, {"practice.yaml": practice}))
    assert links.call == Link("303-555-0142 ext. 12", "tel:+13035550142;ext=12")
