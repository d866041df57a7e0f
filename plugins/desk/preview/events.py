"""State: which build the pages come from and what stops the next; who waits to hear of it.

Gives   Board, with the current State and a stream of those that follow
Units   a build's name is random for each server and counts its builds, failed ones too: a page
        that was sent under another name is not the newest
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """The name of the last build, and the text of its problems when it failed."""

    build: str
    problems: str | None = None


class Board:
    """Shows the current state to everyone who waits for the next."""

    def __init__(self) -> None:
        self._server, self._builds = secrets.token_hex(4), 0
        self._changed, self._closed = asyncio.Event(), False
        self.state = State(f"{self._server}-0")

    def post(self, problems: str | None) -> None:
        """A build has ended, well (None) or with problems."""
        self._builds += 1
        self.state = State(f"{self._server}-{self._builds}", problems)
        self._wake()

    def close(self) -> None:
        """End every stream: the server stops."""
        self._closed = True
        self._wake()

    async def states(self) -> AsyncIterator[State]:
        """The state as it is, then each that follows; who is slow hears the newest only."""
        while not self._closed:
            changed = self._changed
            yield self.state
            await changed.wait()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
