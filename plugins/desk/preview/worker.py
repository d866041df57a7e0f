"""Worker: the process that builds, and stays, so that the next build needs to load nothing.

Reads   requests from a pipe: the arguments of the builder, and the file that was saved
Gives   for each the fields of an Outcome as plain values, since the module of Outcome may be what
        cannot be loaded; and whether the worker can build again
Stops   when the pipe closes, and when the builder cannot be loaded: a process never loads the same
        code again
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from plugins.desk.preview.crash_report import describe, failed

if TYPE_CHECKING:
    from plugins.build.report.outcome import Outcome


def work(connection: Connection, name: str) -> None:
    """The main function of the process. `name` is module:class."""
    leave_terminal()
    with suppress(EOFError, OSError):  # the server is gone, so nobody waits for an outcome
        request = connection.recv()
        saved = request.pop("saved")
        try:
            builder = load(name)(**request)
        except BaseException as error:  # even SystemExit: the server reports it
            connection.send((crash(error), False))
            return
        while True:
            connection.send((outcome(builder.build, saved), True))
            saved = connection.recv()["saved"]


def leave_terminal() -> None:
    """Start a process group: only the server gets Ctrl-C, and a build's children end with it."""
    os.setsid()
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # discards a pending Ctrl-C
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, handler)


def load(name: str) -> Callable[..., Any]:
    """The class `name` (module:class)."""
    module, _, attribute = name.partition(":")
    builder: Callable[..., Any] = getattr(import_module(module), attribute)
    return builder


def outcome(build: Callable[[str], Outcome], saved: str) -> dict[str, Any]:
    """Build once; the fields of an Outcome."""
    try:
        done = build(saved)
        names = ("code", "pages", "seconds", "changed", "partly", "waiting")
        problems = [asdict(problem) for problem in done.problems if problem.level != "note"]
        values = {name: getattr(done, name) for name in names}
        return {"message": done.text, "problems": problems, **values}
    except BaseException as error:  # a build must not end the process
        return crash(error)


def crash(error: BaseException) -> dict[str, Any]:
    return {"code": 1, "message": failed(describe(error))}
