"""No text takes seconds of every build without a sentence that says so."""

from __future__ import annotations

import time

import pytest

from plugins.core.markdown import render


def test_a_text_that_makes_every_build_slow_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand rows of a table took 13 seconds, and nobody knew why the build was slow."""
    monkeypatch.setattr(render, "SLOW", -1)
    html, (problem,) = render.MarkdownRenderer().render("Text.", "a.md", 5, str)
    assert (html, problem.level) == ("<p>Text.</p>", "warning")
    assert (
        str(problem)
        == """\
a.md:5
  Found   a text that takes more than -1 seconds to read, in every build
  Needed  a text like that of other pages, which takes a few milliseconds
  To fix  split it into several pages; a table or list of thousands of lines is better a file to \
download"""
    )


LONG = {
    "table": "| a | b | c |\n|---|---|---|\n" + "| 303 | x | y |\n" * 10_000,
    "list": "- item\n" * 10_000,
    "headings": "## Head\n\n" * 10_000,
    "paragraphs": "Words with *em* and [a](https://example.com/).\n\n" * 5_000,
    "terms": "Term\n:   What it means\n\n" * 3_000,
    "lines": "Call 303 or 555 at 9.\n" * 10_000,
}


@pytest.mark.torture
@pytest.mark.parametrize("body", LONG.values(), ids=LONG)
def test_no_text_takes_seconds_without_a_word(body: str) -> None:
    """Reading it and looking through its words, each by the processor's time."""
    began = time.process_time()
    _, problems = render.MarkdownRenderer().render(body, "a.md", 1, str)
    read = time.process_time() - began
    assert read < render.SLOW + 0.2 or [one for one in problems if "seconds" in one.found]
