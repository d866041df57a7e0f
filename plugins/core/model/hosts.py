"""Hosts: what differs in a site from host to host.

Gives   HOSTS, by the names that HOST= takes; ANY, for a folder that goes anywhere
Source  the hosts' documentation of _headers and _redirects, CNAME and .nojekyll
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Host:
    """What a host needs of the site.

    title           as people call it
    tables          it reads _headers and _redirects
    forced          in _redirects it must be told to redirect where a file is
    own_policy      pages carry the policy themselves, since the host sends no header of ours
    redirect_pages  addresses that moved have pages that lead on, since the host redirects nothing
    branch          it serves a branch of Git, and must be told that nothing is to be built
    server          its configuration is ours to write; it sends copies that are packed already
    policies        headers of ours are set in a policy that is made once, by hand
    most_rules      so many rules it reads in _headers; 0 for any number. most_redirects likewise,
                    longest_line in characters
    """

    name: str
    title: str
    tables: bool = False
    forced: bool = False
    own_policy: bool = False
    redirect_pages: bool = False
    branch: bool = False
    server: bool = False
    policies: bool = False
    most_rules: int = 0
    most_redirects: int = 0
    longest_line: int = 0


ANY = Host("", "any host", tables=True, own_policy=True, redirect_pages=True)
HOSTS = {
    host.name: host
    for host in (
        Host("netlify", "Netlify", tables=True, forced=True),
        Host(
            "cloudflare",
            "Cloudflare Pages",
            tables=True,
            most_rules=100,
            most_redirects=2000,
            longest_line=2000,
        ),
        Host("github", "GitHub Pages", own_policy=True, redirect_pages=True, branch=True),
        Host("s3", "S3", own_policy=True, redirect_pages=True, policies=True),
        Host("rsync", "a web server of your own", server=True),
    )
}
