"""Scripts: every one is loaded, each inline one is listed, and minifying changes none of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.assets import INLINE
from plugins.core.design.minify import script
from plugins.offline.service_worker import CODE
from plugins.search import SCRIPT

SCRIPTS = Path(__file__).parents[2] / "theme/js"
# A declaration that takes an object apart right below another declaration of its kind.
MOVED = re.compile(r"^( *)(const|let) [^;]*;\n(?: *//.*\n)*\1\2 [{[].*", re.MULTILINE)
# Syntax that browsers learned in 2019 or later.
NEWER = re.compile(r"\?\?=?|\?\.(?!\d)|\|\|=|&&=|\d_\d")


def test_every_script_is_loaded() -> None:
    """A script that neither site.js nor a page loads does nothing."""
    alone = {SCRIPT, *(f"{name}.js" for name in INLINE)}
    listed = re.findall(r'import "\./(.+?)";', (SCRIPTS / "site.js").read_text())
    assert set(listed) == {path.name for path in SCRIPTS.glob("*.js")} - {"site.js"} - alone


@pytest.mark.parametrize("path", [*sorted(SCRIPTS.glob("*.js")), CODE], ids=lambda path: path.name)
def test_an_object_is_taken_apart_before_other_declarations(path: Path) -> None:
    """The minifier moves `const {b} = a` to the front, also past `const c = a.pop()`."""
    assert [match[0] for match in MOVED.finditer(path.read_text())] == []


def test_code_that_the_minifier_would_change_is_noticed() -> None:
    """The test above must be able to fail."""
    assert MOVED.search(
        "  const last = list.pop();\n  // How many are left.\n  const { length } = list;"
    )


def test_the_offer_clock_has_the_syntax_of_2018() -> None:
    """A browser that cannot read it shows the offers of the last build, however late it is. What
    the minifier makes of it counts."""
    assert NEWER.findall(script(SCRIPTS / "offer_clock.js")) == []
    assert NEWER.findall("a ??= b?.c ?? 1_000; d ||= e") == ["??=", "?.", "??", "1_0", "||="]
