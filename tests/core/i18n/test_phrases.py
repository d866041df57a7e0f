"""Phrases: sentences with places for values, safe to put into a page."""

from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined, TemplateRuntimeError, UndefinedError
from markupsafe import Markup

from plugins.core.i18n.locale import Locale
from plugins.core.i18n.phrases import Phrase, Plural, ready

ENVIRONMENT = Environment(autoescape=True, undefined=StrictUndefined)
SEE = Phrase("offers.see", "See <link>the {what}</link> <strong>now</strong><zone> (here)</zone>.")
MORE = Plural(
    "offers.more", {"one": "one more", "other": "{count} more of {name}"}, Locale("en").plural
)


def shown(template: str, **values: object) -> str:
    return ENVIRONMENT.from_string(template).render(**values)


def test_a_text_without_places_is_a_text() -> None:
    """Templates write words.share_links.heading, without brackets."""
    assert ready("Share this page", "share_links.heading") == "Share this page"
    assert ready("Call {number}", "a.b") == Phrase("a.b", "Call {number}")
    assert ready("Close<unseen> it</unseen>", "a.b") == Phrase("a.b", "Close<unseen> it</unseen>")


def test_a_value_stands_where_the_sentence_has_it() -> None:
    """Each language has its own order; calendar files want plain text."""
    said = Phrase("a.b", "{second} after {first} & {first}")(first="<1>", second="{first}")
    assert (said, type(said)) == ("{first} after <1> & <1>", str)


def test_values_are_escaped_in_a_page() -> None:
    """An offer named <b> shows its signs and becomes no HTML."""
    phrase = Phrase("a.b", "Until {end} & after")
    assert shown("{{ p(end=end) }}", p=phrase, end="<b>") == "Until &lt;b&gt; &amp; after"
    mixed = shown("{{ p(end=end) }}", p=phrase, end=Markup("<i>6 PM</i>"))
    assert mixed == "Until <i>6 PM</i> &amp; after"


def test_marks_become_elements_around_words_that_stay_in_their_sentence() -> None:
    """A sentence in pieces cannot be translated."""
    found = shown("{{ p(link=address, what=what) }}", p=SEE, address='/a/"b', what="<offers>")
    assert found == (
        'See <a href="/a/&#34;b">the &lt;offers&gt;</a> <strong>now</strong>'
        '<span class="zone"> (here)</span>.'
    )


def test_the_count_chooses_the_form() -> None:
    """ "1 more offers" looks careless."""
    assert [MORE(1, name="two"), MORE(2, name="<two>")] == ["one more", "2 more of <two>"]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ see }}", "words.offers.see is a phrase: call it, with a value for each place"),
        ("{{ see(what=1) }}", "words.offers.see needs link"),
        ("{{ see() }}", "words.offers.see needs link, what"),
        ("{{ more }}", "words.offers.more is a phrase: call it, with a count"),
        ("{{ more(2) }}", "words.offers.more needs name"),
    ],
)
def test_a_phrase_without_its_values_stops_the_build(template: str, words: str) -> None:
    """A visitor must never read {what}."""
    with pytest.raises(TemplateRuntimeError) as caught:
        shown(template, see=SEE, more=MORE)
    assert str(caught.value) == words


def test_a_misspelled_value_stops_the_build() -> None:
    """As a misspelled name does everywhere else."""
    with pytest.raises(UndefinedError):
        shown("{{ see(link=adress, what=1) }}", see=SEE)
