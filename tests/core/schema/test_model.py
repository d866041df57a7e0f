"""ContentModel: a model, or every problem of the file at once, where it stands."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, Field, ValidationError

from plugins.core.problems import ContentError
from plugins.core.schema.fields import Text
from plugins.core.schema.model import ContentModel, field_error, models_in, validate
from tests.core.conftest import front_matter, made, refused


class Session(ContentModel):
    minutes: Annotated[int, Field(ge=5)]
    price: Text


class Massage(ContentModel):
    title: Text
    starter: bool = False
    sessions: tuple[Session, ...] = ()
    style: Literal["soft", "deep"] = "soft"
    by_network: dict[Literal["x", "threads"], Text] = Field(default_factory=dict)


def test_what_is_right_is_a_model() -> None:
    """Texts become what the model says they are."""
    massage = made(Massage, "title: Deep\nstarter: yes\nsessions:\n  - minutes: 60\n    price: 80")
    assert massage == Massage(
        title="Deep", starter=True, sessions=[Session(minutes=60, price="80")]
    )


def test_facts_do_not_change() -> None:
    """What one feature reads, no other may have altered."""
    massage = made(Massage, "title: Deep")
    with pytest.raises(ValidationError):
        massage.title = "Soft"  # type: ignore[misc]


def test_every_problem_of_a_file_is_told_in_the_order_of_its_lines() -> None:
    """Those of the reading and those of the values; a misspelled key once, not also as missing."""
    rows = "\n".join(
        [
            "titel: Massage: what to know",
            "starter: perhaps",
            "sessions:",
            "  - minutes: 3",
            "    prize: 80",
            "  - 90",
            "  - minutes: '90'",
            "style: firm",
            "by_network:",
            "  thread: a",
            "  x: [a]",
        ]
    )
    with pytest.raises(ContentError) as caught:
        validate(Massage, front_matter(rows))
    assert (
        str(caught.value)
        == """\
content/pages/about.md:2, titel
  Found   "titel: Massage: what to know"
  Needed  double quotes around a text with a colon in it
  To fix  write titel: "Massage: what to know"

content/pages/about.md:2, titel
  Found   the key "titel"
  Needed  one of title, starter, sessions, style or by_network
  To fix  did you mean "title"? Write "title: ..."

content/pages/about.md:3, starter
  Found   "perhaps"
  Needed  yes or no
  To fix  write "yes" or "no"

content/pages/about.md:5, sessions 1, minutes
  Found   "3"
  Needed  a number from 5 up
  To fix  write 5 or more

content/pages/about.md:6, sessions 1, prize
  Found   the key "prize"
  Needed  one of minutes or price
  To fix  did you mean "price"? Write "price: ..."

content/pages/about.md:7, sessions 2
  Found   "90"
  Needed  an item with keys of its own: minutes and price
  To fix  write "- minutes: 90", and on the next line "  price: ..."

content/pages/about.md:8, sessions 3, price
  Needed  a line for price
  To fix  add a line "price: ..." to item 3 of "sessions"

content/pages/about.md:9, style
  Found   "firm"
  Needed  one of soft or deep
  To fix  write one of these

content/pages/about.md:11, by_network, thread
  Found   the key "thread"
  Needed  one of x or threads
  To fix  did you mean "threads"? Write "threads: ..."

content/pages/about.md:12, by_network, x
  Found   a list
  Needed  one text
  To fix  write it after the colon; put double quotes around it if it begins with [ or {\
"""
    )


def test_what_is_mistyped_is_told_though_its_values_are_right() -> None:
    """A file that YAML would misread must not be published as it was guessed."""
    with pytest.raises(ContentError) as caught:
        validate(Massage, front_matter("title: #1"))
    assert [one.fix for one in caught.value.problems] == ['write title: "#1"']


def never(_text: str) -> str:
    raise field_error("{x} and {", "write {y}")


class Refusing(ContentModel):
    text: Annotated[str, AfterValidator(never)]


def test_our_own_words_may_have_braces() -> None:
    """They are data: a brace in a value must not end the build."""
    assert (
        refused(Refusing, "text: a{z")
        == """\
content/practice.yaml:1, text
  Found   "a{z"
  Needed  {x} and {
  To fix  write {y}"""
    )


def test_the_models_inside_a_model_can_be_listed() -> None:
    """Documentation walks them to find every key."""
    annotation = Massage.model_fields["sessions"].annotation
    assert list(models_in(annotation)) == [Session]
    assert list(models_in(Massage.model_fields["title"].annotation)) == []


class Everything(ContentModel):
    says_something = frozenset({"pages"})

    text: str | None = None
    texts: tuple[str, ...] = ()
    pages: tuple[str, ...] | None = None
    session: Session | None = None
    by_network: dict[str, str] = Field(default_factory=dict)


@pytest.mark.parametrize("empty", ["", "''", "'  '", "~", "null", "NULL", "[]", "{}"])
@pytest.mark.parametrize("key", ["text", "texts", "session", "by_network"])
def test_a_key_that_nobody_has_filled_in_is_absent(key: str, empty: str) -> None:
    """Editors and templates leave each of these; a page must not say "null"."""
    assert made(Everything, f"{key}: {empty}").model_fields_set == set()


@pytest.mark.parametrize("empty", ["", "''", "~", "null"])
def test_so_is_a_key_below_another(empty: str) -> None:
    """One account that somebody has yet to open."""
    read = made(Everything, f"by_network:\n  x: a\n  threads: {empty}")
    assert read.by_network == {"x": "a"}


def test_an_empty_list_says_something_where_the_model_says_so() -> None:
    """Such as no page at all."""
    assert made(Everything, "pages: []").pages == ()


@pytest.mark.parametrize("text", ["'null'", "'~'", "nullify", "nil"])
def test_a_word_is_a_text(text: str) -> None:
    """In quotation marks it is what it says."""
    assert made(Everything, f"text: {text}").text == text.strip("'")


@pytest.mark.parametrize("empty", ["", "''", "~", "[]", "{}"])
def test_a_required_key_must_be_filled_in(empty: str) -> None:
    """It is on its line already."""
    said = refused(Refusing, f"text: {empty}")
    assert (
        said
        == """\
content/practice.yaml:1, text
  Found   nothing
  Needed  a text for text
  To fix  write it after the colon"""
    )
