"""The command line: Pelican's command, with our messages and exit codes.

Gives   main(), for `python -m plugins.build`; handbill(), for PELICAN_CLASS; report(): a build, and
        how it went on the console
Stops   with 2 or 1 and words for staff where Pelican prints a call stack (a folder that is not
        there); with 130 for a Ctrl-C, which Pelican answers with 0
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from plugins.build.incremental import fast_start
from plugins.core.next_commands import of_this_content
from plugins.core.system.interrupts import STOPPED

if TYPE_CHECKING:
    from plugins.build.pelican_class import Handbill
    from plugins.build.report.outcome import Outcome

# What Pelican logs when it is interrupted, and when it finds no content or no theme.
INTERRUPTED = "Keyboard interrupt received. Exiting."
NO_CONTENT = "You need to specify a path"
NO_THEME = "Could not find the theme "


def main(arguments: Sequence[str]) -> None:
    """Build what the arguments ask for: the page that changed, where that is enough, without
    loading Pelican; else everything."""
    started = time.monotonic()
    request = fast_start.request(arguments)
    if request is None:  # words that only Pelican understands
        from pelican import main as pelican  # noqa: PLC0415

        pelican(arguments)
    elif outcome := fast_start.build(request):
        report(lambda: outcome, request.settings, started)
    else:
        from plugins.build.api import whole_build  # noqa: PLC0415

        report(lambda: whole_build(request), request.settings)


def handbill() -> Callable[[dict[str, Any]], Handbill]:
    """Pelican's class, which is loaded when a build needs it."""
    logging.getLogger("pelican").addFilter(LastWords())

    def load(settings: dict[str, Any]) -> Handbill:
        from plugins.build.pelican_class import Handbill  # noqa: PLC0415

        return Handbill(settings)

    return load


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
    from pelican import parse_arguments  # noqa: PLC0415

    from plugins.build.read.folders import no_content, no_theme  # noqa: PLC0415
    from plugins.build.report.outcome import outcome_of  # noqa: PLC0415

    def fail() -> NoReturn:
        if str(error).startswith(NO_CONTENT):
            raise no_content(Path(parse_arguments().path or "content"))
        if str(error).startswith(NO_THEME):
            raise no_theme(Path(str(error).removeprefix(NO_THEME)))
        raise error

    outcome = outcome_of(fail, debug=logging.getLogger("pelican").isEnabledFor(logging.DEBUG))
    tell(outcome)
    raise SystemExit(outcome.code)


def report(
    build: Callable[[], Outcome], settings: Mapping[str, Any], started: float | None = None
) -> None:
    """Build, and say how it went; started: when, of time.monotonic(), if before this. Raises
    SystemExit with the exit code of a build that failed."""
    from plugins.build.report.outcome import counted, outcome_of  # noqa: PLC0415
    from plugins.core.reading.source_files import display_path  # noqa: PLC0415

    started = time.monotonic() if started is None else started
    checking = bool(settings.get("CHECK_ONLY"))
    target = Path(settings["OUTPUT_PATH"])
    outcome = outcome_of(build, debug=bool(settings.get("DEBUG")))
    tell(outcome, checking=checking)
    if outcome.code:
        raise SystemExit(outcome.code)
    done = "Checked" if checking else f"Built {display_path(target)}/:"
    say(f"{done} {counted(outcome.pages, 'page')} in {time.monotonic() - started:.1f} s.")


def tell(outcome: Outcome, *, checking: bool = False) -> None:
    """Write what happened, on GitHub at files and lines, too."""
    text = outcome.text_with_notes if checking else outcome.text
    if os.environ.get("GITHUB_ACTIONS") == "true":
        from plugins.build.report import github  # noqa: PLC0415

        text = "\n".join([github.muted(text), *github.tell(outcome, checking=checking)])
    if text:
        say(text)


def say(text: str) -> None:
    """Write a line, on a console of any encoding."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(of_this_content(text).encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()
