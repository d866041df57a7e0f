"""What a server answers, asked over HTTP.

Gives   ask(): one answer, no redirect followed
"""

from __future__ import annotations

import http.client
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

PATIENCE = 20.0  # seconds


@dataclass(frozen=True)
class Answer:
    """Names of headers are in lower case; the values of one name are joined by commas."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    def said(self, names: Iterable[str]) -> dict[str, str]:
        """The headers of these names; those that were not sent are empty."""
        return {name: self.headers.get(name, "") for name in names}


def ask(server: str, address: str, method: str = "GET", **more: str) -> Answer:
    """Ask a server, like "http://127.0.0.1:8000", for an address; `more` are headers to send."""
    parts = urlsplit(server)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    sent = {name.replace("_", "-"): value for name, value in more.items()}
    connection.request(method, address, headers=sent)
    got = connection.getresponse()
    content = got.read()
    connection.close()
    headers: dict[str, str] = {}
    for name, value in got.getheaders():
        known = headers.get(name.lower())
        headers[name.lower()] = f"{known}, {value}" if known else value
    return Answer(got.status, headers, content)
