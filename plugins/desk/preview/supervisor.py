"""Builder: the worker process, seen from the server.

Gives   the Report of a build; None when the worker was ended meanwhile, to be started anew
Units   limit in seconds; a build that takes longer is ended
Stops   nothing: a worker that dies is started again once, then its death is the Report
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from typing import Any

from plugins.desk.console import say
from plugins.desk.preview.crash_report import unbuilt
from plugins.desk.preview.worker import Report, work

SPAWN = multiprocessing.get_context("spawn")
LIMIT = 900.0  # a first build of 10,000 pages takes a minute or two
LOOK = 0.5  # seconds between two looks whether the worker still lives

DIED = "The build process ended by itself ({how})"
HUNG = "The build took longer than {limit:g} seconds and was ended. Save a file to build again."


class DeathError(Exception):
    """The worker has ended without an answer; the message says how."""


class Worker:
    """One process, asked once at a time."""

    def __init__(self, name: str) -> None:
        self.connection, theirs = SPAWN.Pipe()
        self.process = SPAWN.Process(target=work, args=(theirs, name))
        with interrupts_held():
            self.process.start()
        theirs.close()

    async def ask(self, asked: dict[str, Any], limit: float) -> Report:
        """The answer. Raises DeathError, TimeoutError."""
        loop, answered = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self.connection, answered.set)
        try:
            self.connection.send(asked)
            async with asyncio.timeout(limit):
                while not answered.is_set() and self.process.is_alive():
                    # Not wait_for: in Python 3.11 it can swallow the Ctrl-C (cpython#86296).
                    with suppress(TimeoutError):
                        async with asyncio.timeout(LOOK):
                            await answered.wait()
            if self.connection.poll():
                report: Report = self.connection.recv()
                return report
        except (EOFError, ConnectionError):
            pass  # the pipe is closed
        finally:
            loop.remove_reader(self.connection)
        raise DeathError(self.ended())

    def ended(self) -> str:
        """How the process ended, which it is about to do or has done."""
        self.process.join(LOOK)
        self.kill()
        code = self.process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def kill(self) -> None:
        """End the process and all that it started."""
        self.process.kill()
        with suppress(ProcessLookupError):  # it has not made its group yet, or nobody is left
            os.killpg(self.process.pid or -1, signal.SIGKILL)
        self.process.join()


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C waits: a process that starts inherits this, and cannot be torn while it loads."""
    resource_tracker.ensure_running()  # now: it would let Ctrl-C through again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Builder:
    """Builds with a worker that it keeps."""

    def __init__(self, name: str, asked: dict[str, Any], limit: float = LIMIT) -> None:
        self.name, self.asked, self.limit = name, asked, limit
        self._worker: Worker | None = None

    async def build(self, saved: str = "") -> Report | None:
        """Build, in the worker that there is or in a new one. saved: the only file that changed."""
        how = ""
        for _ in range(2):
            if how:
                say(f"{DIED.format(how=how)}; it is started again.")
            worker = self._worker = self._worker or Worker(self.name)
            try:
                report = await worker.ask(self.asked | {"saved": saved}, self.limit)
            except TimeoutError:
                self.stop()
                return Report(1, unbuilt(HUNG.format(limit=self.limit)))
            except DeathError as death:
                if self._worker is not worker:
                    return None
                self._worker, how = None, str(death)
            else:
                if not report.stays:
                    self.stop()
                return report
        return Report(1, unbuilt(f"{DIED.format(how=how)}, twice. Save a file to build again."))

    def stop(self) -> None:
        """End the worker, also within a build; the next build starts another, with fresh code."""
        if self._worker:
            self._worker.kill()
            self._worker = None
