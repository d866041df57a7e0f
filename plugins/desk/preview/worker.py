"""Worker: the process that builds, and stays, so that the next build finds everything loaded.

Reads   requests from a pipe: the keyword arguments of the build function
Gives   a Report for each
Stops   when the pipe closes, and after reporting that the build function cannot be loaded: code
        that was loaded is never loaded again in the same process
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

from plugins.desk.preview.crash_report import fault, unbuilt


@dataclass(frozen=True)
class Report:
    """What a build came to; the server cannot know Outcome, whose module imports Pelican."""

    code: int
    text: str
    pages: int = 0
    seconds: float = 0.0
    changed: bool = True  # whether the site may be another one
    partly: bool = False  # whether one page was built, and everything must be looked at again
    stays: bool = True  # whether the worker can be asked again


def work(connection: Connection, name: str) -> None:
    """The life of the process. `name` is module:function."""
    leave_the_terminal()
    with suppress(EOFError, OSError):  # the server is gone, so nobody waits for an answer
        asked = connection.recv()
        try:
            build = load(name)
        except BaseException as error:  # SystemExit and all: whatever it is, the server reports it
            connection.send(Report(1, unbuilt(fault(error)), stays=False))
            return
        while True:
            connection.send(report(build, asked))
            asked = connection.recv()


def leave_the_terminal() -> None:
    """Make a group of our own: Ctrl-C is the server's, and what a build starts ends with it."""
    os.setsid()
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)  # drops the one that may wait already
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, usual)


def load(name: str) -> Callable[..., Any]:
    """The function that `name` (module:function) means."""
    module, _, function = name.partition(":")
    build: Callable[..., Any] = getattr(import_module(module), function)
    return build


def report(build: Callable[..., Any], asked: dict[str, Any]) -> Report:
    """Build once."""
    try:
        outcome = build(**asked)
        return Report(**asdict(outcome))
    except BaseException as error:  # a build must not end the process, whatever it raises
        return Report(1, unbuilt(fault(error)))
