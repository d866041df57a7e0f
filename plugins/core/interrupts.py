"""Interrupts: a Ctrl-C that waits.

Gives   held_back(): a block that a Ctrl-C does not interrupt
Stops   KeyboardInterrupt, when the block has ended
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[list[bool]]:
    """The list is empty until a Ctrl-C comes, which is raised when the block has ended."""
    if threading.current_thread() is not threading.main_thread():
        yield []  # only the first thread is ever interrupted
        return
    heard: list[bool] = []
    before = signal.signal(signal.SIGINT, lambda *_: heard.append(True))
    try:
        yield heard
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt
