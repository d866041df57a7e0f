"""Codespaces: where GitHub shows the preview when it runs on a machine of theirs.

Reads   CODESPACE_NAME and GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN in the environment
Gives   Forwarded: the host name that the browser asks, and the origins that its own pages come with
Note    GitHub passes the host name on, and writes the page's origin as that of localhost; other
        origins it leaves as they are. A page elsewhere never gets the token of the events
Source  docs.github.com/en/codespaces, default environment variables; what others saw of its proxy:
        symfony/demo issue 1542, mastodon/mastodon pull request 26400
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Forwarded:
    host: str
    origins: frozenset[str]

    @classmethod
    def of(cls, port: int, environment: Mapping[str, str] = os.environ) -> Forwarded | None:
        """Where a port is shown; None on any other computer."""
        name = environment.get("CODESPACE_NAME")
        domain = environment.get("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN")
        if not name or not domain:
            return None
        host, local = f"{name}-{port}.{domain}", f"localhost:{port}"
        return cls(host, frozenset({f"https://{host}", f"https://{local}", f"http://{local}"}))
