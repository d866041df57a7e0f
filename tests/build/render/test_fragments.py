"""Fragments: made once of the same values, and of no others."""

from __future__ import annotations

from jinja2 import Environment

from plugins.build.render.fragments import Once

THEME = Environment(autoescape=True).from_string(
    "{% macro one(text) %}{{ text.said() }}{% endmacro %}"
    "{% macro other(text) %}<b>{{ text.said() }}</b>{% endmacro %}"
)


class Text:
    """Says how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def said(self) -> str:
        self.asked += 1
        return f"<{self.asked}>"


def test_a_component_is_made_once_of_the_same_values() -> None:
    """A thousand pages have one banner."""
    once, text = Once(), Text()
    assert [once(THEME.module.one, text) for _ in range(3)] == ["&lt;1&gt;"] * 3  # type: ignore[attr-defined]


def test_another_component_and_other_values_are_made_anew() -> None:
    """A page for which another offer is meant shows that one."""
    once, text = Once(), Text()
    found = [once(macro, text) for macro in (THEME.module.one, THEME.module.other)]  # type: ignore[attr-defined]
    assert found == ["&lt;1&gt;", "<b>&lt;2&gt;</b>"]
    assert [once(THEME.module.one, Text()) for _ in range(1000)] == ["&lt;1&gt;"] * 1000  # type: ignore[attr-defined]
    assert text.asked == 2


def test_values_that_are_gone_are_not_taken_for_others() -> None:
    """Python gives the place of what is gone to what comes next."""
    once = Once()
    made = {once(THEME.module.one, text_that_says(str(number))) for number in range(1000)}  # type: ignore[attr-defined]
    assert len(made) == 1000


def text_that_says(words: str) -> Text:
    text = Text()
    text.said = lambda: words  # type: ignore[method-assign]
    return text
