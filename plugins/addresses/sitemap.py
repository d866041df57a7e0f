"""Sitemap: every page that is to be found, with its last change when that is known.

Gives   sitemap(): the text of /sitemap.xml
Units   lastmod in UTC, to the second
Source  sitemaps.org 0.9; W3C date and time formats; Google: alternates of a page in a sitemap
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.core.model.pages import Page
from plugins.core.model.site import Site

# Written as it is: ElementTree would declare the namespace where no page has a translation.
ALTERNATE, XHTML = "xhtml:link", "http://www.w3.org/1999/xhtml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Written here because ElementTree's own names the encoding of the machine.
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def sitemap(site: Site, pages: Iterable[Page], changed: Callable[[Page], datetime | None]) -> str:
    root = Element("urlset", xmlns=NAMESPACE)
    listed = [page for page in pages if page.listed and not page.starter]
    if any(page.translations for page in listed):
        root.set("xmlns:xhtml", XHTML)
    for page in sorted(listed, key=lambda page: page.address):
        url = SubElement(root, "url")
        SubElement(url, "loc").text = site.url + page.address
        if at := changed(page):
            SubElement(url, "lastmod").text = at.isoformat()
        for one in page.translations:
            address = site.url + one.address
            SubElement(url, ALTERNATE, rel="alternate", hreflang=one.language, href=address)
    indent(root)
    return f"{DECLARATION}\n{tostring(root, encoding='unicode')}\n"
