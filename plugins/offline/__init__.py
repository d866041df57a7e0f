"""Offline: number, address and hours when the network is gone, and no offer that has ended.

Reads   the facts of the practice; its own page in each language, finished
Gives   /offline/, a page that nobody lists, and /es/offline/; in a site to publish also /sw.js, a
        service worker that shows it in place of a page of its language that cannot be loaded, and
        worker, which has the pages register it; the grant that the security policy needs for that
Stops   nothing; the preview, and a site without this feature, send the worker away
Source  Service Workers, Trusted Types
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plugins.core.feature import Feature
from plugins.core.model.browser_storage import Stored
from plugins.core.model.csp import Grant
from plugins.core.model.pages import File, Page, save_as
from plugins.core.model.site import Site
from plugins.offline.service_worker import CACHE, worker

ADDRESS, TEMPLATE, WORKER = "/offline/", "offline", "/sw.js"
# The policy in theme/js/worker.js: all that it lets a script load is the worker.
GRANT = Grant("trusted-types", "worker")


def granted(site: Site) -> tuple[Site, tuple[()]]:
    return (site if site.preview else replace(site, grants=(*site.grants, GRANT))), ()


def pages(site: Site) -> Iterator[Page]:
    title, summary = site.words.offline.title, site.words.offline.summary
    yield Page(site.at(ADDRESS), title, summary, TEMPLATE, listed=False)


def page_values(site: Site, _page: Page) -> dict[str, bool]:
    return {"worker": not site.preview}


def derived_files(site: Site, _pages: tuple[Page, ...], folder: Path) -> Iterator[File]:
    if not site.preview and not site.base:
        addresses = [one.at(ADDRESS) for one in (*site.others, site)]
        pages = {one: (folder / save_as(one)).read_text(encoding="utf-8") for one in addresses}
        yield File(WORKER, worker(pages))


def stored(site: Site) -> Iterator[Stored]:
    if not site.preview:
        yield Stored("caches", f"{CACHE}.+", str(site.words.browser_storage.offline))


FEATURE = Feature(
    "offline",
    extend_site=granted,
    pages=pages,
    page_values=page_values,
    derived_files=derived_files,
    stored=stored,
)
