"""Command: Pelican's own command, held to what it says and to its exit code.

Gives   a filter on Pelican's log, installed by importing this module
        carry_out(): a build, and how it went on the console; say(): a line there
        stopped(): the end of a command that somebody stopped
Stops   the command with 130 for a Ctrl-C, which Pelican answers with 0; with 2 or 1 and words
        for staff where Pelican prints a call stack (a folder that is not there)
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from plugins.core.system import interrupts

if TYPE_CHECKING:
    from plugins.build.report.outcome import Result

# What Pelican says when it is interrupted, and when it finds no content or no theme.
INTERRUPTED = "Keyboard interrupt received. Exiting."
NO_CONTENT = "You need to specify a path"
NO_THEME = "Could not find the theme "


_finished: list[Path] = []  # what this process has built


class LastWords(logging.Filter):
    """What Pelican's command logs right before it gives up."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.msg == INTERRUPTED:
            stopped()
        if record.levelno == logging.CRITICAL and record.exc_info and record.exc_info[1]:
            give_up(record.exc_info[1])
        return True


def give_up(error: BaseException) -> NoReturn:
    """Say what happened and end the command. Raises SystemExit."""
    # Here, because this module is loaded before everything that takes a while.
    from pelican import parse_arguments  # noqa: PLC0415

    from plugins.build.read.folders import no_content, no_theme  # noqa: PLC0415
    from plugins.build.report.outcome import told  # noqa: PLC0415

    def fail() -> NoReturn:
        if str(error).startswith(NO_CONTENT):
            raise no_content(Path(parse_arguments().path or "content"))
        if str(error).startswith(NO_THEME):
            raise no_theme(Path(str(error).removeprefix(NO_THEME)))
        raise error

    outcome = told(fail, debug=logging.getLogger("pelican").isEnabledFor(logging.DEBUG))
    say(outcome.text)
    raise SystemExit(outcome.code)


def carry_out(
    make: Callable[[], Result],
    target: Path,
    *,
    debug: bool = False,
    checking: bool = False,
    started: float | None = None,
) -> None:
    """Build, and say how it went; started: when, of time.monotonic(), if before this. Raises
    SystemExit with the exit code of a build that failed."""
    from plugins.build.report.outcome import counted, told  # noqa: PLC0415
    from plugins.core.reading.source_files import shown  # noqa: PLC0415
    from plugins.core.system.interrupts import too_late, until_too_late  # noqa: PLC0415

    started = time.monotonic() if started is None else started
    interrupts.begun()
    with until_too_late():
        outcome = told(make, debug=debug, notes=checking)
        too_late()
        if outcome.text:
            say(outcome.text)
        if outcome.result is None:
            raise SystemExit(outcome.code)
        done = "Checked" if checking else f"Built {shown(target)}/:"
        pages, seconds = outcome.result.pages, time.monotonic() - started
        say(f"{done} {counted(pages, 'page')} in {seconds:.1f} s.")
        _finished.append(target)


def stopped() -> NoReturn:
    """Raises SystemExit: with 130 and in words, unless all that was asked for is built."""
    if _finished:
        raise SystemExit(0)
    say(interrupts.STOPPED)
    raise SystemExit(130)


def say(text: str) -> None:
    """Write a line, on a console of any encoding."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


logging.getLogger("pelican").addFilter(LastWords())
