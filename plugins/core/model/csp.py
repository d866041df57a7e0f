"""CSP: what a feature needs that the site's security policy forbids.

Gives   Grant: one source that one directive of the Content-Security-Policy lets through
Why     everything is forbidden until a feature asks for it, by name, where it is needed
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Grant:
    """One more source.

    directive  of the policy, like "form-action"
    source     an origin like "https://buttondown.com", or a keyword like "'wasm-unsafe-eval'"
    folder     the addresses that need it, like "/search/"; "" for all
    """

    directive: str
    source: str
    folder: str = ""
