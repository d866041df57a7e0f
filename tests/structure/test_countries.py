"""Countries: one place knows what a country writes: no page says dollars in London."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AMERICAN = re.compile(r"""\$[0-9]|\$\{\{|f["']\$\{|\bUSD\b|["']US["']|\ben-US\b""")
# Who may: the default, with its reason; laws and emergency numbers, which are by country.
ALLOWED = {
    "plugins/core/i18n/locale.py": "the country of a practice that says none",
    "plugins/core/law.py": "laws by country",
    "plugins/checks/claims/authorities.py": "laws by country",
    "plugins/core/schema/warning_signs.py": "emergency numbers by country",
    "plugins/core/schema/stated_facts.py": "a language of texts that no practice has",
    "plugins/editor/admin/state.js": "a page for staff, which is in English",
    "theme/js/open_now.js": "digits for the script, which nobody reads",
}
DOCSTRING = re.compile(r'"""(?:.|\n)*?"""|^\s*#.*$|\{#(?:.|\n)*?#\}', re.MULTILINE)
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("plugins", "theme/templates", "theme/js")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".html", ".js"} and "node_modules" not in path.parts
)


def american(text: str) -> list[str]:
    """What is American in code; examples in docstrings and remarks may be."""
    return AMERICAN.findall(DOCSTRING.sub("", text))


@pytest.mark.parametrize("name", FILES)
def test_one_place_knows_dollars_and_the_usa(name: str) -> None:
    """Anywhere else it would be on every page of a practice in London."""
    found = american((ROOT / name).read_text(encoding="utf-8"))
    assert bool(found) == (name in ALLOWED), found


@pytest.mark.parametrize(
    "code", ['"priceCurrency": "USD"', "{{ a }} ${{ b }}", 'f"${price}"', 'get("country", "US")']
)
def test_what_is_american_is_found(code: str) -> None:
    """The test above must be able to fail."""
    assert american(code)
