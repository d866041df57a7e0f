"""Pelican log: what Pelican and Python only print while they go on. Each must end a build.

Gives   logged_errors(): what Pelican logged as errors, which then nobody else prints
        unraisable_errors(): what was raised inside a call from C
        quiet(): without Pelican's own summary, which counts pages that we do not have
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from pelican.log import console

from plugins.core.paths import PLUGINS

OURS = str(PLUGINS)


@contextmanager
def logged_errors() -> Iterator[list[str]]:
    """The list of errors grows while the block runs; warnings are printed as ever."""
    errors: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno < logging.ERROR:
                logging.getLogger().callHandlers(record)
                return
            # Pelican logs in its except blocks, and keeps the reason to itself unless -D is given.
            error = sys.exc_info()[1]
            why = f": {error}" if error and str(error) not in record.getMessage() else ""
            errors.append(" ".join(f"{record.getMessage()}{why}".split()))

    log, collector = logging.getLogger("pelican"), Collector()
    log.addHandler(collector)
    log.propagate = False
    try:
        yield errors
    finally:
        log.propagate = True
        log.removeHandler(collector)


@contextmanager
def unraisable_errors() -> Iterator[list[BaseException]]:
    """The list of exceptions grows while the block runs; the sanitizer drops them, for one."""
    swallowed: list[BaseException] = []

    def keep(unraisable: sys.UnraisableHookArgs) -> None:
        error = unraisable.exc_value
        frames = traceback.extract_tb(unraisable.exc_traceback)
        if isinstance(error, KeyboardInterrupt) or any(OURS in frame.filename for frame in frames):
            swallowed.append(error or KeyboardInterrupt())
        else:
            before(unraisable)

    before, sys.unraisablehook = sys.unraisablehook, keep
    try:
        yield swallowed
    finally:
        sys.unraisablehook = before


@contextmanager
def quiet() -> Iterator[None]:
    before, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = before
