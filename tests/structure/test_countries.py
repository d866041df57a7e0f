"""Countries: one place knows what a country writes: no page says dollars in London."""

from __future__ import annotations

import ast
import re
import tokenize
from io import StringIO
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AMERICAN = re.compile(
    r"""\$[0-9]|\$\{\{|f["']\$\{|\bUSD\b|["']USA?["']|\ben[-_]US\b|\bUS\$"""
    r"|United States|\bdollars?\b|%m/%d|%B %-?d|%I\b|%p\b|\b[AP]M\b"
)
# Who may: the default, with its reason; laws and emergency numbers, which are by country.
ALLOWED = {
    "plugins/core/i18n/locale.py": "the country of a practice that says none",
    "plugins/core/law.py": "laws by country",
    "plugins/checks/claims/authorities.py": "laws by country",
    "plugins/core/schema/warning_signs.py": "emergency numbers by country",
    "plugins/core/schema/stated_facts.py": "a language of texts that no practice has",
    "plugins/editor/admin/state.js": "a page for staff, which is in English",
    "plugins/desk/new_practice/repository.py": "expressions of GitHub",
    "plugins/hosting/apache.py": "what its rules call a part of an address",
    "plugins/hosting/caddy.py": "what its rules call a part of an address",
    "theme/js/open_now.js": "digits for the script, which nobody reads",
}
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
REMARK = {".html": r"\{#(?:.|\n)*?#\}", ".js": r"^\s*//.*$", ".yaml": r"^\s*#.*$"}
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("plugins", "theme/templates", "theme/js", "theme/words")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", *REMARK} and "node_modules" not in path.parts
)


def american(text: str, suffix: str = ".py") -> list[str]:
    """What is American in code; examples in docstrings and remarks may be. Other texts between
    three quotation marks are messages, or hints that staff read in the editor."""
    if suffix != ".py":
        return AMERICAN.findall(re.sub(REMARK[suffix], "", text, flags=re.MULTILINE))
    rows = dict(enumerate(text.splitlines(), 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node):
            for row in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1):
                del rows[row]
    for token in tokenize.generate_tokens(StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            rows[token.start[0]] = rows[token.start[0]][: token.start[1]]
    return AMERICAN.findall("\n".join(rows.values()))


@pytest.mark.parametrize("name", FILES)
def test_one_place_knows_dollars_and_the_usa(name: str) -> None:
    """Anywhere else it would be on every page of a practice in London."""
    path = ROOT / name
    found = american(path.read_text(encoding="utf-8"), path.suffix)
    assert bool(found) == (name in ALLOWED), found


@pytest.mark.parametrize(
    ("code", "suffix"),
    [
        ('x = "priceCurrency": "USD"', ".js"),
        ("{{ a }} ${{ b }}", ".html"),
        ("price: Only $95", ".yaml"),
        ('x = f"${price}"', ".py"),
        ('x = get("country", "US")', ".py"),
        ('NOTE = """\\\nFrom 9 AM on"""', ".py"),
        ('class A:\n    """$95."""\n\n    price: int\n    """Like $95."""', ".py"),
        ('x = day.strftime("%B %d")', ".py"),
    ],
)
def test_what_is_american_is_found(code: str, suffix: str) -> None:
    """The test above must be able to fail: a message between three quotation marks is no remark."""
    assert american(code, suffix)


def test_examples_in_docstrings_and_remarks_may_be_american() -> None:
    """They are for developers."""
    assert american('"""Like $95."""\n\nx = 1  # $95\n') == []
