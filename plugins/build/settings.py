"""The address of the live site, SITEURL.

Gives   site_url(): the address without its last slash
Stops   ContentError: none when publishing, not https, or more than a host: pages link to each
        other from the root, so a site lives at the root of its host
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from plugins.core.markdown.urls import LOOPBACK, UrlError, web_url
from plugins.core.problems import ContentError, Problem, quoted

LIVE = 'write "SITEURL=https://www.example.com" after "make publish", with your own address'
PREVIEW = 'write "SITEURL=http://127.0.0.1:8000", or nothing at all'


def site_url(settings: Mapping[str, Any]) -> str:
    url = str(settings["SITEURL"] or "").rstrip("/")
    fix = PREVIEW if settings["PREVIEW"] else LIVE
    if not url and not settings["PREVIEW"]:
        needed = "the address of the live site: share links, sitemap and search engines use it"
        raise refused("nothing", needed, fix)
    if not url:
        return url
    try:
        parts = urlsplit(web_url(url))
    except UrlError as error:
        raise refused(quoted(url), str(error), fix) from None
    if not settings["PREVIEW"] and parts.hostname in LOOPBACK:
        raise refused(quoted(url), "an address that visitors can reach, not this machine", fix)
    if parts.path or "?" in url or "#" in url:
        needed = "a host and nothing after it: pages link to each other from its root"
        raise refused(quoted(url), needed, fix)
    return url


def refused(found: str, needed: str, fix: str) -> ContentError:
    return ContentError([Problem("SITEURL", 0, "", found, needed, fix)])
