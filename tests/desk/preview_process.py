"""A preview as a process of its own, as make starts it, and what a test asks of it."""

from __future__ import annotations

import http.client
import json
import os
import queue
import re
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plugins.core.problems import UNCHANGED

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0  # seconds; only a test that fails waits so long


def until(holds: Callable[[], object], what: str) -> None:
    """Wait for a condition."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.01)


@dataclass(frozen=True)
class Answer:
    """What the server said to one request."""

    status: int
    headers: dict[str, str]
    text: str


class Preview:
    """`python -m plugins.desk COMMAND` in the folder of a project."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.folder, self.mark = folder, secrets.token_hex(8)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "plugins.desk", *words],
            cwd=folder,
            env=os.environ
            | {"PYTHONPATH": f"{ROOT}{os.pathsep}{folder / 'plugins'}", "HANDBILL_TEST": self.mark},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line.rstrip("\n"))

    def line(self) -> str:
        """The next line on the console."""
        return self.lines.get(timeout=PATIENCE)

    def port(self) -> int:
        """The port that the first line names."""
        found = re.search(r"http://127\.0\.0\.1:([0-9]+)/", self.line())
        assert found
        return int(found.group(1))

    def told(self) -> str:
        """What the console says about the next build, to its end."""
        lines = [self.line()]
        while not lines[-1].startswith("Built in") and not lines[-1].endswith(UNCHANGED):
            lines.append(self.line())
        return "\n".join(line for line in lines if line != "Building…")  # on a slow machine

    def rest(self) -> str:
        """What is left on the console of a preview that has ended."""
        return "\n".join(self.lines.queue)

    def stop(self, number: int) -> int:
        """Send a signal; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def finish(self) -> None:
        """End it after a test, in any case."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()  # its worker follows
            raise

    def processes(self) -> list[int]:
        """Every process that came from this preview and still runs."""
        mark = f"HANDBILL_TEST={self.mark}".encode()
        return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if has(entry, mark)]


def has(process: Path, mark: bytes) -> bool:
    try:
        return mark in (process / "environ").read_bytes().split(b"\0")
    except OSError:  # it has ended, or is not ours
        return False


def ask(port: int, address: str, host: str = "", method: str = "GET", site: str = "") -> Answer:
    """One request, the address sent as it is. site: from where a browser says that it comes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest(method, address, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{port}")
    if site:
        connection.putheader("Sec-Fetch-Site", site)
    connection.endheaders()
    response = connection.getresponse()
    headers = {name.lower(): value for name, value in response.getheaders()}
    text = response.read().decode(errors="replace")
    connection.close()
    return Answer(response.status, headers, text)


def plain(text: str) -> str:
    """A page without the preview's script."""
    return re.sub(
        r'<script src="/_preview/live_reload.js" data-build="[^"]+" type="module"></script>',
        "",
        text,
    )


class Events:
    """A browser that listens to the preview."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.connection.request("GET", "/_preview/events")
        self.response = self.connection.getresponse()

    def next(self) -> dict[str, str | None]:
        """The next state."""
        while line := self.response.readline():
            if line.startswith(b"data: "):
                state: dict[str, str | None] = json.loads(line.removeprefix(b"data: "))
                return state
        raise EOFError
