"""The cut of Fraunces: small, whole, the same everywhere, under its licence."""

from __future__ import annotations

from io import BytesIO

from fontTools.ttLib import TTFont

from plugins.core.design import font as face


def test_the_cut_is_small_and_the_same_every_time() -> None:
    """It is fetched before the headings look right, and its address is the hash of its bytes."""
    assert face.packed("woff2", tuple(sorted(face.ENGLISH))) == face.woff2()
    assert face.packed("", face.LATIN) == face.ttf()
    assert len(face.woff2()) < 11_500


def test_browsers_get_the_letters_that_the_site_shows() -> None:
    """Others would be a third of what a phone waits for; the machine has what Latin lacks."""
    shown = TTFont(BytesIO(face.woff2(frozenset("Café 漢")))).getBestCmap()
    assert set(shown) == face.ENGLISH | {ord("é")}


def test_the_cut_has_latin_kerning_ligatures_and_lining_figures() -> None:
    """What the headings of a practice need, French and Spanish names among them."""
    font = TTFont(BytesIO(face.ttf()))
    assert set(face.LATIN) == set(font.getBestCmap())
    tags = {
        record.FeatureTag
        for table in ("GPOS", "GSUB")
        for record in font[table].table.FeatureList.FeatureRecord
    }
    assert tags == {"case", "kern", "liga"}
    capital, figures = font["OS/2"].sCapHeight, [font["glyf"][name] for name in ("one", "seven")]
    assert all(abs(figure.yMax - capital) < 60 and figure.yMin > -60 for figure in figures)
    assert "fvar" not in font


def test_the_cut_says_whose_it_is() -> None:
    """The OFL asks that copyright and licence stay with every copy."""
    names = TTFont(BytesIO(face.woff2()))["name"]
    said = {number: names.getDebugName(number) for number in (0, 1, 4, 6, 13)}
    assert said == {
        0: "Copyright 2020 The Fraunces Project Authors (github.com/undercasetype/Fraunces)",
        1: "Fraunces",
        4: "Fraunces",
        6: "Fraunces-Regular",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1. This "
        "license is available with a FAQ at: https://scripts.sil.org/OFL",
    }
    assert "SIL OPEN FONT LICENSE Version 1.1" in face.licence()


def test_the_metrics_are_those_of_the_font() -> None:
    """Fallbacks are stretched, and titles on cards broken, by these."""
    metrics = face.metrics()
    assert (metrics.ascent, metrics.descent, metrics.line_gap) == (0.978, 0.255, 0)
    assert round(metrics.width("Therapy"), 3) == 3.797
    assert metrics.width("\u6f22") == 1
    assert metrics.covers("Café “Müller” \u2013 303-777-1151")
    assert not metrics.covers("Café \u6f22")
