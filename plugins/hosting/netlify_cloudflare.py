"""Netlify and Cloudflare Pages: their files _headers and _redirects.

Gives   headers_file(), redirects_file(); limit_warnings(), the lines that a host would ignore
Source  the documentation of both, and their parsers. Cloudflare compares the last slash, so each
        redirect has two lines; Netlify needs "!" to redirect where a file exists, and Cloudflare,
        which always does, ignores lines that have it
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from plugins.core.model.hosts import Host
from plugins.core.problems import Problem
from plugins.hosting.headers import EVERYWHERE, Rule

SIGNS = "/-._~+,@="  # of old addresses, which both hosts compare as written


def headers_file(rules: Iterable[Rule]) -> str:
    paths = [(f"{rule.address}*" if rule.folder else rule.address, rule.headers) for rule in rules]
    return "\n".join(block(path, headers) for path, headers in [("/*", EVERYWHERE), *paths])


def block(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def redirects_file(redirects: Mapping[str, str], *, forced: bool) -> str:
    status = "301!" if forced else "301"
    return "".join(
        f"{quote(address, safe=SIGNS)} {new} {status}\n"
        for old, new in redirects.items()
        for address in (old, f"{old}/")
    )


def limit_warnings(host: Host, headers: str, redirects: str) -> Iterator[Problem]:
    """What a host silently ignores of our files."""
    if not host.most_rules:
        return
    rules = sum(line.startswith("/") for line in headers.splitlines())
    if rules > host.most_rules:
        yield warning(
            f"{rules:,} folders and files right below the root of the site",
            f"at most {host.most_rules:,}: {host.title} sends the others without our headers",
            "have fewer pages in content/pages/, or another host",
        )
    longest = max((len(line.strip()) for line in headers.splitlines()), default=0)
    if longest > host.longest_line:
        yield warning(
            f"a line of {longest:,} characters in the headers",
            f"at most {host.longest_line:,}: {host.title} leaves it out, and with it the policy",
            "have another host, or show this to a developer",
        )
    count = len(redirects.splitlines())
    if count > host.most_redirects:
        yield warning(
            f"{count // 2:,} addresses that moved",
            f"at most {host.most_redirects // 2:,}: {host.title} leads nobody on from the others",
            'delete the oldest lines of "aliases", or have another host',
        )


def warning(found: str, needed: str, fix: str) -> Problem:
    return Problem("HOST", 0, "", found, needed, fix, level="warning")
