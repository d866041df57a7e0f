"""Exports: what is known of the practice, in the forms that other programs read.

Reads   the facts of the practice; the pages to be found
Gives   /practice.vcf, the practice as an entry of an address book, and vcard, its address, to every
        template; in a site to publish also /.well-known/security.txt and /llms.txt; due, before
        security.txt runs out
Stops   nothing: what is not known is left out
Source  RFC 2426 (vCard 3.0), RFC 9116, llmstxt.org
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.core.feature import Feature
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.exports import llms_txt, security_txt
from plugins.exports.vcard import vcard

VCARD, SECURITY, LLMS = "/practice.vcf", "/.well-known/security.txt", "/llms.txt"


def files(site: Site, pages: Iterable[Page]) -> Iterator[File]:
    yield File(site.at(VCARD), vcard(site))
    if not site.preview:
        if not site.base:
            yield File(SECURITY, security_txt.text(site, site.url + SECURITY))
        yield File(site.at(LLMS), llms_txt.text(site, pages))


def page_values(site: Site, _page: Page) -> dict[str, str]:
    return {"vcard": site.at(VCARD)}


FEATURE = Feature("exports", page_values=page_values, files=files, due_builds=security_txt.due)
