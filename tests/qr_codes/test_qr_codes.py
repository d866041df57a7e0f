"""The QR codes of printed pages and coupons."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import segno

from plugins.qr_codes import svg
from tests.offers.sites import site

AT = datetime(2026, 3, 20, tzinfo=UTC)
STROKE = re.compile(r"([Mm])(-?\d+) (-?[\d.]+)h(\d+)|h(\d+)")


def modules(image: str, side: int) -> list[list[int]]:
    """The modules of a code, row by row, read back from the lines of its SVG."""
    root = ET.fromstring(image)  # noqa: S314  (our own)
    _, dark = root.findall("{http://www.w3.org/2000/svg}path")
    rows = [[0] * side for _ in range(side)]
    x, y = 0.0, 0.0
    for move, right, down, length, _ in STROKE.findall(dark.get("d") or ""):
        x, y = (float(right), float(down)) if move == "M" else (x + int(right), y + float(down))
        for column in range(int(x) - 4, int(x) - 4 + int(length)):
            rows[int(y) - 4][column] = 1
        x += int(length)
    return rows


def test_the_code_leads_to_the_offers_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever finds the coupon in a drawer learns whether the offer still runs."""
    built = site(tmp_path, {"ten": "headline: Ten"}, AT, monkeypatch)
    code = segno.make_qr("https://www.example.com/offers/ten/", error="m", boost_error=False)
    read = modules(built.text("/offers/ten/qr.svg"), len(code.matrix))
    assert read == [list(row) for row in code.matrix]


def test_the_code_is_dark_on_white_with_a_quiet_zone() -> None:
    """Phones do not find a code without four empty modules around it (ISO/IEC 18004)."""
    root = ET.fromstring(svg("https://www.example.com/"))  # noqa: S314  (our own)
    light, dark = root.findall("{http://www.w3.org/2000/svg}path")
    assert root.get("viewBox") == "0 0 33 33"
    assert (light.get("fill"), light.get("d")) == ("#fff", "M0 0h33v33h-33z")
    assert dark.get("stroke") == "#000"
    assert re.match(r"M4 4\.5h7", dark.get("d") or "")


def test_a_fold_or_a_stain_does_not_hide_the_address() -> None:
    """Level M restores 15 of 100 modules; the smallest code that holds the address stays so."""
    code = segno.make_qr("https://www.example.com/", error="m", boost_error=False)
    assert (code.error, code.version) == ("M", 2)
    assert len(modules(svg("https://www.example.com/").decode(), 25)) == len(code.matrix)
