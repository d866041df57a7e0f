"""Headings of a text: what a table of contents lists, and where a drawing stands."""

from __future__ import annotations

from plugins.core.model.headings import Heading, after, contents

PROSE = (
    '<p>One.</p>\n<h2 id="parts">Parts &amp; <em>points</em></h2>\n'
    '<h3 id="trigger-points">Trigger points</h3>\n<p>Two.</p>\n<p>Three.</p>\n'
    '<h2 id="end">End</h2>\n<h2 id="last">Last</h2>'
)


def test_sections_are_listed_in_words() -> None:
    """A smaller heading is part of its section."""
    last = Heading("Last", "#last")
    assert contents(PROSE) == (Heading("Parts & points", "#parts"), Heading("End", "#end"), last)


def test_a_short_text_has_no_contents() -> None:
    """Two headings are in sight anyway."""
    assert contents('<h2 id="a">A</h2><h2 id="b">B</h2>') == ()


def test_a_drawing_stands_below_the_first_paragraph_of_the_heading_of_its_name() -> None:
    """The drawing "trigger-point" explains the trigger points."""
    assert PROSE[after(PROSE, "trigger-point") :].startswith("\n<p>Three.")
    assert after(PROSE, "nowhere") == 0
    assert after(PROSE, "end") == 0
