"""CSP: what a feature needs that the site's security policy forbids.

Gives   Grant: one source that one directive of the Content-Security-Policy lets through
        FolderPolicy: the whole policy of pages that visitors never see
Why     everything is forbidden until a feature asks for it, by name, where it is needed
"""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True)
class FolderPolicy:
    """A policy in place of the site's. Its pages carry it themselves, whichever host sends them.

    folder      right below the root, like "/admin/"
    directives  with their sources
    """

    folder: str
    directives: Mapping[str, tuple[str, ...]]

    @property
    def text(self) -> str:
        return "; ".join(f"{name} {' '.join(sources)}" for name, sources in self.directives.items())
