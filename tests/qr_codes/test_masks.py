"""The mask of a QR code: chosen as segno chooses it, many times as fast."""

from __future__ import annotations

from io import BytesIO

import segno
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.qr_codes import drawn

ADDRESSES = st.text("abcdefghijklmnopqrstuvwxyz0123456789-/", min_size=1, max_size=400)


@settings(deadline=None)
@given(ADDRESSES)
@example("a" * 9)  # the smallest codes
@example("symptoms/thoracic-outlet-syndrome/" * 3)  # those that say their version
@example("a" * 400)
def test_a_code_is_the_one_that_segno_draws(path: str) -> None:
    """A code that readers take for something else leads nowhere; segno follows the standard."""
    text, written = f"https://www.example.com/{path}", BytesIO()
    code = segno.make(text, error="m", boost_error=False, micro=False)
    code.save(written, kind="svg", light="#fff", omitsize=True)
    assert drawn(text) == written.getvalue().decode()
