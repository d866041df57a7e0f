"""Hosting: what hosts need beside the pages: headers, redirects, the security policy.

Reads   the finished pages, what features were granted, the addresses that moved, the host
Gives   _headers and _redirects; what a branch of GitHub needs to be shown as it is; the policy
        inside the pages, where a host sends no headers of ours, and in the page of errors, which
        hosts send from addresses that have no rule
Stops   nothing; the preview has none of this
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from plugins.core.flow import Feature, join
from plugins.core.pages import File, Page
from plugins.core.site import Site
from plugins.hosting.caddy import caddy
from plugins.hosting.headers import ERRORS, rules
from plugins.hosting.hidden import is_hidden
from plugins.hosting.nginx import nginx
from plugins.hosting.page_policy import with_policy
from plugins.hosting.policy import inside, policy
from plugins.hosting.tables import headers_table

OWN = ".github.io"  # addresses that GitHub gives


def finish(site: Site, _pages: tuple[Page, ...], folder: Path) -> Iterator[File]:
    if site.preview:
        return
    written = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    files = sorted(name for name in written if not is_hidden(name))
    html = {name: (folder / name).read_text() for name in files if name.endswith(".html")}
    pages = {name: inside(text) for name, text in html.items()}
    for name, text in html.items():
        if site.host.own_policy or name == ERRORS:
            grants = [one for one in site.grants if f"/{name}".startswith(one.folder)]
            found = frozenset().union(*pages.values())
            yield File(f"/{name}", with_policy(text, policy(found, grants, header=False)))
    said = rules(files, pages, site.grants)
    if site.host.tables:
        yield File("/_headers", headers_table(said))
    if site.host.server:
        yield File("/_nginx.conf", nginx(said, site.redirects))
        yield File("/_Caddyfile", caddy(said, site.redirects))


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    """What a host that shows a branch must be told: nothing is to be built, and, unless the
    address is one of its own, what the site is called."""
    if site.preview or not site.host.branch:
        return
    yield File("/.nojekyll", "The site is finished: nothing here is to be built.\n")
    name = urlsplit(site.url).hostname or ""
    if not name.endswith(OWN):
        yield File("/CNAME", f"{name}\n")


FEATURE = Feature("hosting", files=files, finish=finish)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
