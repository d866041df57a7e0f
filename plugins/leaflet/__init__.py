"""Leaflet: the QR code that leads from a printed page, or a printed coupon, to the page itself.

Gives   <address>qr.svg for every page but that of errors, with the quiet zone that readers need
Source  ISO/IEC 18004 through segno; level M, which a fold or a stain may cost
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import segno

from plugins.core.flow import Feature, join
from plugins.core.pages import File, Page
from plugins.core.site import Site


def files(site: Site, pages: Iterable[Page]) -> Iterator[File]:
    for page in pages:
        if page.address.endswith("/"):  # a page of its own, which the page of errors is not
            yield File(f"{page.address}qr.svg", qr_code(site.url + page.address))


def qr_code(text: str) -> str:
    """An SVG, black on white: what readers of every age can see."""
    drawn = BytesIO()
    code = segno.make(text, error="m", boost_error=False, micro=False)
    code.save(drawn, kind="svg", light="#fff", omitsize=True)
    return drawn.getvalue().decode()


FEATURE = Feature("leaflet", files=files)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
