"""Transition: the security policy of a web server between two versions of a site.

Reads   the configuration of the server at the host and the one that was built
Gives   transitions(): for those whose policies change, the configuration at the host with policies
        that allow the pages of both versions; check_reload()
Why     a policy allows inline scripts and styles by their hash, so a page under the policy of
        another version has no style and no clock. Redirects and the rest stay as they are until
        the new pages are there
Stops   ContentError: nginx and Caddy read their configuration when they start, so without RELOAD
        the new pages would stand under the old policy
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import reduce
from pathlib import Path

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import Plan
from plugins.desk.deploy.target import Target

POLICY = re.compile(r'(?<=Content-Security-Policy ")[^"]*')
LOADED = ("_nginx.conf", "_Caddyfile")  # what a server reads when it starts
NONE = "'none'"
DEFAULT = "default-src"
BY_HAND = "none"
NO_RELOAD = Problem(
    "RELOAD",
    found="nothing, and the security policy changes: nginx and Caddy would show the new pages "
    "without their styles and scripts",
    needed="the command that tells the web server to read its configuration anew",
    fix='add RELOAD="ssh me@www.example.com sudo nginx -s reload", with your own names; for '
    "Apache, which reads it by itself, RELOAD=none",
)

Directives = Mapping[str, frozenset[str]]


def transitions(plan: Plan, target: Target, output: Path) -> dict[str, str]:
    """The files of the configuration that must allow both versions meanwhile, and their texts."""
    texts = {}
    for name in (name for name in plan.settings if name in plan.changed and name in plan.known):
        there = target.read(name).decode("utf-8", "replace")
        built = (output / name).read_text(encoding="utf-8")
        if policies(there) != policies(built):
            texts[name] = widened(there, policies(built))
    return texts


def check_reload(texts: Iterable[str], reload: str) -> None:
    """Raises ContentError."""
    if not reload and not set(texts).isdisjoint(LOADED):
        raise ContentError([NO_RELOAD])


def policies(text: str) -> frozenset[str]:
    """The policies in a configuration, whichever server it is for."""
    return frozenset(POLICY.findall(text))


def widened(text: str, others: Iterable[str]) -> str:
    """A configuration whose policies allow what these others allow, too."""
    return POLICY.sub(lambda match: union([match[0], *sorted(others)]), text)


def union(policies: Iterable[str]) -> str:
    """A policy that allows what any of these allows."""
    allowed = reduce(either, map(directives, policies))
    return "; ".join(" ".join([name, *sorted(sources)]) for name, sources in allowed.items())


def directives(policy: str) -> Directives:
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: frozenset(sources) for name, *sources in parts}


def either(one: Directives, other: Directives) -> Directives:
    """What one of two policies allows. A directive that one of them lacks says nothing there; for
    sources, the default does."""
    names = dict.fromkeys([*one, *other])
    both = {}
    for name in names:
        lists = [policy.get(name, default(name, policy)) for policy in (one, other)]
        if None not in lists:
            sources = frozenset().union(*filter(None, lists))
            both[name] = sources - {NONE} or sources
    return both


def default(name: str, policy: Directives) -> frozenset[str] | None:
    return policy.get(DEFAULT) if name.endswith("-src") else None
