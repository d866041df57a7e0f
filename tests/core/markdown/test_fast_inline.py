"""Marks inside a line: to pass over patterns that cannot match changes no letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.core.markdown.converter import converter, plain_converter
from plugins.core.markdown.fast_inline import SIGNS, STAGES, patterns
from tests.core.vectors import VECTORS

PIECES = (
    *(
        "a",
        "B",
        "word ",
        "7",
        " ",
        "\n",
        "\n\n",
        "  \n",
        "\\",
        "\\\n",
        "~",
        "~~",
        "[^a]",
        "[^a]: b\n",
        "WWW.c.example",
        "http://d.example/",
        "@",
        "`",
        "``",
        "[",
        "]",
        "](/b/)",
        "![",
    ),
    *(
        "(",
        ")",
        "[a]: /c/ 'd'\n",
        "*[HTML]: words\n",
        "HTML",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!-- c -->",
    ),
    *("<https://d.example/>", "<a@b.example>", "&", "&amp;", "&#39;", "*", "**", "_", "__", "***"),
    *("'", '"', "\"'", "'\"", "'80s", "it's", "--", "---", "----", ".", "...", "....", "\u2013"),
    *(
        "- ",
        "1. ",
        "> ",
        "# ",
        "    ",
        "| a | b |\n| - | :-: |\n",
        ": ",
        "\x02",
        "\x03",
        "klzzwxh:0001",
    ),
    *("\x02klzzwxh:0000\x03", "\u201c", "&nbsp;", "%", "{", "\t"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
CONTENT = Path(__file__).parents[2] / "sites/full"
OURS = converter()


THEIRS = plain_converter()


@given(TEXTS | st.text(max_size=200))
@example("*a `b* c` [d*](/e/)*")
@example("'tis \"'so\"' -- 'a'...")
def test_a_text_becomes_what_markdown_makes_of_it(text: str) -> None:
    """One pattern too few, and somebody's asterisks stand on the page."""
    assert OURS.reset().convert(text) == THEIRS.reset().convert(text)


@pytest.mark.parametrize("texts", [VECTORS, [one.read_text() for one in CONTENT.rglob("*.md")]])
def test_real_texts_become_what_markdown_makes_of_them(texts: list[str]) -> None:
    """Those of this site, and those that mean harm."""
    assert [OURS.reset().convert(one) for one in texts] == [
        THEIRS.reset().convert(one) for one in texts
    ]


def test_markdown_has_every_pattern_that_has_signs() -> None:
    """Under another name it would be tried everywhere, and nobody would see why it is slow."""
    there = [patterns(OURS, stage) for stage in STAGES]
    assert [name for name in SIGNS if not any(name in one for one in there)] == []
    assert sum(map(len, there)) == len(SIGNS)
