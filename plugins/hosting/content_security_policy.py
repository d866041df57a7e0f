"""Content-Security-Policy: the policy of a site, from its finished pages.

Reads   the inline scripts and styles of the pages, and the grants of features
Gives   policy(): the text of the header; inline_elements(): those of a page, by hash;
        with_policy(): a page with the policy in its head, for hosts that send none of our headers
Units   hashes as browsers compute them: base64 of sha256 of the text between the tags
Source  CSP Level 3; Trusted Types; data blocks such as JSON-LD do not run and need no hash. HTML
        (http-equiv): a policy applies to what follows it, so it comes before all that runs
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from plugins.core.model.csp import Grant

ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
DATA = re.compile(r'\btype="application/')
# In reading order: scripts, styles and media, connections, who may frame the page.
BASE: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": (),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "object-src": ("'none'",),
    "frame-ancestors": ("'none'",),
    "require-trusted-types-for": ("'script'",),
    "trusted-types": (),
    "upgrade-insecure-requests": (),
}
NONE = ("'none'",)
NO_SOURCES = {"upgrade-insecure-requests"}  # has no sources
HEADER_ONLY = {"frame-ancestors"}  # a page cannot set these
CHARSET = '<meta charset="utf-8">\n'


@dataclass(frozen=True, order=True)
class Inline:
    """An inline script or style: the directive that allows it, its hash."""

    directive: str
    source: str


def inline_elements(html: str) -> frozenset[Inline]:
    """The inline scripts and styles of a page."""
    return frozenset(
        Inline(f"{name}-src", f"'sha256-{digest(text)}'")
        for name, attributes, text in ELEMENT.findall(html)
        if text and not DATA.search(attributes)
    )


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(inline: Iterable[Inline], grants: Iterable[Grant], *, header: bool = True) -> str:
    """The policy of pages with these scripts and styles. header: False for one in a page."""
    directives = {name: list(sources) for name, sources in BASE.items()}
    extras: list[Inline | Grant] = [*sorted(set(inline)), *sorted(set(grants))]
    for extra in extras:
        directives.setdefault(extra.directive, []).append(extra.source)
    return "; ".join(
        name if name in NO_SOURCES else f"{name} {' '.join(sources or NONE)}"
        for name, sources in directives.items()
        if header or name not in HEADER_ONLY
    )


def with_policy(html: str, policy: str) -> str:
    content = escape(policy, quote=False)
    element = f'<meta http-equiv="Content-Security-Policy" content="{content}">\n'
    return html.replace(CHARSET, CHARSET + element, 1)
