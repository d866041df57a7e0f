"""The QR codes of printed pages and coupons."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import segno

from plugins.qr_codes import drawn
from tests.offers.sites import site

AT = datetime(2026, 3, 20, tzinfo=UTC)


def test_the_code_leads_to_the_offers_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever finds the coupon in a drawer learns whether the offer still runs."""
    made = site(tmp_path, {"ten": "headline: Ten"}, AT, monkeypatch)
    wanted = segno.make("https://www.example.com/offers/ten/", error="m", boost_error=False)
    written = BytesIO()
    wanted.save(written, kind="svg", light="#fff", omitsize=True)
    assert made.text("/offers/ten/qr.svg") == written.getvalue().decode()


def test_the_code_is_dark_on_white_with_a_quiet_zone() -> None:
    """Phones do not find a code without four empty modules around it (ISO/IEC 18004)."""
    root = ET.fromstring(drawn("https://www.example.com/"))  # noqa: S314  (our own)
    light, dark = root.findall("{http://www.w3.org/2000/svg}path")
    assert root.get("viewBox") == "0 0 33 33"
    assert (light.get("fill"), light.get("d")) == ("#fff", "M0 0h33v33h-33z")
    assert dark.get("stroke") == "#000"
    assert re.match(r"M4 4\.5h7", dark.get("d") or "")


def test_a_code_is_the_same_in_every_build() -> None:
    """Nothing changes without a reason."""
    assert drawn("https://www.example.com/") == drawn("https://www.example.com/")
