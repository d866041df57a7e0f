"""Watch: a page in a real browser, without a policy, and everything that happens on it.

Gives   Watch: opens pages, one after the other, moves, focuses and clicks what is there
        Seen: what ran, what was asked for, what would be code if something set it off
Units   an address of this server is a path; any other one stands as it is, and is never fetched
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Error, Frame, Page, Request, Route, TimeoutError

# A function, without the semicolon that make lint wants behind it.
ARM = Path(__file__).with_name("armed.js").read_text(encoding="utf-8").removesuffix(";\n")
# In every frame, before anything else: what vectors call to show that they run.
CANARY = """
for (const name of ["alert", "confirm", "prompt", "print"]) {
  window[name] = () => { fired(name); return true; };
}
"""
# Milliseconds: a page, or a frame of it, that loops for ever says nothing more.
WAIT, BUSY = 15_000, 5_000


@dataclass
class Seen:
    """ran: what ran, and in which frame; asked: requests; code: what waits for a visitor."""

    ran: list[tuple[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)


class Watch:
    """One browser context; every page of it is watched."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address, self.seen, self.late = address, Seen(), 0
        self.context = browser.new_context(viewport={"width": 1280, "height": 800})
        self.context.set_default_timeout(WAIT)
        self.context.expose_binding("fired", self.fired)
        self.context.expose_function("armed", self.armed)
        self.context.add_init_script(CANARY)
        self.context.route("**/*", self.route)
        self.context.on("request", self.asked)
        self.context.on("page", self.opened)
        self.page = self.another()

    def another(self) -> Page:
        self.expected = True
        page = self.context.new_page()
        self.expected = False
        page.on("dialog", self.dialog)
        page.on("pageerror", lambda error: self.ran(f"error: {error}", page.main_frame))
        page.on("console", lambda said: self.console(said.type, said.text, page))
        return page

    def dialog(self, dialog: Dialog) -> None:
        self.seen.ran.append((dialog.type, self.page.url))
        dialog.accept()

    def console(self, kind: str, text: str, page: Page) -> None:
        if "Failed to load resource" not in text:  # a request, which is seen as such
            self.ran(f"{kind}: {text}", page.main_frame)

    def ran(self, what: str, frame: Frame) -> None:
        self.seen.ran.append((what[:200], self.place(frame)))

    def fired(self, source: Any, name: str) -> None:
        self.ran(name, source["frame"])

    def armed(self, what: str) -> None:
        self.seen.code.append(what)

    def place(self, frame: Frame | None) -> str:
        """The page that a frame belongs to: what code in it has opened has no address here."""
        while frame and frame.parent_frame and not frame.url.startswith(self.address):
            frame = frame.parent_frame
        return frame.url.removeprefix(self.address) if frame else ""

    def opened(self, page: Page) -> None:
        if not self.expected:
            self.seen.ran.append(("window", page.url))
            page.close()

    def asked(self, request: Request) -> None:
        self.seen.asked.append(request.url.removeprefix(self.address))

    def route(self, route: Route) -> None:
        """Nothing leaves this machine."""
        if route.request.url.startswith(self.address):
            route.continue_()
        else:
            route.abort()

    def open(self, path: str) -> Seen:
        """What happens on a page, in a tab of its own, until a visitor has touched all of it."""
        self.seen, self.late = Seen(), 0
        before, self.page = self.page, self.another()
        before.close()
        try:
            self.page.goto(self.address + path, wait_until="load")
            for frame in self.page.frames:
                self.touch(frame)
            self.visit()
        except Error as error:  # navigation that a vector began, or a loop of it
            self.seen.ran.append((f"stopped: {error.message[:100]}", path))
        return self.seen

    def visit(self) -> None:
        """As a hand does it. Where something ran already nobody need: a page may then be too busy
        to answer a hand, and that has no time limit."""
        for row in range(50, 800, 150):
            if not self.seen.ran:
                self.page.mouse.move(300 + row / 3, row)
        if not self.seen.ran:
            self.page.keyboard.press("Tab")
        self.page.wait_for_timeout(30)

    def touch(self, frame: Frame) -> None:
        try:
            # Unlike evaluate(), it ends when a vector keeps the frame busy for ever.
            frame.wait_for_function(f"(() => (({ARM})().forEach(armed), true))()", timeout=BUSY)
        except Error as error:
            self.seen.ran.append((f"gone: {error.message[:100]}", self.place(frame)))
            self.late += isinstance(error, TimeoutError)
            if self.late > 2:  # all frames of the page wait for the same one
                raise


@contextmanager
def watching(browser: Browser, address: str) -> Iterator[Watch]:
    watch = Watch(browser, address)
    yield watch
    watch.context.close()
