"""Firefox, over WebDriver BiDi, which it speaks without a driver between.

Gives   Firefox, a Window; paper(): what it prints
Source  W3C WebDriver BiDi
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from websocket import create_connection

from tests.audit.engines.window import LISTEN, PHONE, PLACE, Size

COMMAND = "firefox" if shutil.which("firefox") else "firefox-esr"  # Debian names it after its term
OPTIONS = ("--headless", "--no-remote", "--remote-debugging-port", "0")
# Scroll bars as on a phone; and the window has the focus, though nobody can give it one.
PREFERENCES = """user_pref("ui.useOverlayScrollbars", 1);
user_pref("focusmanager.testmode", true);
"""
LISTENING = "WebDriver BiDi listening on "
ANSWER_SECONDS = 60
REST_SECONDS = 2
LOADED = (
    "return performance.getEntriesByType('resource').some(({ name }) => /\\/site\\./.test(name))"
)


class Firefox:
    name = "firefox"

    def __init__(self) -> None:
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        (Path(self.profile.name) / "user.js").write_text(PREFERENCES)
        self.process = subprocess.Popen(
            (COMMAND, *OPTIONS, "--profile", self.profile.name),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr
        said = next(line for line in self.process.stderr if line.startswith(LISTENING))
        address = said.removeprefix(LISTENING).strip()
        self.socket = create_connection(f"{address}/session", ANSWER_SECONDS, suppress_origin=True)
        self.count = 0
        self.said: list[str] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self.tab = self.send("browsingContext.create", type="tab")["context"]
        self.send("browsingContext.activate", context=self.tab)

    def send(self, method: str, **parameters: object) -> Any:
        """The answer to a command; what the console says until then is kept."""
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while (told := json.loads(self.socket.recv())).get("id") != self.count:
            if told["method"] == "log.entryAdded" and told["params"]["level"] in ("error", "warn"):
                self.said.append(told["params"]["text"])
        assert told["type"] == "success", told
        return told["result"]

    def resize(self, size: Size) -> None:
        self.touched = size == PHONE
        viewport = dict(zip(("width", "height"), size, strict=True))
        self.send("browsingContext.setViewport", context=self.tab, viewport=viewport)

    def open(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")
        self.run(LISTEN)

    def run(self, script: str, *arguments: object) -> Any:
        answer = self.send(
            "script.evaluate",
            expression=f"JSON.stringify(function () {{ {script} }}(...{json.dumps(arguments)}))",
            target={"context": self.tab},
            awaitPromise=False,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value", "null"))

    def click(self, selector: str) -> None:
        place = dict(zip("xy", self.run(PLACE, selector), strict=True))
        button = {"button": 0}
        moves = [
            {"type": "pointerMove", **place},
            {"type": "pointerDown", **button},
            {"type": "pointerUp", **button},
        ]
        kind = {"pointerType": "touch" if self.touched else "mouse"}
        self.act({"type": "pointer", "id": str(kind), "parameters": kind, "actions": moves})

    def keys(self, text: str) -> None:
        strokes = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keyboard", "actions": strokes})

    def act(self, actions: object) -> None:
        self.send("input.performActions", context=self.tab, actions=[actions])

    def screenshot(self) -> bytes:
        return base64.b64decode(
            self.send("browsingContext.captureScreenshot", context=self.tab)["data"]
        )

    def paper(self) -> bytes:
        """The page on paper, as PDF."""
        return base64.b64decode(self.send("browsingContext.print", context=self.tab)["data"])

    def console(self, addresses: Sequence[str]) -> list[str]:
        self.said.clear()
        for address in addresses:
            self.open(address)
            self.rest()
        return self.said

    def rest(self) -> None:
        """Wait for what a page loads last: to leave it now would be an error of its script."""
        ends = time.monotonic() + REST_SECONDS
        while not self.run(LOADED) and time.monotonic() < ends:
            time.sleep(0.05)

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()
