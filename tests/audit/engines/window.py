"""A window of an engine, as little of it as these tests need, whichever protocol drives it.

Gives   Window: opens pages, clicks, types, takes pictures; until(), changed(): what it shows then
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Protocol

from PIL import Image, ImageChops

Size = tuple[int, int]
PHONE: Size = (360, 740)
DESK: Size = (1280, 800)
WAIT_SECONDS = 20
VISIBLE = 24  # of 255: a difference of brightness that can be seen
# Left, top, width and height in the window, once the element stands in its middle.
BOX = """const element = document.querySelector(arguments[0]);
if (!element) throw Error(`There is no ${arguments[0]}`);
element.scrollIntoView({ block: "center", behavior: "instant" });
const { left, top, width, height } = element.getBoundingClientRect();
return [left, top, width, height];"""
# Where to click: in the middle of the first line that an element stands in.
PLACE = """const element = document.querySelector(arguments[0]);
element.scrollIntoView({ block: "center", behavior: "instant" });
const [{ left, top, width, height }] = element.getClientRects();
return [Math.round(left + width / 2), Math.round(top + height / 2)];"""
# What goes wrong after a page was opened, such as at a click.
LISTEN = """window.wrong = [];
for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"])
  addEventListener(kind, (event) => wrong.push(
    `${kind}: ${event.message ?? event.reason ?? event.blockedURI}`));"""


class Window(Protocol):
    name: str

    def resize(self, size: Size) -> None: ...

    def open(self, address: str) -> None:
        """Open a page, and wait until all that it loads by itself is there."""

    def run(self, script: str, *arguments: object) -> Any:
        """What the body of a function returns on the page."""

    def click(self, selector: str) -> None:
        """Click where an element can be seen."""

    def keys(self, text: str) -> None:
        """Type where the focus is."""

    def screenshot(self) -> bytes:
        """What the window shows, as PNG."""

    def console(self, addresses: Sequence[str]) -> list[str]:
        """What the console says of pages, errors and warnings."""

    def close(self) -> None: ...


def until(window: Window, condition: str, *arguments: object) -> Any:
    """The value of an expression on the page, as soon as there is one."""
    ends = time.monotonic() + WAIT_SECONDS
    while not (value := window.run(f"return {condition}", *arguments)):
        assert time.monotonic() < ends, f"{window.name} waited in vain for: {condition}"
        time.sleep(0.05)
    return value


def picture(window: Window, selector: str) -> Image.Image:
    """What the window shows where an element is."""
    left, top, width, height = window.run(BOX, selector)
    shown = Image.open(BytesIO(window.screenshot())).convert("RGB")
    return shown.crop((int(left), int(top), int(left + width) + 1, int(top + height) + 1))


def changed(window: Window, selector: str, change: str) -> float:
    """The share of an element's pixels that a change of its style changes, for as long as it lasts:
    how much of it the window painted."""
    before = picture(window, selector)
    window.run(f"const {{ style }} = document.querySelector(arguments[0]); {change}", selector)
    after = picture(window, selector)
    window.run("document.querySelector(arguments[0]).removeAttribute('style')", selector)
    if before.size != after.size:
        return 1.0
    difference = ImageChops.difference(before, after).convert("L")
    return sum(difference.histogram()[VISIBLE:]) / (before.width * before.height)
