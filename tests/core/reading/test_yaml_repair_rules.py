"""What a line may have been meant to be: the small parts that the messages are made of."""

from __future__ import annotations

import pytest

from plugins.core.reading.yaml_repair_rules import LONGEST, columns, to_indent, to_write, unquoted


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Massage", "Massage"),
        ('"Massage', "Massage"),
        ("'Massage", "Massage"),
        ("'We're open'", "We're open"),
        ('"Say "hi" now"', 'Say "hi" now'),
        (r'"Say \"hi\" now" x"', 'Say "hi" now" x'),
        ('"Fine" it is', '"Fine" it is'),
        ('"Fine" and "good"', '"Fine" and "good"'),
        ("\u201cMassage\u201d", "Massage"),
        ("\u201cFine\u201d it is", "\u201cFine\u201d it is"),
        ('"', ""),
    ],
)
def test_quotation_marks_around_a_text_go_and_those_in_it_stay(text: str, meant: str) -> None:
    """Marks that were meant for YAML would stand on the page."""
    assert unquoted(text) == meant


def test_a_line_may_begin_where_those_around_it_begin() -> None:
    """Under the nearest key or hyphen first; last where the next line begins."""
    lines = ["a:", "  - b: c", "x", "      d: e"]
    assert columns(lines, 2) == [4, 2, 0, 6]


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (0, "begin the line with no space or tab"),
        (1, "begin the line with 1 space"),
        (4, "begin the line with 4 spaces"),
    ],
)
def test_an_indentation_is_given_in_spaces(column: int, words: str) -> None:
    """They cannot be seen, but counted."""
    assert to_indent(column) == words


def test_a_line_to_type_is_shown_up_to_a_length() -> None:
    """Without the spaces before it, which stay."""
    assert to_write("  title: a") == 'write "title: a"'
    assert to_write('title: "a"') == 'write title: "a"'
    assert to_write("x" * LONGEST) == f'write "{"x" * LONGEST}"'
    assert to_write("x" * (LONGEST + 1)).startswith('put " before the text')
