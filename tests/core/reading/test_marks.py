"""Marks in fields: a field shows as it is written, so that codes of HTML and Markdown are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.problems import Repair
from plugins.core.reading.front_matter import read_yaml

PATH = Path("a.md")


def test_a_code_of_html_is_told_with_its_sign() -> None:
    """Copied from the source of a page, it would show as it is: "Prices &amp; times"."""
    fields = read_yaml("title: Prices &amp; times", PATH, 2)
    (problem,) = fields.problems
    assert (
        str(problem)
        == """\
a.md:2, title
  Found   "&amp;", a code of HTML
  Needed  plain text: a field shows as it is written
  To fix  write "&" in its place"""
    )
    assert problem.repair == Repair("replace", "a.md", 2, 14, "&amp;", "&")


@pytest.mark.parametrize(
    ("yaml", "line", "found"),
    [
        ("a:\n  - b\n  - c &eacute;", 4, '"&eacute;", a code of HTML'),
        ("a: b\nc: |\n  d\n  e&nbsp;f", 5, '"&nbsp;", a code of HTML'),
        ('a: "say &quot;b&quot;"', 2, '"&quot;", a code of HTML'),
        ("a: the **best**", 2, '"**"'),
        ("a: see [prices](/prices/)", 2, '"[prices](/prices/)"'),
        ("a: one<br>two", 2, '"<br>"'),
        ('a: "b :smile:"', 2, '":smile:", the name of an emoji'),
    ],
)  # fmt: skip
def test_marks_in_a_field_are_told(yaml: str, line: int, found: str) -> None:
    """In lists and below keys, too; at the line that has them, where it can be known."""
    assert [(one.line, one.found) for one in read_yaml(yaml, PATH, 2).problems] == [(line, found)]


@pytest.mark.parametrize(
    "yaml",
    ["a: R&D; AT&T, b & c; &x", "a: 2 * 3 ** 4", "a: [b, c]", "a: a [note] b", "a: 5 < 6 > 4"],
)
def test_ordinary_signs_are_left_alone(yaml: str) -> None:
    assert read_yaml(yaml, PATH, 2).problems == ()


def test_a_repair_never_changes_what_the_line_means() -> None:
    """A quote between quotes would end the value."""
    for yaml in ('a: "say &quot;b"', "a: it&#39;s"):
        assert [one.repair for one in read_yaml(yaml, PATH, 2).problems] == [None]
