"""Hosting: the files that hosts need beside the pages: headers, redirects, the security policy.

Reads   the finished pages, the scripts and styles that templates wrote into them, the grants of
        features, the redirects, the host
Gives   _headers and _redirects; _nginx.conf, _Caddyfile, .htaccess and compressed copies for a web
        server; _cloudfront.json for S3; .nojekyll and CNAME for GitHub Pages; the policy inside the
        pages, where a host sends none of our headers, and in the error page, which hosts send
        from addresses without a rule; _built.json, which says to uploads what was built for whom
Stops   nothing: lines that a host would ignore are warnings; the preview has _built.json alone
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from plugins.core.feature import Feature
from plugins.core.model.build_label import LABEL, BuildLabel
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.hosting.apache import apache
from plugins.hosting.caddy import caddy
from plugins.hosting.cloudfront import cloudfront
from plugins.hosting.content_security_policy import policy, with_policy
from plugins.hosting.headers import ERRORS, Rule, rules
from plugins.hosting.hidden_files import is_hidden
from plugins.hosting.netlify_cloudflare import headers_file, limit_warnings, redirects_file
from plugins.hosting.nginx import nginx
from plugins.hosting.precompressed import compressed_copies

GITHUB = ".github.io"  # the domain of addresses at GitHub


def derived_files(site: Site, _pages: tuple[Page, ...], folder: Path) -> Iterator[File]:
    if site.preview or site.base:
        return
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    files = sorted(name for name in paths if not is_hidden(name))
    html = {name: (folder / name).read_text("utf-8") for name in files if name.endswith(".html")}
    with_policies = dict(pages_with_policy(site, html))
    yield from (File(f"/{name}", text) for name, text in with_policies.items())
    yield from host_files(site, rules(files, site.inline, site.grants, site.policies))
    if site.host.server:
        for name in files:
            text = with_policies.get(name)
            content = text.encode() if text else (folder / name).read_bytes()
            yield from compressed_copies(name, content)


def pages_with_policy(site: Site, html: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The pages that a host sends without our headers, with the policy inside."""
    own = tuple(one.folder for one in site.policies)
    for name, text in html.items():
        if own and f"/{name}".startswith(own):
            continue  # it carries a policy already
        if site.host.own_policy or name == ERRORS:
            grants = [grant for grant in site.grants if f"/{name}".startswith(grant.folder)]
            yield name, with_policy(text, policy(site.inline, grants, header=False))


def host_files(site: Site, rules: list[Rule]) -> Iterator[File]:
    """Headers and redirects in the format of the host."""
    if site.host.tables:
        yield File("/_headers", headers_file(rules))
        if site.redirects:
            table = redirects_file(site.redirects, forced=site.host.forced)
            yield File("/_redirects", table)
    if site.host.server:
        yield File("/_nginx.conf", nginx(rules, site.redirects))
        yield File("/_Caddyfile", caddy(rules, site.redirects))
        yield File("/.htaccess", apache(rules, site.redirects))
    if site.host.policies:
        yield File("/_cloudfront.json", cloudfront(site.practice.name))


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    """What it is for. For a host that shows a branch: tell it to build nothing, and our domain."""
    if site.base:
        return
    label = BuildLabel(site.url, site.host.name, site.practice.name, site.preview)
    yield File(f"/{LABEL}", label.text())
    if site.preview or not site.host.branch:
        return
    yield File("/.nojekyll", "The site is finished: nothing here is to be built.\n")
    name = urlsplit(site.url).hostname or ""
    if not name.endswith(GITHUB):
        yield File("/CNAME", f"{name}\n")


def output_problems(site: Site, _pages: tuple[Page, ...], folder: Path) -> Iterator[Problem]:
    tables = (folder / name for name in ("_headers", "_redirects"))
    headers, redirects = (path.read_text("utf-8") if path.is_file() else "" for path in tables)
    yield from limit_warnings(site.host, headers, redirects)


FEATURE = Feature(
    "hosting", files=files, derived_files=derived_files, output_problems=output_problems
)
