"""OS errors: what a disk or a system refuses, in words for staff.

Gives   plain_words(output): a block whose OSErrors become an ExchangeError
        in_plain_words(number, place): the ExchangeError for one error number
Stops   ExchangeError, with the place as a person would type it
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path

ELSEWHERE = "choose another output folder"
DENIED = (
    "a folder that your account may not change",
    'permission to change "{place}" and the folder around it',
    f"ask whoever set up this computer, or {ELSEWHERE}",
)
FULL = (
    "a full disk",
    "room for the new site beside the old one",
    "delete files that nobody needs, then build again",
)
APPEARED = (
    "files that appeared during the build",
    "nobody else writing there",
    "build again",
)
# Found, needed, to fix.
SAID = {
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EEXIST: APPEARED,
    errno.ENOTEMPTY: APPEARED,
    errno.EWOULDBLOCK: (
        "another build of it, still running",
        "one build at a time",
        "wait until it has finished, then build again",
    ),
    errno.EROFS: (
        "a disk that can only be read",
        "a disk that can be changed",
        f"{ELSEWHERE}, on another disk",
    ),
    errno.EBUSY: (
        "a place where a disk is attached",
        "a folder that can be renamed",
        'choose a folder inside it as output folder, such as "{place}/site"',
    ),
    errno.EXDEV: (
        "a folder on another disk than the folder around it",
        "both on one disk",
        f'delete "{{place}}", or {ELSEWHERE}, then build again',
    ),
    errno.EIO: (
        "a disk that reports a fault",
        "a disk that works",
        "copy your work to another disk and have this one checked",
    ),
}


class ExchangeError(Exception):
    """Why output cannot be built or exchanged, in sentences for staff."""

    def __init__(self, place: str, found: str, needed: str, fix: str) -> None:
        super().__init__(place, found, needed, fix)
        self.place, self.found, self.needed, self.fix = place, found, needed, fix

    def __str__(self) -> str:
        return str(Problem(self.place, found=self.found, needed=self.needed, fix=self.fix))


@contextmanager
def plain_words(output: Path) -> Iterator[None]:
    """What the system says about `output`, said to staff."""
    try:
        yield
    except OSError as error:
        raise in_plain_words(error.errno or 0, display_path(output)) from error


def in_plain_words(number: int, place: str) -> ExchangeError:
    unknown = (
        f'a refusal of the computer: "{os.strerror(number)}"',
        "a folder that can be made, renamed and deleted",
        f"{ELSEWHERE}; if that does not help, send this message to who looks after the site",
    )
    found, needed, fix = (text.format(place=place) for text in SAID.get(number, unknown))
    return ExchangeError(place, found, needed, fix)
