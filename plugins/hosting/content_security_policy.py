"""Policy: the Content-Security-Policy of a site, from its finished pages.

Reads   the scripts and styles that stand in the pages, and what features were granted
Gives   policy(): the text of the header; inside(): what a page has, by its hash
Units   hashes as browsers compute them: base64 of sha256 of the text between the tags
Source  CSP Level 3; Trusted Types; data blocks such as JSON-LD do not run and need no hash
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.core.model.csp import Grant

ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
DATA = re.compile(r'\btype="application/')
# In the order in which people read it: what runs, what shows, where it talks, who may hold it.
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
ALONE = {"upgrade-insecure-requests"}  # without sources
HEADER_ONLY = {"frame-ancestors"}  # a page cannot say these of itself


@dataclass(frozen=True, order=True)
class Inline:
    """A script or style that stands in a page: the directive that lets it through, its hash."""

    directive: str
    source: str


def inside(html: str) -> frozenset[Inline]:
    """What a page has between its own tags that runs or styles."""
    return frozenset(
        Inline(f"{name}-src", f"'sha256-{digest(text)}'")
        for name, attributes, text in ELEMENT.findall(html)
        if text and not DATA.search(attributes)
    )


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(found: Iterable[Inline], grants: Iterable[Grant], *, header: bool = True) -> str:
    """The policy of pages with these scripts and styles.

    header  False for a policy that stands in a page, which cannot say everything
    """
    more = [(one.directive, one.source) for one in sorted(set(found))]
    more += [(one.directive, one.source) for one in sorted(set(grants))]
    directives = {name: list(sources) for name, sources in BASE.items()}
    for name, source in more:
        directives.setdefault(name, []).append(source)
    return "; ".join(
        name if name in ALONE else f"{name} {' '.join(sources or NONE)}"
        for name, sources in directives.items()
        if header or name not in HEADER_ONLY
    )
