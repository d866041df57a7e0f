"""Clock: the instant that a site is built for.

Reads   AT of the settings, a moment in the practice's zone; else SOURCE_DATE_EPOCH; else the clock
Gives   instant(), an aware datetime in UTC
Stops   ContentError for an AT that is no moment, or in a build to publish, which must show what
        is true now; for a SOURCE_DATE_EPOCH that is no number of seconds
Source  reproducible-builds.org
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import MomentError, between, parse_moment
from plugins.core.problems import ContentError, Problem, quoted

NAME = "SOURCE_DATE_EPOCH"
NEEDED = "the seconds since the beginning of 1970, a whole number"
FIX = "correct it, or take it away to build for the present"


def instant(zone: ZoneInfo, at: str = "", *, preview: bool = True) -> datetime:
    """The instant that `at` names, a day its first; the present without it."""
    if not at.strip():
        return present()
    if not preview:
        needed = "the present: visitors read what is published as true now"
        fix = 'leave AT out, or look at that moment with "make devserver AT=..."'
        raise refused("AT", f"{quoted(at)} in a site to publish", needed, fix)
    try:
        starts = between(parse_moment(at, zone), None, zone).starts
    except MomentError as error:
        fix = f'write AT="{error.write}"' if error.write else error.fix
        raise refused("AT", quoted(at), error.needed, fix) from None
    assert starts  # noqa: S101  (a period from a moment on begins with it)
    return starts


def present() -> datetime:
    epoch = os.environ.get(NAME) or str(int(time.time()))
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise refused(NAME, quoted(epoch), NEEDED, FIX) from None


def refused(name: str, found: str, needed: str, fix: str) -> ContentError:
    return ContentError([Problem(name, 0, "", found, needed, fix)])
