"""QR codes: the QR code that leads from a printed page, or a printed coupon, to the page itself.

Gives   <address>qr.svg for every page but that of errors, with the quiet zone that readers need;
        qr_code, its address, to every template, "" for the page of errors
Source  ISO/IEC 18004 through segno; level M, which a fold or a stain may cost
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.core.feature import Feature, join
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.core.system.processes import spread
from plugins.qr_codes.masks import chosen
from plugins.qr_codes.svg import svg


def files(site: Site, pages: Iterable[Page]) -> Iterator[File]:
    coded = [page for page in pages if address(page)]
    texts = spread(drawn, [site.url + page.address for page in coded])
    yield from (File(address(page), text) for page, text in zip(coded, texts, strict=True))


def address(page: Page) -> str:
    """That of a page's QR code; "" for the page of errors, which stands at any address."""
    return f"{page.address}qr.svg" if page.address.endswith("/") else ""


def page_values(_site: Site, page: Page) -> dict[str, str]:
    return {"qr_code": address(page)}


def drawn(text: str) -> str:
    """An SVG, black on white: what readers of every age can see."""
    return svg(chosen(text).rows)


FEATURE = Feature("qr_codes", files=files, page_values=page_values)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
