"""Places that a finger presses and a keyboard stops at.

Gives   small(): targets that are too small; unmarked(): stops whose focus does not show
        walk(): every stop of the Tab key in turn; backward(), covered(): what is wrong with them
Source  WCAG 2.2: 2.5.5 (44 pixels, for actions), 2.5.8 (24, for all; links in a sentence excepted),
        2.4.3 (order), 2.4.12 (nothing over the focus), 2.4.13 (two pixels, 3:1)
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page

SCRIPTS = [Path(__file__).parent / "js" / name for name in ("colors.js", "stops.js")]
ACTION, ANY = 44, 24
# Browsers round boxes to parts of a pixel.
ROUNDING = 0.05
MOST = 400


@dataclass(frozen=True)
class Stop:
    """Where the Tab key arrived: a box in pixels of the page, from its top left corner.

    stays    it is out of the flow, or keeps its place while the page scrolls
    covered  what lies over it, or "out of sight"; "" when all of it is seen
    main     it stands in the content of the page
    drawing  it is part of one, and goes in the order of its own: from head to foot
    """

    name: str
    left: float
    right: float
    top: float
    bottom: float
    stays: bool
    covered: str
    main: bool
    drawing: bool = False


def load(page: Page) -> None:
    """Put the measures into the page that is open; once after each goto."""
    for path in SCRIPTS:
        page.evaluate(path.read_text(encoding="utf-8"))


def small(page: Page) -> list[str]:
    """Every target that is too small to hit, with its size."""
    return [
        f"{one['name']}: {one['size']:.1f}"
        for one in page.evaluate("stops.targets()")
        if one["size"] < (ACTION if one["action"] else ANY) - ROUNDING
    ]


def unmarked(page: Page) -> list[str]:
    """Every stop that looks the same, or nearly, with the focus and without."""
    page.keyboard.press("Tab")
    return list(page.evaluate("stops.unmarked()"))


def walk(page: Page) -> list[Stop]:
    """Press Tab from the top of the page until the focus leaves it."""
    found: list[Stop] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate("stops.here()")
        if here is None:
            return found
        found.append(Stop(**here))
    raise AssertionError(f"the Tab key never leaves {page.url}")


def covered(stops: list[Stop]) -> list[str]:
    """Every stop that something lies over."""
    return [f"{stop.name}: {stop.covered}" for stop in stops if stop.covered]


def backward(stops: list[Stop]) -> list[str]:
    """Every step against the order in which people read: down, along a line, column by column."""
    flowing = [stop for stop in stops if not stop.stays]
    return [
        f"{one.name}, then {other.name}"
        for one, other in pairwise(flowing)
        if is_back(one, other) and not (one.drawing and other.drawing)
    ]


def is_back(one: Stop, other: Stop) -> bool:
    above = other.bottom <= one.top + 1
    left = other.right <= one.left + 1
    beside = not above and other.top < one.bottom - 1
    next_column = other.left >= one.right - 1
    return (above and not next_column) or (beside and left)
