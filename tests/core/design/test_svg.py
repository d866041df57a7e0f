"""SVG of staff: what drawing programs export becomes a drawing, and nothing hostile does."""

from __future__ import annotations

import re
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.design.oklch import contrast
from plugins.core.design.palette import palette
from plugins.core.design.paper_tones import TONES
from plugins.core.design.svg import LINE, PAPER, SEEN, color, sanitized
from plugins.core.problems import ContentError

FILE = Path("content/drawings/hand.svg")
THEME = Path(__file__).parents[3] / "theme"
ILLUSTRATOR = """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px"
  width="100px" height="40px" style="enable-background:new 0 0 100 40;" xml:space="preserve">
<style type="text/css">.st0{fill:#336699;} .a, .b{stroke:#000000;}</style>
<title>Hand</title>
<g id="Layer_1" class="st0"><path class="a" d="M0 0h8"/></g>
</svg>
"""
INKSCAPE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">
  <sodipodi:namedview pagecolor="#ffffff"/><metadata>Ada</metadata><defs id="defs2"/>
  <g inkscape:label="Layer 1"><circle cx="5" cy="5" r="4" style="fill:white;-inkscape-x:1"/></g>
</svg>
"""


def svg(inside: str, attributes: str = 'viewBox="0 0 1 1"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'


def refused(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        sanitized(text, FILE)
    return [one.found for one in caught.value.problems]


def test_what_illustrator_exports_is_a_drawing() -> None:
    """Its classes become attributes, and what it notes for itself goes."""
    assert sanitized(ILLUSTRATOR, FILE) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">'
        f'<g id="plate" fill="{LINE}">'
        '<g fill="light-dark(#336699,#4a7cb1)">'
        f'<path stroke="{LINE}" d="M0 0h8" /></g></g></svg>'
    )


def test_what_inkscape_exports_is_a_drawing() -> None:
    """White is paper, in the dark too."""
    assert sanitized(INKSCAPE, FILE) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        f'<g id="plate" fill="{LINE}">'
        f'<g><circle fill="{PAPER}" cx="5" cy="5" r="4" /></g></g></svg>'
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (svg("<script>alert(1)</script><path d='M0 0'/>"), ["a program"]),
        (svg("<path d='M0 0' onclick='alert(1)'/>"), ["a program (onclick)"]),
        (svg("<path d='M0 0'/>", 'viewBox="0 0 1 1" onload="alert(1)"'), ["a program (onload)"]),
        (
            svg("<defs><script>alert(1)</script></defs><path d='M0 0'/>"),
            ["a program"],
        ),
        (
            svg("<path d='M0 0'/><foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
            ["a piece of a web page"],
        ),
        (
            svg("<path d='M0 0'/><image href='https://evil.test/a.png'/>"),
            ["a picture inside the drawing"],
        ),
        (svg("<path d='M0 0'/><a href='javascript:alert(1)'><path d='M1 1'/></a>"), ["a link"]),
        (svg("<path d='M0 0'/><text>Ada</text>"), ["letters that need a font"]),
        (svg("<path d='M0 0'/><use href='https://evil.test/a.svg#b'/>"), ["<use>"]),
        (svg("<path d='M0 0'/><animate attributeName='d'/>"), ["<animate>"]),
        (
            svg("<path d='M0 0' fill='url(https://evil.test/a)'/>"),
            ["a gradient, a pattern or something from elsewhere"],
        ),
        (
            svg("<path d='M0 0' style='stroke: URL( //evil.test/a )'/>"),
            ["a gradient, a pattern or something from elsewhere"],
        ),
        (
            svg("<style>@import url(//evil.test/a.css);</style><path d='M0 0'/>"),
            ["a stylesheet of more than classes"],
        ),
        (
            svg("<path d='M0 0' xmlns:x='http://www.w3.org/1999/xlink' x:href='//evil.test'/>"),
            ["a link, or something from elsewhere"],
        ),
        (svg("<path d='M0 0' fill='expression(1)'/>"), ['"expression(1)", which is no color']),
        (svg(""), ["nothing that shows"]),
        (svg("<path d='M0 0'/>", ""), ["no viewBox of four numbers"]),
        (svg("<path d='M0 0'/>", 'viewBox="0 0 nan inf"'), ["no viewBox of four numbers"]),
        ("<svg><path d='M0 0'/></svg>", ["no SVG that can be read"]),
        ("<html/>", ["no SVG that can be read"]),
        ("not at all", ["no SVG that can be read"]),
        (
            '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("&b;"),
            ["no SVG that can be read"],
        ),
        (
            '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;"),
            ["no SVG that can be read"],
        ),
        (svg("<g>" * 900 + "<path d='M0 0'/>" + "</g>" * 900), ["groups in more than 50 other groups"]),  # noqa: E501
        (svg(f"<path d='M{'0 ' * 30_000}'/>"), ["60,132 bytes of shapes"]),
    ],
)  # fmt: skip
def test_what_is_hostile_or_would_be_lost_is_refused(text: str, found: list[str]) -> None:
    """In words, at once, whatever it is."""
    started = monotonic()
    assert set(found) <= set(refused(text))
    assert monotonic() - started < 2


@given(st.text(), st.text(), st.sampled_from(["fill", "stroke-width", "d", "style", "class", "x"]))
def test_nothing_but_shapes_leaves(value: str, inside: str, name: str) -> None:
    """Whatever stands in an attribute or between tags."""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    try:
        made = sanitized(svg(f'<path d="M0 0" {name}="{escaped}">{inside}</path>'), FILE)
    except ContentError:
        return
    assert re.fullmatch(r"(?:<[^<>]*>)+", made)
    assert not re.search(r"(?i)url\(|script|[\s\"']on\w+=|href|style=|class=|&", made)


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_no_color_vanishes_in_a_scheme(text: str) -> None:
    """A logo made for white paper shows in the dark, on every paper that a practice can choose."""
    shown = color(text)
    if shown in (LINE, PAPER):
        return
    found = re.fullmatch(r"light-dark\((#\w{6}),(#\w{6})\)", shown)
    assert found
    for tone in ("", *TONES):
        made = palette(THEME, "", tone)
        assert contrast(found[1], made.light["paper"].hex) >= SEEN
        assert contrast(found[2], made.dark["paper"].hex) >= SEEN
