"""Addresses: the sitemap, robots.txt, and redirects from the addresses of before.

Reads   the pages of the model; in a site to publish, the history of content/ in Git; the `aliases`
        of documents, see redirects.py
Gives   /sitemap.xml with every listed page and the time of its last change, /robots.txt that
        names it; the preview asks robots to stay away, and starter pages and offers that do not
        run stand in no sitemap; site.redirects, and where the host redirects nothing a page for
        each that leads on
Stops   the build with one Problem for each alias that leads nowhere, or two ways; a warning when
        Git refuses to tell the dates
Source  sitemaps.org 0.9, RFC 9309
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from plugins.addresses.last_modified import Changes
from plugins.addresses.redirects import extend_site, path_problems, redirect_pages
from plugins.addresses.sitemap import sitemap
from plugins.core.feature import Feature
from plugins.core.model.changes import committed
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted
from plugins.core.reading.source_files import display_path
from plugins.core.system.git_history import foreign_repository

SITEMAP = "/sitemap.xml"


def robots(site: Site) -> str:
    if site.preview:
        return "User-agent: *\nDisallow: /\n"
    maps = (f"Sitemap: {site.url}{one.at(SITEMAP)}\n" for one in (site, *site.others))
    return f"User-agent: *\nAllow: /\n\n{''.join(maps)}"


def files(site: Site, pages: tuple[Page, ...]) -> Iterator[File]:
    changes = Changes(site, committed(site))
    yield File(site.at(SITEMAP), sitemap(site, pages, changes.of))
    if not site.base:
        yield File("/robots.txt", robots(site))


def site_problems(site: Site) -> Iterator[Problem]:
    if site.preview or committed(site):
        return
    if folder := foreign_repository(site.content):
        yield Problem(
            f"{display_path(site.content)}/",
            found=f"a Git repository that another user owns, {quoted(folder, 200)}: no page has a "
            "date of its last change",
            needed="a repository that Git reads for whoever builds the site",
            fix=f"if you trust it, type: git config --global --add safe.directory "
            f"{shlex.quote(folder)}",
            level="warning",
        )


FEATURE = Feature(
    "addresses",
    extend_site=extend_site,
    site_problems=site_problems,
    files=files,
    redirect_pages=redirect_pages,
    path_problems=path_problems,
)
