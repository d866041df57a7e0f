"""What a message tells people to type, when their content has a folder of its own."""

from __future__ import annotations

import pytest

from plugins.core.next_commands import of_this_content


@pytest.mark.parametrize(
    ("folder", "text", "said"),
    [
        ("", "type: make check", "type: make check"),
        ("content", "type: make check", "type: make check"),
        ("my site", "type: make check", "type: make check CONTENT='my site'"),
        ("a", 'Type: make new-offer TITLE="Ten"', 'Type: make new-offer CONTENT=a TITLE="Ten"'),
        ("a", "type: make devserver CONTENT=a", "type: make devserver CONTENT=a"),
        ("a", "after the next make publish.", "after the next make publish CONTENT=a."),
        (
            "a",
            "leftovers that make deploy did not upload",
            "leftovers that make deploy did not upload",
        ),
    ],
)
def test_the_next_command_is_about_the_same_content(
    monkeypatch: pytest.MonkeyPatch, folder: str, text: str, said: str
) -> None:
    """Who forgets the folder sees, and may publish, the site of another practice."""
    monkeypatch.setenv("CONTENT", folder)
    assert of_this_content(text) == said
