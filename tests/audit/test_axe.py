"""Nothing that axe knows of is wrong on any page, at any width, by day or night."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.audit import axe
from tests.audit.conftest import Scheme, Site, looking, nothing
from tests.sites import NOW
from tests.torture.counts import times

ALL = bool(times(0, 1))
WIDTHS: dict[Scheme, tuple[int, ...]] = {"light": (320, 768, 1280), "dark": (320, 768, 1280)}
RULES: dict[Scheme, Mapping[str, Any]] = {"light": axe.OPTIONS, "dark": axe.OPTIONS}
if not ALL:  # the narrowest and the widest by day; by night the colors, which alone differ
    WIDTHS, RULES["dark"] = {"light": (320, 1280), "dark": (320,)}, axe.COLOR_OPTIONS
BAD = """<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1>
<p style="color: {ink}; background: {paper}">Words that are hard to read.</p>
<button style="inline-size: 20px; block-size: 20px; padding: 0">1</button><button
 style="inline-size: 20px; block-size: 20px; padding: 0">2</button>
<img src="data:,"></main>"""


@pytest.mark.counts
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.torture)])
def test_axe_finds_nothing_on_any_page(browser: Browser, site: Site, scheme: Scheme) -> None:
    """Each finding is a visitor who cannot read, hear or press something."""
    found: dict[str, set[str]] = {}
    with looking(browser, site.now, color_scheme=scheme) as page:
        for name in site.pages:
            page.goto(site.address + name)
            axe.load(page)
            for width in WIDTHS[scheme]:
                for finding in axe.findings(page, width, RULES[scheme]):
                    found.setdefault(f"{finding} ({width})", set()).add(name)
    nothing(found)


@pytest.mark.parametrize(
    ("scheme", "ink", "rules"),
    [
        ("light", "#767676", {"color-contrast-enhanced"}),  # 4.5:1
        ("light", "#999999", {"color-contrast"}),
        ("dark", "light-dark(#000, #555)", {"color-contrast", "color-contrast-enhanced"}),
    ],
)
def test_a_bad_page_is_told_apart(
    browser: Browser, scheme: Scheme, ink: str, rules: set[str]
) -> None:
    """The test above must be able to fail: on contrast, targets and missing words."""
    with looking(browser, NOW, color_scheme=scheme) as page:
        page.set_content(
            '<meta name="color-scheme" content="light dark">' + BAD.format(ink=ink, paper="Canvas")
        )
        axe.load(page)
        found = {finding.split(":")[0] for finding in axe.findings(page, 320)}
    assert found == rules | {"target-size", "image-alt"}


def test_text_that_axe_cannot_judge_is_judged_by_its_colors(browser: Browser) -> None:
    """Under another box axe says "incomplete": that is no reason to pass what nobody can read."""
    lines = "".join(
        f'<p id="{ink}" style="color: #{ink}; margin: 0">Words.</p><div style="margin-block-start:'
        ' -1.2em; block-size: 1.2em; position: relative"></div>'
        for ink in ("595959", "666666")
    )
    with looking(browser, NOW) as page:
        page.set_content(f'<!doctype html><html lang="en"><title>A</title><main><h1>A</h1>{lines}')
        axe.load(page)
        unsure = [{"target": ["[id='595959']"]}, {"target": ["[id='666666']"]}]
        assert page.evaluate(axe.UNSURE, unsure) == [{"target": ["[id='666666']"]}]
