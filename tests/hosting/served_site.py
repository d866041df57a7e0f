"""A site on a server.

Gives   Served: where it is, and what it must say
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.headers import headers_of
from tests.hosting.conftest import Folder
from tests.hosting.http_client import Answer, ask


@dataclass(frozen=True)
class Served:
    """A site on a server; `said` is the site for hosts that read _headers, which must agree."""

    name: str
    address: str
    folder: Folder
    said: Folder

    def ask(self, address: str, **sent: str) -> Answer:
        return ask(self.address, quote(address, safe="/?=&%+,@~"), "GET", **sent)

    def leads(self, answer: Answer) -> str:
        """Where a redirect leads; Apache writes its own name before that."""
        return answer.headers["location"].removeprefix(self.address)

    def headers(self, address: str) -> dict[str, str]:
        """What the server must say with a file, beside its type."""
        return dict(headers_of(self.said.path, address))
