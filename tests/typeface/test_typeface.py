"""Typeface: the rules, whole, and the files that go with them."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import escape

from plugins.core.design import font
from plugins.core.design.font import Metrics
from plugins.core.model.fingerprints import fingerprinted
from plugins.typeface import FEATURE, Typeface
from plugins.typeface.fallback import FAMILIES, OFTEN, rules
from plugins.typeface.fallback import face as rule
from tests.sites import BARE, model

TOKENS = Path(__file__).parents[2] / "theme/css/tokens.css"


def test_the_rules_stretch_every_serif_to_the_measure_of_the_typeface() -> None:
    """A font half as wide as Georgia, as high as the em."""
    flat = Metrics(0.8, 0.2, 0, dict.fromkeys(OFTEN, 0.5325 / 2))
    georgia, *_ = rules(flat).split("@font-face")[1:]
    assert georgia == (
        "{font-family:Fraunces Georgia;font-weight:400 700;"
        "src:local(Georgia Bold),local(Georgia-Bold);size-adjust:50.00%;"
        "ascent-override:160.00%;descent-override:40.00%;line-gap-override:0.00%}"
    )


def test_the_rule_of_the_typeface_itself() -> None:
    """Too late for the first paint, it waits for the next page: nothing moves."""
    assert rule("/a.woff2") == (
        "@font-face{font-family:Fraunces;font-weight:400 700;"
        "src:url(/a.woff2);font-display:optional}"
    )


def test_the_rules_read_the_same_in_html() -> None:
    """They stand in a style element; what HTML escapes would break them there."""
    made = Typeface(model(BARE))
    said = made.face + made.css
    assert str(escape(said)) == said


def test_the_stylesheet_names_every_stand_in() -> None:
    """A rule for a family that nothing names does nothing."""
    (stack,) = re.findall(r"--serif:([^;]+);", TOKENS.read_text(encoding="utf-8"))
    assert [name.strip(' "\n') for name in stack.split(",")] == [*FAMILIES, "serif"]


def test_the_font_is_published_with_its_licence() -> None:
    """The OFL asks for it; the address changes when the font does."""
    assert list(FEATURE.files(model(BARE), ())) == [
        fingerprinted("assets", "fraunces.woff2", font.woff2()),
        fingerprinted("assets", "fraunces-licence.txt", font.licence()),
    ]
