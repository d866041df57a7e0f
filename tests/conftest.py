"""What tests of every folder share: a browser, and a plain web server for a built site."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from plugins.build.render.compiled_templates import InMemory
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
LEFT = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    """Ctrl-C reaches the builds that tests stop with it, even when a shell started all this in the
    background: such a shell has its children ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(config, "workerinput"):  # workers have the environment of who starts them
        compile_once(config)
    for name in [name for name in os.environ if name.startswith("GITHUB_")]:
        del os.environ[name]  # on GitHub, commands say more than elsewhere


def compile_once(config: pytest.Config) -> None:
    """Commands that tests start find modules and templates compiled, in a folder of this run. Where
    Python keeps no bytecode, as in many containers, each would compile them for a second."""
    folder = TemporaryDirectory(prefix="handbill-bytecode-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = folder.name


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Count the tests that this run leaves to `make torture`."""
    for item in items:
        if item.get_closest_marker("torture") or item.get_closest_marker("long"):
            item.config.stash[LEFT] = item.config.stash.get(LEFT, 0) + 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of xdist tells its count to the process that reports."""
    if output := getattr(session.config, "workeroutput", None):
        output["left"] = session.config.stash.get(LEFT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Each worker collects all tests, so their counts are equal."""
    node.config.stash[LEFT] = getattr(node, "workeroutput", {}).get("left", 0)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """What tests counted, see tests/torture/counts.py, and how many this run left out."""
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
    if left := config.stash.get(LEFT, 0):
        terminalreporter.write_line(f"Tests left to make torture: {left}")


@pytest.fixture(scope="session", autouse=True)
def compiled_templates() -> Iterator[None]:
    """All builds of a process share compiled templates: compiling takes most of a small build."""
    with pytest.MonkeyPatch.context() as patch:
        cache = InMemory()
        patch.setattr("plugins.build.pelican_class.compiled_templates", lambda _options: cache)
        yield


@pytest.fixture(scope="session", autouse=True)
def today_alone() -> Iterator[None]:
    """Builds in the process of the tests rehearse no later day: each takes as long as a build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plugins.build.future.MOST", 0)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process; every test opens a context of its own."""
    path = find()
    assert path, ADVICE
    expect.set_options(timeout=30_000)  # as long as Playwright waits for all else
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Quiet(SimpleHTTPRequestHandler):
    def send_head(self) -> Any:
        """Send every file whole: dates count whole seconds, in one of which a test builds twice."""
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page drops what it asked for: no fault of a test."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(
    handler: Callable[..., BaseHTTPRequestHandler],
) -> Iterator[str]:
    """A web server on loopback and a free port; its address."""
    server = Server(("127.0.0.1", 0), handler)
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
