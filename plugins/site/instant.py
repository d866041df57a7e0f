"""Instant: the moment that a site is built for.

Gives   instant(): now, or what SOURCE_DATE_EPOCH names, an aware datetime in UTC
Stops   ContentError for a SOURCE_DATE_EPOCH that is no number of seconds
Source  reproducible-builds.org
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

from plugins.core.problems import ContentError, Problem, quoted

NAME = "SOURCE_DATE_EPOCH"
NEEDED = "the seconds since the beginning of 1970, a whole number"
FIX = "correct it, or take it away to build for the present"


def instant() -> datetime:
    epoch = os.environ.get(NAME) or str(int(time.time()))
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ContentError([Problem(NAME, 0, "", quoted(epoch), NEEDED, FIX)]) from None
