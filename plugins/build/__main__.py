"""Pelican's command; when the text of one page is all that changed, that page is shown without it.

Reads   Pelican's arguments
Stops   as plugins.build.build does; with 130 for a Ctrl-C while all this is loaded, too
"""

from __future__ import annotations

import sys
import time

from plugins.build import cli
from plugins.core.system import interrupts


def main() -> None:
    """Build what the arguments ask for."""
    interrupts.nothing_begun()
    try:
        if not at_once(sys.argv[1:]):
            from pelican import main as pelican  # noqa: PLC0415

            pelican()
    except KeyboardInterrupt:
        cli.stopped()
    finally:
        interrupts.over()


def at_once(words: list[str]) -> bool:
    """Show the page that changed, and say so. False: it takes a whole build."""
    # A Ctrl-C may come while they load.
    from plugins.build.incremental import fast_start, shortcut  # noqa: PLC0415
    from plugins.build.report import build_notes  # noqa: PLC0415
    from plugins.core.system.interrupts import until_too_late  # noqa: PLC0415

    started = time.monotonic()
    wish = fast_start.asked(words)
    if wish is None or not wish.where.content.is_dir():
        return False
    fast_start.key = wish.key
    interrupts.begun()
    with until_too_late():
        done = shortcut.attempt(wish.where, wish.key)
        if done:
            result = build_notes.with_notes(done.result, wish.notes, done.notes)
            cli.carry_out(lambda: result, wish.where.output, started=started)
            return True
    interrupts.nothing_begun()
    return False


if __name__ == "__main__":
    main()
