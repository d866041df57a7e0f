"""Messages: how they are laid out, sorted and quoted. The text itself is the product."""

from __future__ import annotations

import pickle

import pytest

from plugins.core.problems import (
    ContentError,
    Problem,
    did_you_mean,
    listed,
    quoted,
    report,
    typed,
)

ENDS = Problem(
    "content/offers/tea.md", 5, "ends", '"31/12/2026"', "a date", 'write "ends: 2026-12-31"'
)


def test_nothing_in_a_message_turns_it_around_or_fills_the_screen() -> None:
    """A key that somebody pasted stands in a message three times. Emoji keep their joiners."""
    problem = Problem("a.md", 2, "k" * 70, "x\u202ey", "z" * 3000, 'write "\U0001f469\u200d\u2695"')
    assert (
        str(problem)
        == f"""\
a.md:2, {"k" * 59}…
  Found   x\ufffdy
  Needed  {"z" * 2099}…
  To fix  write "\U0001f469\u200d\u2695\""""
    )


def test_a_message_says_where_what_was_found_what_is_needed_and_what_to_type() -> None:
    """Four things, in the order in which a person asks for them."""
    assert (
        str(ENDS)
        == """\
content/offers/tea.md:5, ends
  Found   "31/12/2026"
  Needed  a date
  To fix  write "ends: 2026-12-31\""""
    )


def test_what_is_not_known_takes_no_line() -> None:
    """An empty "Found" makes people look for what is missing in the message."""
    assert str(Problem("a.md", needed="a line")) == "a.md\n  Needed  a line"


def test_a_file_name_cannot_steer_the_terminal() -> None:
    """A name may hold any character, also those that clear the screen or forge a second line."""
    problem = Problem("a\x1b[2J\nb.md:1.md", 2, found="x")
    assert str(problem) == "a\ufffd[2J\\nb.md:1.md:2\n  Found   x"


def test_messages_come_by_file_then_by_line_each_once() -> None:
    """Staff go through a file from top to bottom."""
    problems = [
        Problem("b.md", 1),
        Problem("a.md", 10),
        Problem("a.md", 9, "z"),
        Problem("a.md", 9, "y"),
        Problem("a.md", 10),
    ]
    assert report(problems) == "a.md:9, y\n\na.md:9, z\n\na.md:10\n\nb.md:1"


def test_nothing_wrong_is_nothing_to_read() -> None:
    """An empty list is not an empty message."""
    assert report([]) == ""


def test_an_error_carries_its_problems_sorted_and_reads_like_the_report() -> None:
    """Whoever catches it can count them; whoever prints it can read them."""
    error = ContentError([Problem("b.md"), ENDS, ENDS])
    assert error.problems == [Problem("b.md"), ENDS]
    assert str(error) == report([ENDS, Problem("b.md")])


def test_an_error_survives_the_way_between_processes() -> None:
    """The preview builds in a process of its own; its errors are read in another."""
    error = pickle.loads(pickle.dumps(ContentError([ENDS])))  # noqa: S301  (made right here)
    assert error.problems == [ENDS]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Massage", '"Massage"'),
        ("two\nlines", r'"two\nlines"'),
        ("a\tb\xa0c", '"a b c"'),
        ("x" * 60, f'"{"x" * 60}"'),
        ("x" * 61, f'"{"x" * 59}…"'),
        ("\x1b[2J\u202etxt.exe", '"\ufffd[2J\ufffdtxt.exe"'),
        ("Zoë “✓” 針", '"Zoë “✓” 針"'),
    ],
    ids=["plain", "line end", "blanks", "longest", "cut", "terminal", "other scripts"],
)
def test_what_was_found_is_shown_between_quotes(text: str, shown: str) -> None:
    """On one line, not longer than a line, and without power over the terminal."""
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_words_are_listed_as_a_person_lists_them(words: list[str], text: str) -> None:
    """Also none: a folder without a file used to end the build with a call stack."""
    assert listed(words) == text


def test_a_list_can_end_in_and() -> None:
    """For what is needed together."""
    assert listed(["minutes", "price"], "and") == "minutes and price"


@pytest.mark.parametrize(
    ("text", "shown"), [("ends: 2026-12-31", '"ends: 2026-12-31"'), ('a: "b"', 'a: "b"')]
)
def test_what_to_type_has_quotes_around_it_unless_they_would_be_typed(
    text: str, shown: str
) -> None:
    """`"color: "#7a3b2e""` would be copied with all four marks."""
    assert typed(text) == shown


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("low back pian", "low-back-pain"),
        ("LOW-BACK-PAIN", "low-back-pain"),
        ("sumary", "summary"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, meant: str) -> None:
    """Capitals and spaces are how people write a name; other words are no suggestion."""
    assert did_you_mean(word, ["title", "summary", "low-back-pain"]) == meant
