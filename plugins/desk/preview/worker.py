"""Worker: the process that builds, and stays, so that the next build needs to load nothing.

Reads   requests from a pipe: the keyword arguments of the build function
Gives   a Report for each
Stops   when the pipe closes, and after a report that the build function cannot be loaded: a
        process never loads the same code again
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from plugins.desk.preview.crash_report import describe, failed


@dataclass(frozen=True)
class Report:
    """The outcome of a build; the server cannot use Outcome, whose module imports Pelican."""

    code: int
    text: str
    pages: int = 0
    seconds: float = 0.0
    changed: bool = True  # whether the site may have changed
    partly: bool = False  # whether one page was built, and a full build must follow
    stays: bool = True  # whether the worker can build again


def work(connection: Connection, name: str) -> None:
    """The main function of the process. `name` is module:function."""
    leave_terminal()
    with suppress(EOFError, OSError):  # the server is gone, so nobody waits for a report
        request = connection.recv()
        try:
            build = load(name)
        except BaseException as error:  # even SystemExit: the server reports it
            connection.send(Report(1, failed(describe(error)), stays=False))
            return
        while True:
            connection.send(report(build, request))
            request = connection.recv()


def leave_terminal() -> None:
    """Start a process group: only the server gets Ctrl-C, and a build's children end with it."""
    os.setsid()
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # discards a pending Ctrl-C
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, handler)


def load(name: str) -> Callable[..., Any]:
    """The function `name` (module:function)."""
    module, _, function = name.partition(":")
    build: Callable[..., Any] = getattr(import_module(module), function)
    return build


def report(build: Callable[..., Any], request: dict[str, Any]) -> Report:
    """Build once."""
    try:
        outcome = build(**request)
        return Report(**asdict(outcome))
    except BaseException as error:  # a build must not end the process
        return Report(1, failed(describe(error)))
