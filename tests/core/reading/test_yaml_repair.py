"""What people mistype between the fences: said in their words, with a line that works."""

from __future__ import annotations

import re
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.problems import ContentError
from plugins.core.reading import yaml_events
from plugins.core.reading.yaml_events import NOTHING
from plugins.core.reading.yaml_repair import MOST
from tests.core.conftest import front_matter, problems_in, said, steady
from tests.core.staff import obeyed

HASH = "double quotes around a text with a # in it: what follows # is a remark that nobody sees"
COLON = "double quotes around a text with a colon in it"
TAB = "spaces at the beginning of the line, not tabs"
SPACES = "as many spaces at its beginning as the lines that it belongs to"
SIGN = "a key of small letters, without any sign"
PAIR = "one pair of double quotes around it all"
# rows, line, field, found, needed, to fix, and the values that were meant
MISTYPED = [
    ("title: #1", 2, "title", "title: #1", HASH, 'write title: "#1"', {"title": "#1"}),
    ("title: !x", 2, "title", "title: !x", "double quotes around a text that begins with !",
     'write title: "!x"', {"title": "!x"}),
    ("title: The #1 choice", 2, "title", "title: The #1 choice", HASH,
     'write title: "The #1 choice"', {"title": "The #1 choice"}),
    ("title: Massage: what to know", 2, "title", "title: Massage: what to know", COLON,
     'write title: "Massage: what to know"', {"title": "Massage: what to know"}),
    ("title: Now open:", 2, "title", "title: Now open:", COLON,
     'write title: "Now open:"', {"title": "Now open:"}),
    ("title: *Gentle* touch", 2, "title", "title: *Gentle* touch",
     "double quotes around a text that begins with *",
     'write title: "*Gentle* touch"', {"title": "*Gentle* touch"}),
    ("title: &you", 2, "title", "title: &you", "double quotes around a text that begins with &",
     'write title: "&you"', {"title": "&you"}),
    ("title: @home", 2, "title", "title: @home", "double quotes around a text that begins with @",
     'write title: "@home"', {"title": "@home"}),
    ("title: [New] massage", 2, "title", "title: [New] massage",
     "double quotes around a text that begins with [",
     'write title: "[New] massage"', {"title": "[New] massage"}),
    ("title: {name", 2, "title", "title: {name", "double quotes around a text that begins with {",
     'write title: "{name"', {"title": "{name"}),
    ("title: > 20 years", 2, "title", "title: > 20 years",
     "double quotes around a text that begins with >",
     'write title: "> 20 years"', {"title": "> 20 years"}),
    ("title: - rest -", 2, "title", "title: - rest -",
     "double quotes around a text that begins with -",
     'write title: "- rest -"', {"title": "- rest -"}),
    ('title: "Massage', 2, "title", 'title: "Massage', "a closing quotation mark",
     'write title: "Massage"', {"title": "Massage"}),
    ("title: 'Massage\nsummary: b", 2, "title", "title: 'Massage", "a closing quotation mark",
     'write title: "Massage"', {"title": "Massage", "summary": "b"}),
    ("title: 'We're open'", 2, "title", "title: 'We're open'", PAIR,
     'write title: "We\'re open"', {"title": "We're open"}),
    ('title: "Say "hi" now"', 2, "title", 'title: "Say "hi" now"', PAIR,
     r'write title: "Say \"hi\" now"', {"title": 'Say "hi" now'}),
    ('title: "Fine" it is', 2, "title", 'title: "Fine" it is', PAIR,
     r'write title: "\"Fine\" it is"', {"title": '"Fine" it is'}),
    ("title: \u201cMassage: a\u201d", 2, "title", "title: \u201cMassage: a\u201d", COLON,
     'write title: "Massage: a"', {"title": "Massage: a"}),
    ("title:Massage\nsummary: b", 2, "title", "title:Massage",
     "a colon and a space after the key",
     'write "title: Massage"', {"title": "Massage", "summary": "b"}),
    ("title: a\nsummary = b", 3, "summary", "summary = b", "a colon and a space after the key",
     'write "summary: b"', {"title": "a", "summary": "b"}),
    ("title:\u00a0Massage", 2, "title", "title: Massage",
     "a colon and a space after the key: here is a no-break space, which looks the same",
     'write "title: Massage"', {"title": "Massage"}),
    ("title: a\n\tsummary: b", 3, "summary", "summary: b", TAB,
     "begin the line with no space or tab", {"title": "a", "summary": "b"}),
    ("symptoms:\n\t- a", 3, "", "- a", TAB, "begin the line with 2 spaces", {"symptoms": ["a"]}),
    ("symptoms:\n  * a", 3, "", "* a", "a hyphen in front of each item",
     'write "- a"', {"symptoms": ["a"]}),
    ("symptoms:\n  - a\n\u00a0\u00a0- b", 4, "", "- b", TAB, "begin the line with 2 spaces",
     {"symptoms": ["a", "b"]}),
    ("title: a\n  summary: b", 3, "summary", "summary: b", SPACES,
     "begin the line with no space or tab", {"title": "a", "summary": "b"}),
    ("\ttitle: a\nsummary: b", 2, "title", "title: a", TAB,
     "begin the line with no space or tab", {"title": "a", "summary": "b"}),
    (" title: a\nsummary: b\nmenu:\n  label: c", 2, "title", "title: a",
     "a line that begins where the next one does", "begin the line with no space or tab",
     {"title": "a", "summary": "b", "menu": {"label": "c"}}),
    ("symptoms:\n  - a\n - b", 4, "", "- b", SPACES, "begin the line with 2 spaces",
     {"symptoms": ["a", "b"]}),
    ("symptoms:\n- a\n  - b", 4, "", "- b", SPACES, "begin the line with no space or tab",
     {"symptoms": ["a", "b"]}),
    ("questions:\n  - question: a\n   answer: b", 4, "answer", "answer: b", SPACES,
     "begin the line with 4 spaces", {"questions": [{"question": "a", "answer": "b"}]}),
    ("techniques:\n  -Rest\n", 3, "", "-Rest", "a space after the hyphen", 'write "- Rest"',
     {"techniques": ["Rest"]}),
    ("techniques:\n  - #1 rest", 3, "", "- #1 rest", HASH, 'write - "#1 rest"',
     {"techniques": ["#1 rest"]}),
    ("questions:\n  - question: What: is it?", 3, "question", "- question: What: is it?", COLON,
     'write - question: "What: is it?"', {"questions": [{"question": "What: is it?"}]}),
    ("symptoms: - a\n  - b", 2, "symptoms", "symptoms: - a", "each item on a line of its own",
     'write "symptoms:" alone, and on the next line "  - a"', {"symptoms": ["a", "b"]}),
    ('"title: Massage', 2, "", '"title: Massage', SIGN, 'write "title: Massage"',
     {"title": "Massage"}),
    ("!!python/object:os.system title: a", 2, "", "!!python/object:os.system title: a", SIGN,
     'write "title: a"', {"title": "a"}),
    ("title: a\n...\nsummary: b", 3, "", "...",
     'only lines like "title: Deep tissue massage" here', "delete the line",
     {"title": "a", "summary": "b"}),
]  # fmt: skip


@pytest.mark.parametrize("case", MISTYPED, ids=[rows for rows, *_ in MISTYPED])
def test_a_mistyped_line_is_told_with_the_line_to_type(
    case: tuple[str, int, str, str, str, str, object],
) -> None:
    """Nobody who types a colon has heard of YAML. What the message says to type must work."""
    rows, line, field, found, needed, fix, meant = case
    where = f"content/pages/about.md:{line}" + (f", {field}" if field else "")
    assert said(rows) == f'{where}\n  Found   "{found}"\n  Needed  {needed}\n  To fix  {fix}'
    again = front_matter(obeyed(rows, problems_in(rows), first_line=2))
    assert (again.values, again.problems) == (meant, ())


@pytest.mark.parametrize("rows", [rows for rows, *_ in MISTYPED], ids=repr)
def test_what_was_meant_is_read_in_the_same_go(rows: str) -> None:
    """The other problems of the file are told at once, not one build later."""
    meant = next(one[-1] for one in MISTYPED if one[0] == rows)
    if "alone, and on the next line" not in said(rows):
        assert front_matter(rows).values == meant


@pytest.mark.parametrize("rows", [rows for rows, *_ in MISTYPED if "\u00a0" not in rows], ids=repr)
def test_without_the_fast_reader_the_words_are_the_same(
    rows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyYAML without libyaml says other things at other places."""
    fast = said(rows)
    monkeypatch.setattr(yaml_events, "LOADER", yaml.BaseLoader)
    assert said(rows) == fast


def test_every_line_of_a_file_is_told_at_once() -> None:
    """Eight mistakes, eight messages, one build."""
    rows = "\n".join(
        [
            "title: Massage: what to know",
            "summary:For sore shoulders",
            "picture:",
            "\tfile: a.jpg",
            "  alt: #1 hands",
            "symptoms:",
            "  - low-back-pain",
            " - hip-pain",
            'techniques: "Rest',
            "related: !x",
        ]
    )
    assert [(one.line, one.fix) for one in problems_in(rows)] == [
        (2, 'write title: "Massage: what to know"'),
        (3, 'write "summary: For sore shoulders"'),
        (5, "begin the line with 2 spaces"),
        (6, 'write alt: "#1 hands"'),
        (9, "begin the line with 2 spaces"),
        (10, 'write techniques: "Rest"'),
        (11, 'write related: "!x"'),
    ]
    again = front_matter(obeyed(rows, problems_in(rows), first_line=2))
    assert (again.problems, again.values) == ((), front_matter(rows).values)


def test_a_line_with_two_mistakes_is_told_both() -> None:
    """The tab is invisible; without a word on it the second message makes no sense."""
    assert [one.fix for one in problems_in("\ttitle:Massage")] == [
        "begin the line with no space or tab",
        'write "title: Massage"',
    ]


NO_FIELD = """\
content/pages/about.md:{}
  Found   "{}"
  Needed  a line like "title: ...", or an item that begins with "- "
  To fix  write "key: " or "- " in front, or join the line to the one above; \
where the text of the page begins, write "---" above it"""


@pytest.mark.parametrize(
    ("rows", "line", "found"),
    [
        ("title Massage", 2, "title Massage"),
        ("title: a\nMassage helps.", 3, "Massage helps."),
        ("title: a\nMassage helps.\nsummary: b", 3, "Massage helps."),
        ("title: a\n\n\nA text: with two: colons", 5, "A text: with two: colons"),
        ("[a]: c", 2, "[a]: c"),
        (": c", 2, ": c"),
        ("<<: *a", 2, "<<: *a"),
    ],
)
def test_a_line_that_is_no_field_is_told_as_such(rows: str, line: int, found: str) -> None:
    """Above all the text of the page, where the second fence was forgotten."""
    assert said(rows) == NO_FIELD.format(line, found)


@pytest.mark.parametrize("rows", ["title: a\n- b", "- a\n- b"])
def test_an_item_that_belongs_to_nothing_is_told_as_such(rows: str) -> None:
    """Its key was deleted, or never written."""
    line, found = (3, "- b") if rows.startswith("title") else (2, "- a")
    assert (
        said(rows)
        == f"""\
content/pages/about.md:{line}
  Found   "{found}"
  Needed  a line like "title: Deep tissue massage", in line with its neighbors
  To fix  compare the line with the same line in another file"""
    )


def test_what_was_found_before_such_a_line_is_told_with_it() -> None:
    """Reading ends there, the list of problems does not shrink."""
    assert [one.line for one in problems_in("title: a: b\n\nThe text begins here.")] == [2, 4]


def test_a_very_long_line_is_not_repeated() -> None:
    """Four hundred characters are more than anybody types off a message."""
    text = f"Massage: {'and so on ' * 50}"
    assert (
        said(f"summary: {text}")
        == f"""\
content/pages/about.md:2, summary
  Found   "summary: {text[:50]}…"
  Needed  double quotes around a text with a colon in it
  To fix  put " before the text and after it, and \\ before each " inside it"""
    )


@pytest.mark.parametrize(
    "row",
    ["a: b: c", "\ta: b", "k:v", "a: 'x", "-a", "a: #1", "a: *b", "--- a", "...", "x", "'"],
)
def test_a_file_full_of_mistakes_is_told_in_no_time(row: str) -> None:
    """A spreadsheet that was pasted: enough messages for one go, in a moment."""
    began = time.process_time()
    assert 1 <= len(problems_in("\n".join([row] * (16000 // (len(row) + 1))))) <= MOST
    assert time.process_time() - began < 5


NASTY = st.text(st.sampled_from(list(":#'\"[]{}&*!|>%@`-,?ab 1\u201c\u201d\\=/~.")), max_size=14)


@steady(300)
@given(NASTY, NASTY)
def test_whatever_is_typed_after_a_key_obeying_the_message_helps(one: str, other: str) -> None:
    """A message that leads to the next message is worse than none."""
    rows = f"title: {one}\nsummary: fine\nsymptoms:\n  - {other}\n  - b"
    try:
        problems = front_matter(rows).problems
    except ContentError as error:
        assert all(problem.fix for problem in error.problems)
        return
    mended = obeyed(rows, problems, first_line=2)
    assert front_matter(mended).problems == ()
    assert front_matter(mended).values == front_matter(rows).values


PLAIN = st.text(st.sampled_from(list(":#[]{}&*!|>%@`-,?ab 1=/~.é")), min_size=1, max_size=14)


@steady(200)
@given(PLAIN)
def test_a_title_without_quotes_is_read_as_it_was_typed(text: str) -> None:
    """Or it is told; never does a part of it get lost in silence."""
    text = text.strip()
    fields = front_matter(f"title: {text}\nsummary: fine")
    remark = re.search(r"(^| )#( |#|$)", text)
    flow = text[:1] in ("[", "{", "|", ">")  # a list on one line, or a text that begins below
    if not remark and not flow and text not in NOTHING:
        assert fields.values["title"] == text


@steady(150)
@given(st.text(st.sampled_from(list("abc:-#'\"[]{}&*!|>%\t \n\n")), max_size=60))
def test_any_text_is_fields_or_problems(text: str) -> None:
    """No call stack, whatever stands between the fences."""
    for problem in problems_in(text):
        assert problem.line >= 2
        assert problem.found
        assert problem.needed
        assert problem.fix


JARGON = ("scalar", "mapping", "token", "yaml", "nonetype", "alias", "anchor", "node", "document")


@pytest.mark.parametrize("rows", [rows for rows, *_ in MISTYPED], ids=repr)
def test_no_message_speaks_of_yaml(rows: str) -> None:
    """Whoever has to look a word up calls a developer."""
    words = "".join(f"{one.needed} {one.fix}".casefold() for one in problems_in(rows))
    assert [word for word in JARGON if word in words] == []
