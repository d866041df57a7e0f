"""QR codes: each printed page, and each printed coupon, has one that leads to the page itself.

Gives   <address>qr.svg for every page but the error page, with the quiet zone that readers need;
        qr_code, its address, to every template, "" for the error page
Cache   .cache/qr_codes/, because segno weighs eight masks module by module
Source  ISO/IEC 18004 through segno; level M survives a fold or a stain
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import segno

from plugins.core.cache.store import cached, key
from plugins.core.feature import Feature
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.core.system.processes import parallel_map


def files(site: Site, pages: Iterable[Page]) -> Iterator[File]:
    coded = [page for page in pages if address(page)]
    codes = parallel_map(cached_svg, [site.url + page.address for page in coded])
    yield from (File(address(page), svg) for page, svg in zip(coded, codes, strict=True))


def address(page: Page) -> str:
    """The address of a page's QR code; "" for the error page, which hosts show anywhere."""
    return f"{page.address}qr.svg" if page.address.endswith("/") else ""


def page_values(_site: Site, page: Page) -> dict[str, str]:
    return {"qr_code": address(page)}


def cached_svg(url: str) -> str:
    name = key(url, segno.__version__, Path(__file__))
    return cached("qr_codes", f"{name}.svg", lambda: svg(url)).decode()


def svg(url: str) -> bytes:
    """Black on white: what readers of every age can see."""
    written = BytesIO()
    code = segno.make_qr(url, error="m", boost_error=False)
    code.save(written, kind="svg", border=4, light="#fff", omitsize=True)
    return written.getvalue()


FEATURE = Feature("qr_codes", files=files, page_values=page_values)
