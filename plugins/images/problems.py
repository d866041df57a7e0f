"""Faults: what may be wrong with an original, in words for whoever put it there.

Gives   Fault: what was found, what is needed, what to do; FaultError, which carries one
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.core.problems import Level, Problem, quoted

MEGAPIXELS = 60
LARGE_MEGAPIXELS = 24
AGAIN = "copy it anew from the camera, or from whoever sent it"
PHONE = (
    "open it on a computer and export it as a JPEG; on the iPhone, Settings > Camera > Formats > "
    '"Most Compatible" makes JPEGs from now on'
)


@dataclass(frozen=True)
class Fault:
    """Why an original cannot be shown, or not as it should be."""

    found: str
    needed: str
    fix: str

    def problem(self, source: str, level: Level = "error") -> Problem:
        return Problem(source, 0, "", self.found, self.needed, self.fix, level)


class FaultError(Exception):
    """An original cannot be shown."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.found)
        self.fault = fault


UNKNOWN = Fault(
    "a file that is no picture, or a damaged one",
    "a picture that opens",
    f"look at it on your computer; if it opens there, export it as a JPEG, else {AGAIN}",
)
CUT = Fault("a picture that is cut short or damaged", "the whole picture", AGAIN)
HUGE = Fault(
    f"a picture of more than {MEGAPIXELS} million pixels",
    f"at most {MEGAPIXELS} million pixels",
    "export the picture smaller: 2400 pixels on its long side are enough",
)
LARGE = Fault(
    f"a picture of more than {LARGE_MEGAPIXELS} million pixels that is no JPEG: the first build "
    "with it takes seconds longer",
    "2400 pixels on its long side: pages show no more",
    "export the picture smaller, or as a JPEG",
)
MOVING = Fault(
    "a picture that moves",
    "pictures that stand still: many people cannot read beside one that moves",
    "export its best moment as a JPEG or PNG",
)
UNREADABLE = Fault(
    "a file that may not be opened",
    "a file that you may open",
    "change its permissions, or copy it anew",
)
CHANGED = Fault(
    "a file that changed while it was read", "a file that stays as it is", "build again"
)
UNUSED = Fault(
    "a picture that no page shows",
    "pictures that pages show; others are not published",
    "show it on a page, or delete the file",
)


def misnamed(kind: str, name: str, suffix: str) -> Fault:
    """kind: what the file is, like PNG. suffix: the one that says so."""
    better = f"{name.rpartition('.')[0]}{suffix}"
    return Fault(
        f"a {kind} whose name ends in {quoted(name[name.rfind('.') :])}",
        "a name that says what the file is",
        f'rename the file to "{better}", also where pages name it',
    )


def from_a_phone(name: str) -> Fault:
    return Fault(
        f"a HEIC whose name ends in {quoted(name[name.rfind('.') :])}",
        "a JPEG: many browsers do not show HEIC, the format of the iPhone",
        PHONE,
    )


def too_narrow(width: int, height: int, least: int) -> Fault:
    return Fault(
        f"a picture of {width} x {height} pixels",
        f"at least {least} pixels in width, to fill its place",
        "put a larger one there, if you have it",
    )
