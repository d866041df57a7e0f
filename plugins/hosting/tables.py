"""Tables: _headers and _redirects, as Netlify and Cloudflare Pages read them.

Source  the documentation of both; Cloudflare reads 100 rules of at most 2,000 characters a line
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.hosting.headers import EVERYWHERE, Rule


def headers_table(rules: Iterable[Rule]) -> str:
    named = [(f"{rule.address}*" if rule.folder else rule.address, rule.headers) for rule in rules]
    return "\n".join(block(path, headers) for path, headers in [("/*", EVERYWHERE), *named])


def block(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
