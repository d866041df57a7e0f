"""Command: Pelican's own command, held to what it says and to its exit code.

Gives   a filter on Pelican's log, installed by importing this module; and say()
Stops   the command with 130 for a Ctrl-C, which Pelican answers with 0; with 2 or 1 and words
        for staff where Pelican prints a call stack (a folder that is not there)
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import NoReturn

from pelican import parse_arguments

from plugins.site.endings import STOPPED

# What Pelican says when it is interrupted, and when it finds no content or no theme.
INTERRUPTED = "Keyboard interrupt received. Exiting."
NO_CONTENT = "You need to specify a path"
NO_THEME = "Could not find the theme "


class LastWords(logging.Filter):
    """What Pelican's command logs right before it gives up."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.msg == INTERRUPTED:
            say(STOPPED)
            raise SystemExit(130)
        if record.levelno == logging.CRITICAL and record.exc_info and record.exc_info[1]:
            give_up(record.exc_info[1])
        return True


def give_up(error: BaseException) -> NoReturn:
    """Say what happened and end the command. Raises SystemExit."""
    # Here, because this module is loaded before everything that takes a while.
    from plugins.site.folders import no_content, no_theme  # noqa: PLC0415
    from plugins.site.telling import told  # noqa: PLC0415

    def fail() -> NoReturn:
        if str(error).startswith(NO_CONTENT):
            raise no_content(Path(parse_arguments().path or "content"))
        if str(error).startswith(NO_THEME):
            raise no_theme(Path(str(error).removeprefix(NO_THEME)))
        raise error

    outcome = told(fail, debug=logging.getLogger("pelican").isEnabledFor(logging.DEBUG))
    say(outcome.text)
    raise SystemExit(outcome.code)


def say(text: str) -> None:
    """Write a line, on a console of any encoding."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


logging.getLogger("pelican").addFilter(LastWords())
