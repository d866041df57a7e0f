"""Addresses: the sitemap and robots.txt.

Reads   the pages of the model
Gives   /sitemap.xml with every listed page, /robots.txt that names it; the preview asks robots
        to stay away, and starter pages stand in no sitemap
Source  sitemaps.org 0.9, RFC 9309
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.core.flow import Feature, join
from plugins.core.pages import File, Page
from plugins.core.site import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Written here because ElementTree's own names the encoding of the machine.
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def sitemap(site: Site, pages: Iterable[Page]) -> str:
    root = Element("urlset", xmlns=NAMESPACE)
    for address in sorted(page.address for page in pages if page.listed and not page.starter):
        SubElement(SubElement(root, "url"), "loc").text = site.url + address
    indent(root)
    return f"{DECLARATION}\n{tostring(root, encoding='unicode')}\n"


def robots(site: Site) -> str:
    if site.preview:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.url}/sitemap.xml\n"


def files(site: Site, pages: tuple[Page, ...]) -> Iterator[File]:
    yield File("/sitemap.xml", sitemap(site, pages))
    yield File("/robots.txt", robots(site))


FEATURE = Feature("addresses", files=files)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
