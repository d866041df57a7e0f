"""Content-Security-Policy: the policy of a site.

Reads   the scripts and styles that templates wrote into pages, and the grants of features
Gives   policy(): the text of the header; with_policy(): a page with the policy in its head, for
        hosts that send none of our headers
Source  CSP Level 3; Trusted Types; HTML (http-equiv): a policy applies to what follows it, so it
        comes before all that runs
Without upgrade-insecure-requests: a page asks its own origin only, and WebKit would ask for https
        even where the site has http alone, such as on 127.0.0.1
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from plugins.core.model.csp import Grant
from plugins.core.model.inline_code import InlineCode

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
}
NONE = ("'none'",)
HEADER_ONLY = {"frame-ancestors"}  # a page cannot set these
CHARSET = '<meta charset="utf-8">\n'


def policy(inline: Iterable[InlineCode], grants: Iterable[Grant], *, header: bool = True) -> str:
    """The policy of pages with these scripts and styles. header: False for one in a page."""
    directives = {name: list(sources) for name, sources in BASE.items()}
    extras: list[InlineCode | Grant] = [*sorted(set(inline)), *sorted(set(grants))]
    for extra in extras:
        directives.setdefault(extra.directive, []).append(extra.source)
    return "; ".join(
        f"{name} {' '.join(sources or NONE)}"
        for name, sources in directives.items()
        if header or name not in HEADER_ONLY
    )


def with_policy(html: str, policy: str) -> str:
    content = escape(policy, quote=False)
    element = f'<meta http-equiv="Content-Security-Policy" content="{content}">\n'
    return html.replace(CHARSET, CHARSET + element, 1)
