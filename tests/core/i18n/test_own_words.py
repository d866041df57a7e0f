"""Own words: what a practice says in place of a text of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.i18n.catalog import FOLDER, load
from plugins.core.i18n.words import Words
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import read_yaml
from plugins.core.schema.model import validate
from plugins.core.schema.practice import Practice
from tests.sites import PRACTICE, model


def words(rows: str, language: str = "en-US") -> Words:
    """The words of a practice that says something else."""
    fields = read_yaml(f"{PRACTICE}words:\n{rows}", Path("content/practice.yaml"))
    return load(FOLDER, language, validate(Practice, fields).words, fields)


def refused(rows: str) -> str:
    with pytest.raises(ContentError) as error:
        words(rows)
    return str(error.value)


def own(word: str, text: str) -> str:
    return f"  - word: {word}\n    text: {text}\n"


def test_a_text_is_what_the_practice_says() -> None:
    """Some say patients, and want to be called first."""
    said = words(
        own("voices.heading", "What patients say")
        + own("call_to_action.call", '"Call us first: <tel>{number}</tel>"')
        + own("offer_banner.others.one", "and another one")
    )
    assert said.voices.heading == "What patients say"
    assert said.call_to_action.call(number="1") == 'Call us first: <span class="tel">1</span>'
    assert (said.offer_banner.others(1), said.offer_banner.others(2)) == (
        "and another one",
        "and 2 more offers",
    )


def test_the_other_words_stay_and_so_do_those_of_other_practices() -> None:
    """The words of a language are kept in memory."""
    plain = load(FOLDER, "en-US")
    said = words(own("voices.heading", "What patients say"))
    assert (said.home, said.prices) == (plain.home, plain.prices)
    assert load(FOLDER, "en-US").voices.heading == "What clients say"


def test_a_name_that_nobody_knows_is_told_with_the_nearest() -> None:
    """Staff look names up in a file that they do not otherwise need."""
    assert (
        refused(own("voice.heading", "What patients say"))
        == """\
content/practice.yaml:5, words 1, word
  Found   "voice.heading"
  Needed  the name of a text in theme/words, such as voices.heading
  To fix  did you mean "voices.heading"? Write "word: voices.heading"\
"""
    )


def test_a_text_in_place_of_its_name_is_told_its_name() -> None:
    """What somebody sees on the page is what they want to change."""
    assert 'Write "word: call_to_action.bar"' in refused(own("call or  book", "Call first"))


@pytest.mark.parametrize("word", ["plurals.one", "voices", "xyzzy"])
def test_what_is_no_text_is_refused(word: str) -> None:
    """A rule of grammar, a whole group, nothing at all."""
    assert f'"{word}"' in refused(own(word, "Something"))


def test_a_text_keeps_its_places_and_marks() -> None:
    """A button without the number, or with somebody's HTML in it, serves nobody."""
    assert (
        refused(
            own("call_to_action.write", "Write to us")
            + own("call_to_action.short", "Call <script>alert</script>")
            + own("voices.heading", "What {who} say")
        )
        == """\
content/practice.yaml:6, words 1, text
  Found   "Write to us"
  Needed  {email}, as in "Write to {email}"
  To fix  write {email} where it belongs

content/practice.yaml:8, words 2, text
  Found   "Call <script>alert</script>"
  Needed  words without marks, as in "Call to schedule"
  To fix  leave <script> and </script> out

content/practice.yaml:10, words 3, text
  Found   "What {who} say"
  Needed  words without braces, as in "What clients say"
  To fix  leave {who} out\
"""
    )


def test_a_text_that_is_changed_twice_is_refused() -> None:
    """One of the two would be lost."""
    twice = own("voices.heading", "One") + own("voices.heading", "Two")
    assert (
        refused(twice)
        == """\
content/practice.yaml:7, words 2, word
  Found   "voices.heading", which stands in line 5 too
  Needed  each word once
  To fix  delete it in one of the two places\
"""
    )


def test_a_site_shows_them(tmp_path: Path) -> None:
    """As it is read, so every feature and template has them."""
    rows = f"{PRACTICE}words:\n{own('call_to_action.short', 'Call Anna first')}"
    assert model(tmp_path, {"practice.yaml": rows}).words.call_to_action.short == "Call Anna first"
