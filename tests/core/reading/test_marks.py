"""Marks in fields: a field shows as it is written, so that codes of HTML and Markdown are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.problems import Problem, Repair
from plugins.core.reading.front_matter import read_yaml
from plugins.core.reading.marks import field_marks


def told(yaml: str) -> list[Problem]:
    return list(field_marks(read_yaml(yaml, Path("a.md"), 2)))


def test_a_code_of_html_is_told_with_its_sign() -> None:
    """Copied from the source of a page, it would show as it is: "Prices &amp; times"."""
    (problem,) = told("title: Prices &amp; times")
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
    assert [(one.line, one.found) for one in told(yaml)] == [(line, found)]


@pytest.mark.parametrize(
    "yaml",
    ["a: R&D; AT&T, b & c; &x", "a: 2 * 3 ** 4", "a: [b, c]", "a: a [note] b", "a: 5 < 6 > 4"],
)
def test_ordinary_signs_are_left_alone(yaml: str) -> None:
    assert told(yaml) == []


def test_a_repair_never_changes_what_the_line_means() -> None:
    """A quote between quotes would end the value."""
    for yaml in ('a: "say &quot;b"', "a: it&#39;s"):
        assert [one.repair for one in told(yaml)] == [None]


@pytest.mark.parametrize(
    ("value", "sign", "where"),
    [
        ("safe\u202egnp.exe", "RIGHT-TO-LEFT OVERRIDE (U+202E)", 'after "safe"'),
        ("303\u200b777", "ZERO WIDTH SPACE (U+200B)", 'after "303"'),
        ("\u2066x", "LEFT-TO-RIGHT ISOLATE (U+2066)", 'before "x"'),
        ("a\U000e0061\U000e0062b", "TAG LATIN SMALL LETTER A (U+E0061)", 'after "a"'),
        ("a\u2060b", "WORD JOINER (U+2060)", 'after "a"'),
    ],
)
def test_an_invisible_sign_in_a_field_is_told_by_its_name(
    value: str, sign: str, where: str
) -> None:
    """It is pasted along, or somebody means to deceive: the value is not what it seems."""
    (problem,) = read_yaml(f"a: b\ntitle: {value}", Path("a.md"), 2).problems
    assert (problem.line, problem.field, problem.found) == (
        3,
        "title",
        f"an invisible sign, {sign}",
    )
    assert problem.fix == f"delete it, {where}; or delete the line and type it again"
    assert problem.repair
    assert value.replace(problem.repair.old, "", 1).isprintable()


@pytest.mark.parametrize("value", ["👩\u200d⚕️ nurse", "physio\u00adtherapy"])
def test_what_joins_and_parts_words_stays(value: str) -> None:
    assert read_yaml(f"title: {value}", Path("a.md")).problems == ()
