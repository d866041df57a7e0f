"""Processes: the same work on many things, in several processes where that is sooner done.

Gives   parallel_map(): what a function makes of each, in their order, from however many processes
        in_background(): what a function makes, while the block goes on
Units   what a function makes is plain data: texts, numbers, lists, as JSON holds them
Stops   what the function raises. A process that ends otherwise than it should, in which it raises
        or which is killed for want of memory, leaves its share to this one
Why     processes are copies of this one (fork): they have read everything, and nothing goes over
        but what they make. They end with this one, even if that is killed
"""

from __future__ import annotations

import ctypes
import json
import logging
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

One = TypeVar("One")
Made = TypeVar("Made")

LEAST = 40  # things a process, below which a copy costs more than it saves
MOST = 8
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def parallel_map(make: Callable[[One], Made], things: Sequence[One]) -> list[Made]:
    """What `make` makes of each thing."""
    number = min(processes(), len(things) // LEAST)
    shares = [things[first::number] for first in range(number)] if number > 1 else [things]
    forks: list[Fork[One, Made]] = []
    try:
        for share in shares[1:]:
            forks.append(Fork.start(make, share))
        results = [iter([make(one) for one in shares[0]]), *(fork.results() for fork in forks)]
        return [next(results[index % len(shares)]) for index in range(len(things))]
    finally:
        for fork in forks:
            fork.stop()


@contextmanager
def in_background(make: Callable[[One], Made], thing: One) -> Iterator[Callable[[], Made]]:
    """A function that waits for what `make` makes of the thing."""
    if processes() < 2:
        yield lambda: make(thing)
        return
    fork = Fork.start(make, [thing])
    try:
        yield lambda: next(fork.results())
    finally:
        fork.stop()


def processes() -> int:
    """How many processes are of use here; one where none can be made."""
    if not hasattr(os, "fork") or threading.current_thread() is not threading.main_thread():
        return 1
    with suppress(AttributeError):  # macOS has no such call
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)


@dataclass
class Fork(Generic[One, Made]):
    """A process that works on its share, and writes what it makes into a file, a line each."""

    make: Callable[[One], Made]
    share: Sequence[One]
    file: IO[bytes]
    pid: int

    @classmethod
    def start(cls, make: Callable[[One], Made], share: Sequence[One]) -> Fork[One, Made]:
        file, parent = TemporaryFile(), os.getpid()  # noqa: SIM115  (stop() closes it)
        with warnings.catch_warnings():
            # Threads of this process do not go over; the fork touches nothing that is theirs.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if not pid:
            work(make, share, file, parent)
        return cls(make, share, file, pid)

    def results(self) -> Iterator[Made]:
        """What it made, when it is done; what it could not make is made here."""
        well = self.ended() == 0
        self.file.seek(0)
        for one in self.share:
            yield json.loads(self.file.readline()) if well else self.make(one)

    def ended(self) -> int:
        """How it ended."""
        pid, self.pid = self.pid, 0
        return os.waitpid(pid, 0)[1] if pid else 1

    def stop(self) -> None:
        if self.pid:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.ended()
        self.file.close()


def work(make: Callable[[Any], Any], share: Sequence[Any], file: IO[bytes], parent: int) -> None:
    """The life of a fork. Nothing that this process has open is closed or flushed by it."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        be_silent()
        die_with(parent)
        for one in share:
            file.write(json.dumps(make(one)).encode() + b"\n")
        file.flush()
        code = 0
    finally:
        os._exit(code)


def be_silent() -> None:
    """End at the first word: the first process, which then does this share, says it."""

    def end(*_: object) -> None:
        os._exit(1)

    logging.Logger.callHandlers = end  # type: ignore[method-assign, assignment]
    sys.unraisablehook = end


def die_with(parent: int) -> None:
    """Be killed when the parent ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it has ended already
        os._exit(1)
