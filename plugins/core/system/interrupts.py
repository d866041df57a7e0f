"""Interrupts: what a Ctrl-C does, from the first import to the last message.

Gives   nothing_begun(): from now on a Ctrl-C ends the process with STOPPED and exit code 130
        begun(): from now on it raises KeyboardInterrupt, so that unfinished work is undone
        over(): from now on it is ignored; interrupted(): whether one was raised
        held_back(): a block that a Ctrl-C does not interrupt; KeyboardInterrupt follows the block
        until_too_late(): a block that it interrupts until too_late() is called, and then no more
Why     a KeyboardInterrupt while modules are loaded often becomes another error, so this module
        comes first, and imports little
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

UNCHANGED = "Nothing was changed: the site is as it was."
STOPPED = f"Stopped. {UNCHANGED}"

_heard: list[bool] = []
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


def nothing_begun() -> None:
    replace(signal.default_int_handler, stop)
    replace(interrupt, stop)


def begun() -> None:
    replace(stop, interrupt)


def over() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A KeyboardInterrupt that came out of an exec() is remembered, and Python would end by the
    # signal, whatever the exit code is, unless another exec() has ended well since.
    exec("")  # noqa: S102


def replace(before: object, after: object) -> None:
    """Only what is expected: a shell may have its background jobs ignore a Ctrl-C."""
    if signal.getsignal(signal.SIGINT) is before:
        signal.signal(signal.SIGINT, after)  # type: ignore[arg-type]


def interrupted() -> bool:
    return bool(_heard)


def interrupt(*_: object) -> NoReturn:
    _heard.append(True)
    raise KeyboardInterrupt


def stop(*_: object) -> NoReturn:
    os.write(1, f"{STOPPED}\n".encode())
    os._exit(130)
