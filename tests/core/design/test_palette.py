"""Palette: whatever color a practice has, words in it can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.design.oklch import Color, contrast
from plugins.core.design.palette import TEXT, own_colors, palette, papers, worst
from plugins.core.design.paper_tones import TONES
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


@pytest.mark.parametrize("paper", TONES)
@given(st.one_of(st.just(""), COLORS))
def test_words_can_be_read_on_every_paper(paper: str, brand: str) -> None:
    """Whatever staff combine: text, small text, links and buttons, by day and in the dark."""
    made = palette(THEME, brand, paper)
    for scheme in (made.light, made.dark):
        for name in ("ink", "ink-soft", "clay"):
            assert worst(scheme[name].hex, papers(scheme)) >= TEXT, name
        assert contrast(scheme["on-clay"].hex, scheme["clay"].hex) >= TEXT


@pytest.mark.parametrize("paper", TONES)
def test_drawings_can_be_seen_on_every_paper(paper: str) -> None:
    """WCAG 1.4.11: what a drawing says differs from what it lies on by 3 to 1."""
    made = palette(THEME, "", paper)
    for scheme in (made.light, made.dark):
        for name in ("ink", "drawing-fiber", "drawing-pain"):
            assert contrast(scheme[name].hex, scheme["paper"].hex) >= 3, name
        assert contrast(scheme["ink"].hex, scheme["drawing-muscle"].hex) >= 3


def test_no_two_papers_look_alike() -> None:
    """Two practices that chose differently have different sites."""
    shown = {palette(THEME, "", paper).light["paper"].hex for paper in ("", *TONES)}
    assert len(shown) == len(TONES) + 1


def test_only_what_a_practice_changes_is_said_again() -> None:
    """Every page carries it."""
    assert own_colors(THEME, "", "") == {}
    assert own_colors(THEME, "", "cream") == {}
    assert set(own_colors(THEME, "#336699", "")) == {"--clay", "--on-clay"}
    assert {"--paper", "--ink", "--rule", "--drawing-body"} <= set(own_colors(THEME, "", "mist"))


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
