"""Inline code: what templates write is known by its hash, and nothing else is."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.core.model.finished_pages import read_page
from plugins.core.model.inline_code import FILTERS, InlineCode, noting
from plugins.core.model.page_code import strange_code
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
    assert list(strange_code(read_page(html).code, known)) == []


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.stem))
def test_every_script_and_style_of_a_template_is_noted(path: Path) -> None:
    """Otherwise the first build with it stops."""
    text = path.read_text("utf-8")
    for tag, attributes, code in CODE.findall(text):
        noted = f"inline_{tag}" in code or "src=" in attributes or "ld+json" in attributes
        assert noted, code
