"""Interrupts: a Ctrl-C that waits, and one that comes too late.

Gives   held_back(): a block that a Ctrl-C does not interrupt
        until_too_late(): a block that a Ctrl-C interrupts until too_late() is said within it, and
        from there to its end no more
Stops   KeyboardInterrupt, when a block that held one back has ended
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_before: list[Any] = []  # the handlers at the beginning of each block that too_late() may end


@contextmanager
def held_back() -> Iterator[list[bool]]:
    """The list is empty until a Ctrl-C comes, which is raised when the block has ended."""
    if not _may_come():
        yield []
        return
    heard: list[bool] = []
    before = signal.signal(signal.SIGINT, lambda *_: heard.append(True))
    try:
        yield heard
    finally:
        late = not _may_come()  # too_late() was said within the block
        if not late:
            signal.signal(signal.SIGINT, before)
    if heard and not late:
        raise KeyboardInterrupt


@contextmanager
def until_too_late() -> Iterator[None]:
    """Blocks of this kind within each other end together, with the outermost."""
    if not _may_come():
        yield
        return
    _before.append(signal.getsignal(signal.SIGINT))
    try:
        yield
    finally:
        before = _before.pop()
        if not _before:
            signal.signal(signal.SIGINT, before)


def too_late() -> None:
    """What was asked for is done, and nobody can undo it."""
    if _before and _may_come():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _may_come() -> bool:
    """Only the first thread is ever interrupted; a shell has its background jobs ignore it."""
    return (
        threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    )
