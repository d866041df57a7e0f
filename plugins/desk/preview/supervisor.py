"""Supervisor: starts, asks, times and stops the worker process.

Gives   the Outcome of a build; None when the worker was stopped meanwhile, for another to follow
Units   limit in seconds; a build that takes longer is stopped
Stops   nothing: a worker that dies is restarted once, then its death is the Outcome
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

from plugins.build.report.outcome import Outcome
from plugins.core.problems import Problem
from plugins.desk.console import say
from plugins.desk.preview.crash_report import failed
from plugins.desk.preview.worker import work

SPAWN = multiprocessing.get_context("spawn")
LIMIT = 900.0  # a first build of 10,000 pages takes a minute or two
POLL = 0.5  # seconds between two checks whether the worker is alive

DIED = "The build process ended by itself ({how})"
TOO_LONG = "The build took longer than {limit:g} seconds and was ended. Save a file to build again."


class DeathError(Exception):
    """The worker has ended without a report; the message says how."""


class Worker:
    """One process; it handles one request at a time."""

    def __init__(self, name: str) -> None:
        self.reusable = True  # False when it could not load the builder
        self.connection, remote = SPAWN.Pipe()
        self.process = SPAWN.Process(target=work, args=(remote, name))
        with interrupts_blocked():
            self.process.start()
        remote.close()

    async def build(self, request: dict[str, Any], limit: float) -> Outcome:
        """Raises DeathError, TimeoutError."""
        loop, ready = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self.connection, ready.set)
        try:
            self.connection.send(request)
            async with asyncio.timeout(limit):
                while not ready.is_set() and self.process.is_alive():
                    # Not wait_for: in Python 3.11 it can swallow the Ctrl-C (cpython#86296).
                    with suppress(TimeoutError):
                        async with asyncio.timeout(POLL):
                            await ready.wait()
            if self.connection.poll():
                values, self.reusable = self.connection.recv()
                problems = tuple(map(Problem.of, values.pop("problems", ())))
                return Outcome(problems=problems, **values)
        except (EOFError, ConnectionError):
            pass  # the pipe is closed
        finally:
            loop.remove_reader(self.connection)
        raise DeathError(self.ending())

    def ending(self) -> str:
        """Wait for the process to end; how it ended."""
        self.process.join(POLL)
        self.kill()
        code = self.process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def kill(self) -> None:
        """Kill the process and all that it started."""
        self.process.kill()
        with suppress(ProcessLookupError):  # its group does not exist yet, or is empty
            os.killpg(self.process.pid or -1, signal.SIGKILL)
        self.process.join()


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Block Ctrl-C: a new process inherits this, and cannot be interrupted while it loads."""
    resource_tracker.ensure_running()  # now, since its start unblocks Ctrl-C
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Supervisor:
    """Builds with one worker, as long as it lives."""

    def __init__(self, name: str, request: dict[str, Any], limit: float = LIMIT) -> None:
        self.name, self.request, self.limit = name, request, limit
        self._worker: Worker | None = None

    async def build(self, saved: str = "") -> Outcome | None:
        """Build, in the running worker or a new one. saved: the only changed file."""
        how = ""
        for _ in range(2):
            if how:
                say(f"{DIED.format(how=how)}; it is started again.")
            worker = self._worker = self._worker or Worker(self.name)
            try:
                outcome = await worker.build(self.request | {"saved": saved}, self.limit)
            except TimeoutError:
                self.stop()
                return Outcome(1, message=failed(TOO_LONG.format(limit=self.limit)))
            except DeathError as death:
                if self._worker is not worker:
                    return None
                self._worker, how = None, str(death)
            else:
                if not worker.reusable:
                    self.stop()
                return outcome
        return Outcome(
            1, message=failed(f"{DIED.format(how=how)}, twice. Save a file to build again.")
        )

    def stop(self) -> None:
        """Stop the worker, even while it builds; the next build starts another, with fresh code."""
        if self._worker:
            self._worker.kill()
            self._worker = None
