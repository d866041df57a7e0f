"""What tests of every folder share: a browser, and a plain web server for a built site."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import ADVICE, find
from tests.torture.counts import COUNTED

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure() -> None:
    """Ctrl-C reaches the builds that tests stop with it, even when a shell started all this in the
    background: such a shell has its children ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests counted, see tests/torture/counts.py."""
    reports = [one for key in ("passed", "failed") for one in terminalreporter.getreports(key)]
    lines = [
        f"{report.nodeid}: {line}"
        for report in reports
        for name, line in report.user_properties
        if name == COUNTED
    ]
    if lines:
        terminalreporter.section("counted")
        terminalreporter.write("\n".join([*lines, ""]))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process; every test opens a context of its own."""
    path = find()
    assert path, ADVICE
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(
    handler: Callable[..., BaseHTTPRequestHandler],
) -> Iterator[str]:
    """A web server on loopback and a free port; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def serving_folder(folder: Path) -> Iterator[str]:
    """A plain file host."""
    with serving(partial(Quiet, directory=str(folder))) as address:
        yield address
