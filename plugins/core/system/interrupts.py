"""Interrupts: what a Ctrl-C does.

Gives   exit_on_interrupt(): from now on a Ctrl-C ends the process at once, in one sentence, with
        exit code 130
        held_back(): a block that a Ctrl-C does not interrupt; it takes effect after the block
Why     a build may be killed at any moment: output/ changes in one step, and the next build clears
        away what is left. A KeyboardInterrupt is no such safe end. Modules that load, classes that
        are being made and thread pools turn it into other errors, or hang
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

STOPPED = "Stopped. The site is whole: as it was, or already the new one."


def exit_on_interrupt() -> None:
    """For the main process of a command, and the processes that it forks."""
    command = os.getpid()

    def stop(*_: object) -> NoReturn:
        if os.getpid() == command:
            os.write(1, f"{STOPPED}\n".encode())
        os._exit(130)

    # A shell has its background jobs ignore Ctrl-C.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, stop)


@contextmanager
def held_back() -> Iterator[list[bool]]:
    """The list is empty until a Ctrl-C comes."""
    heard: list[bool] = []
    in_main_thread = threading.current_thread() is threading.main_thread()
    if not in_main_thread or signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        yield heard
        return
    before = signal.signal(signal.SIGINT, lambda *_: heard.append(True))
    try:
        yield heard
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        signal.raise_signal(signal.SIGINT)
