"""Events: the status of the last build, for everyone who waits for the next.

Gives   BuildEvents, with the current BuildStatus and a stream of those that follow
        token, which a page of the preview must show to have a problem fixed
Units   a build's name is random for each server and counts its builds, failed ones too: a page
        that was sent under another name is out of date
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True)
class ShownProblem:
    """A problem in words, and the lines that its repair changes when it is safe."""

    text: str
    change: str = ""


@dataclass(frozen=True)
class BuildStatus:
    """The last build.

    build     its name
    problems  the text of its problems, when it failed
    shown     its problems one by one, or the warnings of a build that worked
    waiting   until when what was just saved does not show, in words
    """

    build: str
    problems: str | None = None
    shown: tuple[ShownProblem, ...] = ()
    waiting: str = ""


class BuildEvents:
    """Publishes the status of each build."""

    def __init__(self) -> None:
        self._server, self._builds = secrets.token_hex(4), 0
        self.token = secrets.token_urlsafe(16)
        self._changed, self._closed = asyncio.Event(), False
        self.status = BuildStatus(f"{self._server}-0")

    def publish(
        self, problems: str | None, shown: tuple[ShownProblem, ...] = (), waiting: str = ""
    ) -> None:
        """A build has ended, successfully (None) or with problems."""
        self._builds += 1
        self.status = BuildStatus(f"{self._server}-{self._builds}", problems, shown, waiting)
        self._wake()

    def close(self) -> None:
        """End every stream: the server stops."""
        self._closed = True
        self._wake()

    async def stream(self) -> AsyncIterator[BuildStatus]:
        """The current status, then each that follows; a slow reader gets only the newest."""
        while not self._closed:
            changed = self._changed
            yield self.status
            await changed.wait()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
