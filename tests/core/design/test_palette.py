"""Palette: whatever color a practice has, words in it can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.design.oklch import Color, contrast
from plugins.core.design.palette import TEXT, palette, papers, worst
from plugins.core.problems import ContentError
from tests.sites import TOKENS, write

THEME = Path(__file__).parents[3] / "theme"
COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLORS)
def test_a_color_survives_the_way_to_oklch_and_back(text: str) -> None:
    """What passes already is used as it was written."""
    assert Color.of(text).hex == text
    assert Color.of(text).inside


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("#ff0000", (0.628, 0.258, 29.23)),
        ("#00ff00", (0.866, 0.295, 142.5)),
        ("#0000ff", (0.452, 0.313, 264.05)),
        ("#7a3b2e", (0.431, 0.091, 33.0)),
    ],
)
def test_oklch_is_that_of_browsers(text: str, known: tuple[float, float, float]) -> None:
    """The values that CSS Color 4 gives for the primaries."""
    color = Color.of(text)
    assert (color.lightness, color.chroma, color.hue) == pytest.approx(known, abs=0.06)


def test_contrast_is_that_of_wcag() -> None:
    """The two ends, and the gray that is 4.5 on white."""
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert contrast("#123456", "#123456") == 1


@given(COLORS)
def test_words_in_any_color_can_be_read_in_both_schemes(brand: str) -> None:
    """As text on every paper, and as a button with text on it; so a focus ring can be seen too."""
    made = palette(THEME, brand)
    for scheme in (made.light, made.dark):
        assert worst(scheme["clay"].hex, papers(scheme)) >= TEXT
        assert contrast(scheme["on-clay"].hex, scheme["clay"].hex) >= TEXT
        assert scheme["clay"].inside


@given(COLORS)
def test_a_color_keeps_its_hue_and_never_gains_chroma(brand: str) -> None:
    """A blue practice has a blue accent, lighter or darker."""
    own, made = Color.of(brand), palette(THEME, brand)
    for scheme in (made.light, made.dark):
        assert scheme["clay"].hue == own.hue
        assert scheme["clay"].chroma <= own.chroma


@pytest.mark.parametrize(
    ("brand", "light", "dark"),
    [
        ("#7a3b2e", "#7a3b2e", "#e39b8b"),
        ("#000000", "#000000", "#adadad"),
        ("#ffffff", "#4e4e4e", "#ffffff"),
        ("#336699", "#1d5081", "#7cb1e8"),
        ("#ffff00", "#515100", "#ffff00"),
    ],
)
def test_a_color_moves_as_little_as_need_be(
    tmp_path: Path, brand: str, light: str, dark: str
) -> None:
    """What can be read is left alone."""
    write(tmp_path, {"css/tokens.css": TOKENS})
    made = palette(tmp_path, brand)
    assert (made.light["clay"].hex, made.dark["clay"].hex) == (light, dark)


def test_the_theme_passes_by_itself() -> None:
    """Most practices name no color."""
    made = palette(THEME)
    for scheme in (made.light, made.dark):
        assert worst(scheme["clay"].hex, papers(scheme)) >= TEXT
        assert contrast(scheme["on-clay"].hex, scheme["clay"].hex) >= TEXT


def test_a_theme_without_its_colors_is_told(tmp_path: Path) -> None:
    """A token that was renamed would otherwise be a fault of ours, with a call stack."""
    write(tmp_path, {"css/tokens.css": TOKENS.replace("--clay:", "--terracotta:")})
    with pytest.raises(ContentError) as caught:
        palette(tmp_path, "#336699")
    assert [(one.field, one.needed, one.fix) for one in caught.value.problems] == [
        (
            "--clay",
            "the colors of the theme, each light-dark(oklch(...), oklch(...))",
            "restore the file, or show this to a developer",
        )
    ]
