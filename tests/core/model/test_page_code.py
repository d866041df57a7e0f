"""Page code: all that a browser would obey in a page, and no template wrote."""

from __future__ import annotations

from collections.abc import Set

import pytest

from plugins.core.model.finished_pages import read_page
from plugins.core.model.inline_code import InlineCode
from plugins.core.model.page_code import strange_code


def strange(html: str, known: Set[InlineCode] = frozenset()) -> list[str]:
    return list(strange_code(read_page(html).code, known))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)"),
        ("<SCRIPT type=module>alert(1)</script >", "<script>alert(1)"),
        ("<script type=speculationrules>{}</script>", "<script>{}"),
        ("<style>p{}</style>", "<style>p{}"),
        ("<svg><script>alert(1)</script></svg>", "<script>alert(1)"),
        ("<p onclick=alert(1)>", 'onclick="alert(1)"'),
        ("<img/src='x'onerror=alert(1)>", 'onerror="alert(1)"'),
        ("<p STYLE='color:red'>", 'style="color:red"'),
        ("<iframe srcdoc='<p>'>", 'srcdoc="<p>"'),
        ("<a href='java\tscript&colon;alert(1)'>", 'href="java\tscript:alert(1)"'),
        ("<svg><a xlink:href='javascript:1'>", 'xlink:href="javascript:1"'),
        ("<form action=' javascript:1'>", 'action=" javascript:1"'),
        ("<a href='data:text/html,x'>", 'href="data:text/html,x"'),
    ],
)
def test_all_that_a_browser_would_obey_is_found(html: str, found: str) -> None:
    """The ways in which the corpora of injections run code."""
    assert strange(html) == [found]


def test_data_files_and_words_are_no_code() -> None:
    """JSON-LD differs on every page; a file of this site has an address that is checked."""
    page = (
        '<script type="application/ld+json">{"a": 1}</script><script src="/a.js"></script>'
        "<p title='onclick=1'>style=1 javascript:1</p><a href='/javascript:x'>one</a>"
    )
    assert strange(page) == []
