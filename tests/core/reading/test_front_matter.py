"""Front matter: what the writer typed, with the line of every value."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import LIMIT, Parsed, doubled, parse, read_yaml
from tests.core.conftest import PAGE, PRACTICE, front_matter, said, steady

MODALITY = """\
---
title: Swedish massage
starter: yes

# A remark
symptoms:
  - low-back-pain
  - hip-pain
questions:
  - question: Does it hurt?
    answer: |
      No.
      Say so if it does.
  - question: How long?
    answer: As long
      as you like
---

Long strokes.
"""


def values(rows: str) -> dict[str, object]:
    return front_matter(rows).values


def refusal(text: str) -> str:
    with pytest.raises(ContentError) as caught:
        parse(text, PAGE)
    return str(caught.value)


def test_a_file_is_fields_and_a_body() -> None:
    """Lists, lists of lists of keys, and texts over several lines."""
    parsed = parse(MODALITY, PAGE)
    assert parsed.fields.values == {
        "title": "Swedish massage",
        "starter": "yes",
        "symptoms": ["low-back-pain", "hip-pain"],
        "questions": [
            {"question": "Does it hurt?", "answer": "No.\nSay so if it does.\n"},
            {"question": "How long?", "answer": "As long as you like"},
        ],
    }
    assert parsed.fields.problems == ()
    assert (parsed.body, parsed.body_line) == ("\nLong strokes.\n", 18)


def test_every_value_knows_its_line() -> None:
    """A message with the wrong line costs more time than one without."""
    assert parse(MODALITY, PAGE).fields.lines == {
        (): 2,
        ("title",): 2,
        ("starter",): 3,
        ("symptoms",): 6,
        ("symptoms", 0): 7,
        ("symptoms", 1): 8,
        ("questions",): 9,
        ("questions", 0): 10,
        ("questions", 0, "question"): 10,
        ("questions", 0, "answer"): 11,
        ("questions", 1): 14,
        ("questions", 1, "question"): 14,
        ("questions", 1, "answer"): 15,
    }


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("questions", 1, "answer"), 15),
        (("questions", 1, "picture"), 14),
        (("questions", 9), 9),
        (("related", 0), 2),
        ((), 2),
    ],
)
def test_what_is_missing_has_the_line_of_what_would_hold_it(
    location: tuple[str | int, ...], line: int
) -> None:
    """There the line has to be added."""
    assert parse(MODALITY, PAGE).fields.line(location) == line


def test_an_empty_file_of_facts_begins_on_its_first_line() -> None:
    """A new practice.yaml has no line to point at."""
    fields = read_yaml("", PRACTICE)
    assert (fields.values, fields.line(("name",))) == ({}, 1)


@pytest.mark.parametrize(
    "text",
    ["no", "Off", "yes", "nil", "12:30", "09:00", "1e3", "0777", "2026-12-31", "-5", "<<"],
)
def test_a_value_stays_what_was_typed(text: str) -> None:
    """YAML turns "Off" into False and 12:30 into 750; a title is a title."""
    assert values(f"title: {text}") == {"title": text}


def test_a_key_without_a_value_is_not_set() -> None:
    """Staff leave "ends:" open until they know; that is no empty text."""
    assert values("title:\nends:   \ncode: # ask Ada\npages: a") == {"pages": "a"}


def test_an_item_without_a_text_is_not_there() -> None:
    """A lone hyphen is the beginning of an item that nobody finished."""
    assert values("symptoms:\n  - a\n  -\n  - b") == {"symptoms": ["a", "b"]}


def test_an_empty_text_between_quotes_is_a_text() -> None:
    """The model says that it needs more."""
    assert values("title: \"\"\nsummary: ''") == {"title": "", "summary": ""}


def test_a_remark_after_a_text_is_no_part_of_it() -> None:
    """With the space that a remark has."""
    assert values("saving: 25 # dollars") == {"saving": "25"}


def test_an_invisible_blank_in_a_key_is_not_there() -> None:
    """Pasted from a web page; "title" would be an unknown key, and nobody could see why."""
    assert values("title\u200b: a\nsum\u00admary: b") == {"title": "a", "summary": "b"}


@pytest.mark.parametrize("head", ["\n\n---\na: b\n---\n", "---  \na: b\n---\t\n"])
def test_a_fence_may_have_blanks_around_it(head: str) -> None:
    """Editors add an empty line or a space."""
    assert parse(head, PAGE).fields.values == {"a": "b"}


def test_front_matter_may_be_empty() -> None:
    """The model says what is missing."""
    assert parse("---\n---\nText", PAGE) == Parsed(read_yaml("", PAGE), "Text", 3)


def test_a_file_without_fences_is_told_how_to_begin() -> None:
    """The first file that somebody writes by themselves."""
    assert (
        refusal("\nTitle: Massage\n\nText\n")
        == """\
content/pages/about.md:2
  Found   "Title: Massage"
  Needed  a first line of three hyphens, then lines like title: ..., then three hyphens again
  To fix  write "---" on a line of its own at the top of the file"""
    )


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n"])
def test_an_empty_file_is_told_the_same(text: str) -> None:
    """It was made and never filled."""
    assert (
        refusal(text)
        == """\
content/pages/about.md
  Found   an empty file
  Needed  a page
  To fix  delete the file, or restore its text"""
    )


def test_front_matter_that_never_ends_is_told_where_it_began() -> None:
    """The second fence is the line that people forget."""
    assert (
        refusal("---\ntitle: Massage\n\nText\n")
        == """\
content/pages/about.md:1
  Found   no end of the "title: ..." lines
  Needed  a second line of three hyphens between the "title: ..." lines and the text
  To fix  write "---" on a line of its own above the text"""
    )


@pytest.mark.parametrize("fence", ["----", "--", "\u2014", "\u2014-", " ---", "-----------"])
def test_a_second_fence_that_is_not_quite_one_is_named(fence: str) -> None:
    """Word processors make a dash of two hyphens; the next rule of the text is far away."""
    shown = f'"{fence}"'
    assert (
        refusal(f"---\ntitle: Massage\n{fence}\nText\n\n---\n")
        == f"""\
content/pages/about.md:3
  Found   {shown}
  Needed  exactly three hyphens and nothing else on the line
  To fix  write "---\""""
    )


def test_the_fields_may_have_the_limit_and_not_a_byte_more() -> None:
    """A text that was pasted above the second fence."""
    assert values(f"a: {'x' * (LIMIT - 3)}") == {"a": "x" * (LIMIT - 3)}
    assert (
        refusal(f"---\na: {'x' * (LIMIT - 2)}\n---\n")
        == """\
content/pages/about.md:2
  Found   16,385 bytes of fields
  Needed  at most 16,384
  To fix  move long texts below the second ---"""
    )


def test_a_key_twice_is_told_with_both_lines() -> None:
    """YAML would keep the last one, in silence."""
    assert (
        said("title: A\nsummary: B\ntitle: C\ntitle:\n  - D")
        == """\
content/pages/about.md:4, title
  Found   the key "title" again
  Needed  each key once
  To fix  delete this line, or line 2

content/pages/about.md:5, title
  Found   the key "title" again
  Needed  each key once
  To fix  delete this line, or line 2"""
    )


def test_a_value_too_deep_is_told_once() -> None:
    """Nobody nests on purpose; a bomb does, and every level would be a message."""
    assert (
        said("a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n        - i\nj: k")
        == """\
content/pages/about.md:9, a
  Found   a value inside too many others
  Needed  at most 7 levels
  To fix  move the line to the left; put double quotes around a text that begins with ["""
    )


def test_what_follows_a_value_too_deep_is_read_all_the_same() -> None:
    """Its problems are told in the same go."""
    assert values("a: [[[[[[[[b, {c: d}], e]]]]]]]\nh: i")["h"] == "i"


@pytest.mark.parametrize(
    "text",
    ["[" * 16000, "[" * 8000 + "]" * 8000, "{a: " * 4000, "- " * 8000, "? " * 8000, "&a [" * 4000],
    ids=lambda text: text[:4],
)
def test_the_deepest_nesting_is_refused_in_no_time(text: str) -> None:
    """A few thousand brackets end other readers, and the program with them."""
    began = time.process_time()
    assert said(f"a: {text}") + said(text)
    assert time.process_time() - began < 5


def test_a_bomb_of_references_is_not_unfolded() -> None:
    """Nine lines of YAML become a billion words where references are followed."""
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    began = time.process_time()
    assert said("\n".join(rows)).count("double quotes around a text that begins with") == 10
    assert time.process_time() - began < 5


@steady(300)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")))
def test_a_text_between_double_quotes_is_read_as_it_was(text: str) -> None:
    """New offers are written with it, whatever somebody types as a title."""
    assert values(f"title: {doubled(text)}") == {"title": text}


@pytest.mark.parametrize("text", ['\'Tis "fine"', "a\\b", "two\nlines", "tab\tstop", '"all"'])
def test_marks_and_line_ends_survive_double_quotes(text: str) -> None:
    """An apostrophe at the beginning, and marks at the end, were cut off once."""
    assert values(f"title: {doubled(text)}") == {"title": text}


@pytest.mark.parametrize("text", ["a\\0b", "a\\eb", "a\\x07b", "a\\u2028b"])
def test_no_backslash_brings_an_invisible_character_in(text: str) -> None:
    """A NUL in a title reached the page: the file holds none, YAML makes it of two letters."""
    assert said(f'title: "{text}"') == (
        "content/pages/about.md:2, title\n"
        "  Found   an invisible character made by a \\\n"
        "  Needed  plain text\n"
        "  To fix  put single quotes around the text, or write each \\ twice"
    )
    assert values(f"title: '{text}'") == {"title": text}
