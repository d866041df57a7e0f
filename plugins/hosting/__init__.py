"""Hosting: what hosts need beside the pages: headers, redirects, the security policy.

Reads   the finished pages, what features were granted, the addresses that moved, the host
Gives   _headers and _redirects; _nginx.conf, _Caddyfile, .htaccess and packed copies for a server
        of one's own; _cloudfront.json for S3; what a branch of GitHub needs to be shown as it is;
        the policy inside the pages, where a host sends no headers of ours, and in the page of
        errors, which hosts send from addresses that have no rule
Stops   nothing: what a host would not read is a warning; the preview has none of this
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from plugins.core.feature import Feature, join
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.hosting.apache import apache
from plugins.hosting.caddy import caddy
from plugins.hosting.cloudfront import cloudfront
from plugins.hosting.content_security_policy import Inline, inside, policy
from plugins.hosting.headers import ERRORS, Rule, rules
from plugins.hosting.hidden_files import is_hidden
from plugins.hosting.netlify_cloudflare import headers_table, redirects_table, too_much
from plugins.hosting.nginx import nginx
from plugins.hosting.page_policy import with_policy
from plugins.hosting.precompressed import packed

OWN = ".github.io"  # addresses that GitHub gives


def derived_files(site: Site, _pages: tuple[Page, ...], folder: Path) -> Iterator[File]:
    if site.preview:
        return
    written = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    files = sorted(name for name in written if not is_hidden(name))
    html = {name: (folder / name).read_text() for name in files if name.endswith(".html")}
    pages = {name: inside(text) for name, text in html.items()}
    carrying = dict(pages_with_policy(site, html, pages))
    yield from (File(f"/{name}", text) for name, text in carrying.items())
    yield from for_host(site, rules(files, pages, site.grants))
    if site.host.server:
        for name in files:
            text = carrying.get(name)
            yield from packed(name, text.encode() if text else (folder / name).read_bytes())


def pages_with_policy(
    site: Site, html: Mapping[str, str], pages: Mapping[str, frozenset[Inline]]
) -> Iterator[tuple[str, str]]:
    """The pages that a host sends without our headers, with the policy inside them."""
    found = frozenset().union(*pages.values())
    for name, text in html.items():
        if site.host.own_policy or name == ERRORS:
            grants = [one for one in site.grants if f"/{name}".startswith(one.folder)]
            yield name, with_policy(text, policy(found, grants, header=False))


def for_host(site: Site, said: list[Rule]) -> Iterator[File]:
    """Headers and redirects in the words of the host."""
    if site.host.tables:
        yield File("/_headers", headers_table(said))
        if site.redirects:
            table = redirects_table(site.redirects, forced=site.host.forced)
            yield File("/_redirects", table)
    if site.host.server:
        yield File("/_nginx.conf", nginx(said, site.redirects))
        yield File("/_Caddyfile", caddy(said, site.redirects))
        yield File("/.htaccess", apache(said, site.redirects))
    if site.host.policies:
        yield File("/_cloudfront.json", cloudfront(site.practice.name))


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    """What a host that shows a branch must be told: nothing is to be built, and, unless the
    address is one of its own, what the site is called."""
    if site.preview or not site.host.branch:
        return
    yield File("/.nojekyll", "The site is finished: nothing here is to be built.\n")
    name = urlsplit(site.url).hostname or ""
    if not name.endswith(OWN):
        yield File("/CNAME", f"{name}\n")


def output_problems(site: Site, _pages: tuple[Page, ...], folder: Path) -> Iterator[Problem]:
    tables = (folder / name for name in ("_headers", "_redirects"))
    headers, redirects = (path.read_text() if path.is_file() else "" for path in tables)
    yield from too_much(site.host, headers, redirects)


FEATURE = Feature(
    "hosting", files=files, derived_files=derived_files, output_problems=output_problems
)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
