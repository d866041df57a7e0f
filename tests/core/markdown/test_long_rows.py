"""A cell too many is told: Markdown shows it nowhere, and a price would be lost."""

from __future__ import annotations

import pytest

from plugins.core.markdown.render import MarkdownRenderer

LACKS = "in a column that the table's first row lacks"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 | for members |\n", [(7, "error", '"for members"')]),
        ("A | B\n-|-\n1 | 2\n3 | 4 | 5 | 6\n", [(8, "error", '"5 | 6"')]),
        ("Text.\n\n> | A |\n> |---|\n> | 1 | 2 |\n", [(9, "error", '"2"')]),
        ("[a]\n\n| A |\n|---|\n| 1 | 2 |\n\n[a]: /x/\n", [(9, "error", '"2"')]),
        ("| A | B |\n|---|---|\n| 1 | 2 | |\n| 3 |\n", []),
        ("| A | B |\n|---|---|\n| 1 | a\\|b |\n", []),
    ],
)
def test_a_cell_beyond_the_columns_is_told(body: str, told: list[tuple[int, str, str]]) -> None:
    """At its own line."""
    _, problems = MarkdownRenderer().render(body, "a.md", 5, lambda link: link)
    found = [(one.line, one.level, one.found.removesuffix(f", {LACKS}")) for one in problems]
    assert found == told
