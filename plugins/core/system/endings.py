"""Endings: the last words about a build that came to nothing; imports next to nothing, to be first.

Gives   nothing_begun(): from now on a Ctrl-C ends the process, with those words and 130
        begun(): from now on it is raised, so that what was begun is undone
        over(): all is said; from now on it comes too late
        interrupted(): whether one was raised, whatever became of it
Why     a KeyboardInterrupt, where modules are loaded and models are made, often becomes another
        error
"""

import os
import signal
from typing import NoReturn

UNCHANGED = "Nothing was changed: the site is as it was."
STOPPED = f"Stopped. {UNCHANGED}"

_heard: list[bool] = []


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
