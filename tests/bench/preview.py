"""Preview: from a saved text to the page that shows it, with each one's own development server.

Gives   previewing(): a running server; Preview.save(): seconds from the save to the first answer
        with the new words, asked for again and again on one connection
Units   a question a millisecond after each answer; the server gets time to finish what it does
        after it has answered, before the next save
Stops   FailedError when the page does not come within LONGEST seconds, or lacks what it must show
"""

from __future__ import annotations

import http.client
import random
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.check import missing
from tests.bench.contestants import Contestant
from tests.bench.corpus import Corpus
from tests.bench.processes import stop, used, wait_until_idle
from tests.bench.timing import FailedError, Measured, environment, words

HOST = "127.0.0.1"
STEP = 0.001
LONGEST = 600.0


@dataclass
class Preview:
    """One page of a running server."""

    name: str
    server: subprocess.Popen[bytes]
    connection: http.client.HTTPConnection
    address: str
    dice: random.Random
    log: Path

    def page(self) -> str:
        """The page as it is now; "" while nobody answers."""
        try:
            self.connection.request("GET", self.address)
            answer = self.connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            self.connection.close()
            return ""
        return text if answer.status == http.client.OK else ""

    def wait(self, for_words: str) -> str:
        """Ask until the words are there; the page."""
        ends = time.monotonic() + LONGEST
        while time.monotonic() < ends and self.server.poll() is None:
            if for_words in (text := self.page()):
                return text
            time.sleep(STEP)
        told = self.log.read_text(encoding="utf-8", errors="replace")[-1000:]
        raise FailedError(f"{self.name}: the preview does not show {self.address}\n{told}")

    def save(self, path: Path, text: str, for_words: str) -> Measured:
        wait_until_idle(self.server.pid)
        # Some servers look for saves by a clock, which a save must not keep step with.
        time.sleep(self.dice.random())
        started = time.monotonic()
        path.write_text(text, encoding="utf-8")
        self.wait(for_words)
        return Measured(time.monotonic() - started, used(self.server.pid)[1])


def free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        port: int = door.getsockname()[1]
        return port


@contextmanager
def previewing(one: Contestant, folder: Path, made: Corpus) -> Iterator[Preview]:
    """Its development server, once it shows the page that will be edited."""
    port = free_port()
    log = folder.with_name(f"{folder.name}.log")
    with log.open("wb") as told:
        server = subprocess.Popen(
            words(one.preview, folder, port),
            cwd=folder,
            env=environment(one),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    connection = http.client.HTTPConnection(HOST, port, timeout=LONGEST)
    try:
        dice = random.Random(one.name)  # noqa: S311  (no secret depends on it)
        preview = Preview(one.name, server, connection, made.edited.address, dice, log)
        page = preview.wait(made.edited.title)
        # Where share links lead depends on the server.
        if lacks := list(missing(replace(made.edited, listed=False), page, made.banner)):
            raise FailedError(f"{one.name}, preview: {'; '.join(lacks)}")
        yield preview
    finally:
        connection.close()
        stop(server)
