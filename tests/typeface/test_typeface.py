"""Typeface: the rules, whole, and the files that go with them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from markupsafe import escape

from plugins.core.design import font
from plugins.core.design.font import Metrics
from plugins.core.model.fingerprints import fingerprinted
from plugins.typeface import FEATURE, Typeface
from plugins.typeface.fallback import FAMILIES, OFTEN, rules
from plugins.typeface.fallback import face as rule
from tests.sites import BARE, PRACTICE, model

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


@pytest.mark.parametrize("name", [name for name in font.CUTS if name != font.FRAUNCES])
def test_another_typeface_takes_the_place_of_the_themes(tmp_path: Path, name: str) -> None:
    """Under the name that stylesheets know, with its own licence, and nothing of the other."""
    site = model(tmp_path, {"practice.yaml": f"{PRACTICE}brand:\n  typeface: {name}\n"})
    slug = font.CUTS[name].slug
    files = list(FEATURE.files(site, ()))
    assert files == [
        fingerprinted("assets", f"{slug}.woff2", font.woff2(typeface=name)),
        fingerprinted("assets", f"{slug}-licence.txt", font.licence(name)),
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in font.licence(name)
    made = Typeface(site)
    assert made.face == rule(files[0].address)
    assert {"Georgia Bold" in made.css, "Roboto Bold" in made.css} == {True, False}
    assert ("Roboto Bold" in made.css) == font.CUTS[name].sans
    said = made.face + made.css
    assert str(escape(said)) == said


@pytest.mark.parametrize("name", font.CUTS)
def test_every_typeface_is_small_and_has_the_letters_of_headings(name: str) -> None:
    """It is fetched by every visitor, and a practice may be called Café Señor."""
    assert len(font.woff2(typeface=name)) < 14_000
    assert font.metrics(name).covers("Café Señor Müller Øre – “Ça va?” 0123456789")  # noqa: RUF001
    names = TTFont(BytesIO(font.woff2(typeface=name)))["name"]
    assert {names.getDebugName(number) for number in (1, 4)} == {font.CUTS[name].family}
    assert font.packed("woff2", tuple(sorted(font.ENGLISH)), name) == font.woff2(typeface=name)
