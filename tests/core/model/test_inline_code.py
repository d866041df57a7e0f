"""Inline code: what templates write is known by its hash, and nothing else is."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.core.model.inline_code import FILTERS, InlineCode, noting, strange_code
from tests.sites import ROOT

TEMPLATES = sorted((ROOT / "theme/templates").rglob("*.html"))
CODE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)


def rendered(template: str, **values: str) -> tuple[str, set[InlineCode]]:
    environment = Environment(autoescape=True)
    environment.filters |= FILTERS
    with noting() as known:
        html = environment.from_string(template).render(**values)
    return html, known


def test_scripts_and_styles_are_known_by_the_hash_that_browsers_compute() -> None:
    """What a policy names; escaped text has the hash of what stands in the page."""
    html, known = rendered(
        "<style>{% filter inline_style %}p{}{% endfilter %}</style>"
        "<script>{{ text | inline_script }}</script>",
        text="a<b",
    )
    assert html == "<style>p{}</style><script>a&lt;b</script>"
    assert known == {
        InlineCode("style-src", sha256("p{}")),
        InlineCode("script-src", sha256("a&lt;b")),
    }
    assert list(strange_code(html, known)) == []


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


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
    assert list(strange_code(html, set())) == [found]


def test_data_files_and_words_are_no_code() -> None:
    """JSON-LD differs on every page; a file of this site has an address that is checked."""
    page = (
        '<script type="application/ld+json">{"a": 1}</script><script src="/a.js"></script>'
        "<p title='onclick=1'>style=1 javascript:1</p><a href='/javascript:x'>one</a>"
    )
    assert list(strange_code(page, set())) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.stem))
def test_every_script_and_style_of_a_template_is_noted(path: Path) -> None:
    """Otherwise the first build with it stops."""
    text = path.read_text("utf-8")
    for tag, attributes, code in CODE.findall(text):
        noted = f"inline_{tag}" in code or "src=" in attributes or "ld+json" in attributes
        assert noted, code
