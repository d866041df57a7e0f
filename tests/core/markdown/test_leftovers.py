"""Signs that nobody meant to show: each is told at its line, and ordinary words are left alone."""

from __future__ import annotations

import pytest

from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.problems import Problem, Repair, report


def told(body: str) -> list[Problem]:
    return MarkdownRenderer().render(body, "content/pages/about.md", 5, str)[1]


FOREIGN = [
    *("{% include map.html %}", "{%- if x -%}", "{{ site.title }}", "{{< youtube abc >}}"),
    *("{{% notice %}}", "[TOC]", "[[_TOC_]]", "{:toc}", "[gallery]", '[gallery ids="1,2"]'),
    *("[et_pb_section fb_built=\u201d1\u2033]", "[/et_pb_section]", "[vc_row]", "[/caption]"),
    *('[button url="/x/"]', "[contact-form-7 id=3]", "{: .lead}", "{#prices}", "{.lead}"),
    *("::: note", ":::", "!!! note", "[!NOTE]", "[[Prices]]", "==words==", ":smile:"),
]


@pytest.mark.parametrize("mark", FOREIGN)
def test_a_mark_of_another_program_is_told_where_it_stands(mark: str) -> None:
    """Texts come from old sites, with what those sites filled in."""
    for body, line in ((f"a\n\n{mark}\n\nb", 7), (f"> - {mark}", 5)):
        problems = told(body)
        assert [(one.line, one.level) for one in problems] == [(line, "error")]
        assert problems[0].found.startswith(f'"{mark}", ')


@pytest.mark.parametrize(
    "body",
    [
        *(f"`{mark}`\n\n    {mark}\n\n```\n{mark}\n```" for mark in FOREIGN),
        "\\{{ x }} \\[gallery] \\[TOC] \\==a== \\:smile:",
        "[gallery](/x/) [gallery]\n\n[gallery]: /y/",
        *("He said [sic] so [laughs].", "a == b", "10:30:00, 5:1", "{x} {1}", "[x] done", "$5 :-)"),
        *("\u2013 Ada", "\u2705 Open", "2 \u2022 3", "- \u2705 a\n- \u2705 b"),
        *("\u2705 a\\\n\u2705 b", "J. Doe\nB. Roe"),
        *("-5 degrees\n-6 degrees", "(303) 555-0142\n(303) 555-0143", "*a* b\n*c* d"),
        *("#1 in town", "\\#a", "1.5 hours\n2.5 hours", "one of us\nor two"),
    ],
)  # fmt: skip
def test_what_is_meant_to_show_shows(body: str) -> None:
    """A message about nothing teaches people to ignore messages."""
    assert report(told(body)) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\u2022 a\n\u2022 b", "- a\n- b"),
        ("\u2022a", "- a"),
        ("\u25cf a\n\u25cb b", "- a\n- b"),
        ("\uf0b7\ta", "- a"),
        ("\u2013 a\n\u2013 b\n\u2013 c", "- a\n- b\n- c"),
        ("\u2014a\n\u2014b", "- a\n- b"),
        ("\u2705 a\n\u2705 b", "- \u2705 a\n- \u2705 b"),
        ("\u2192 a\n\u2714 b", "- \u2192 a\n- \u2714 b"),
        ("-a\n-b", "- a\n- b"),
        ("*a\n*b", "- a\n- b"),
        ("1.a\n2.b", "1. a\n2. b"),
        ("1)a\n2)b", "1. a\n2. b"),
        ("(1) a\n(2) b", "1. a\n2. b"),
        ("a) x\nb) y", "- a) x\n- b) y"),
        ("i. x\nii. y", "- i. x\n- ii. y"),
        ("o x\no y", "- x\n- y"),
    ],
)
def test_a_list_that_is_none_gets_signs_that_make_one(old: str, new: str) -> None:
    """Its items run into one line; a word processor made its bullets."""
    for before in ("", "Words:\n", "> ", "- x\n\n  "):
        prefix = before if before == "> " else " " * 2 * before.startswith("-")
        body = before + old.replace("\n", f"\n{prefix}")
        (problem,) = told(body)
        assert problem.repair is not None
        repaired = body.replace(problem.repair.old, problem.repair.new)
        assert repaired == before + new.replace("\n", f"\n{prefix}")
        assert told(repaired) == []


def test_a_list_is_told_once_with_its_first_line() -> None:
    """Eight messages for one list would hide the others."""
    assert report(told("Words:\n\u2022 a\n\u2022 b\n\u2022 c")) == (
        """\
content/pages/about.md:6
  Found   "\u2022 a", and 2 more of its kind
  Needed  list items that begin with "- " or "1. "; other lines run into one
  To fix  write "- a", and so on"""
    )


def test_a_hash_without_a_blank_is_a_question() -> None:
    """Is it a heading, or the sign that people put in front of a topic?"""
    problem, second = told("#selfcare #massage\n\n##Prices")
    assert (
        str(problem)
        == """\
content/pages/about.md:5
  Found   "#selfcare #massage"
  Needed  a blank after the "#" of a heading, or a backslash before a "#" that shows
  To fix  write "\\#selfcare #massage" to show the sign, "## selfcare #massage" for a heading"""
    )
    assert (problem.level, second.level) == ("warning", "error")
    assert second.repair == Repair(
        "replace", "content/pages/about.md", 7, 0, "##Prices", "## Prices"
    )
