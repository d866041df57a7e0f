"""Coupon: the QR code that leads from the printed coupon of an offer to its page.

Gives   /offers/<slug>/qr.svg for each offer, with the quiet zone that readers need
Source  ISO/IEC 18004 through segno; level M, which a fold or a stain may cost
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import segno

from plugins.core.site import File, Site


def files(site: Site) -> Iterator[File]:
    for document in site.all("offers"):
        yield File(f"{document.address}qr.svg", qr_code(site.url + document.address))


def qr_code(text: str) -> str:
    """An SVG, black on white: what readers of every age can see."""
    drawn = BytesIO()
    code = segno.make(text, error="m", boost_error=False, micro=False)
    code.save(drawn, kind="svg", light="#fff", omitsize=True)
    return drawn.getvalue().decode()
