"""Addresses: the sitemap, robots.txt, and redirects from the addresses of before.

Reads   the pages of the model; the `aliases` of documents, see redirects.py
Gives   /sitemap.xml with every listed page, /robots.txt that names it; the preview asks robots
        to stay away, and starter pages stand in no sitemap; site.redirects, and where the host
        redirects nothing a page for each that leads on
Stops   the build with one Problem for each alias that leads nowhere, or two ways
Source  sitemaps.org 0.9, RFC 9309
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.addresses.redirects import claimed, furnish, signposts
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


FEATURE = Feature("addresses", furnish=furnish, files=files, signposts=signposts, claimed=claimed)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
