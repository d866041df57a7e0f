"""WebKit, the engine of every browser on an iPhone: WebKitGTK's small browser, driven by Selenium.

Gives   WebKit, a Window
Needs   WebKitWebDriver and Xvfb, a screen that nobody sees
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, WebKitGTK
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.audit.engines.window import LISTEN, PLACE, Size

SCREEN = ("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1200x24", "-nolisten", "tcp")
WHOLE = "--full-screen"  # without its bars, its window may be as narrow as a phone
CONSOLE = "--enable-write-console-messages-to-stdout=true"  # not while a driver steers it
# The last tab says when the others have had their time.
END = "That is all."
LAST = f"data:text/html,<script>setTimeout(() => console.log('{END}'), 3000)</script>"
TABS_SECONDS = 120
# WebKitGTK is built without manifests. Safari has them, and knows the directive.
UNKNOWN = "Unrecognized Content-Security-Policy directive 'manifest-src'."


def browser() -> str:
    """WebKitGTK's small browser; it comes with the library that the driver needs."""
    (*_, found) = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))
    return str(found)


class WebKit:
    name = "webkit"

    def __init__(self) -> None:
        self.screen = subprocess.Popen(
            SCREEN, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self.screen.stdout
        self.environment = os.environ | {"DISPLAY": f":{self.screen.stdout.readline().strip()}"}
        options = Options()
        options.binary_location = browser()
        for argument in ("--automation", WHOLE):
            options.add_argument(argument)
        service = Service("/usr/bin/WebKitWebDriver", env=self.environment)
        self.driver = WebKitGTK(options=options, service=service)

    def resize(self, size: Size) -> None:
        self.driver.set_window_size(*size)

    def open(self, address: str) -> None:
        self.driver.get(address)
        self.run(LISTEN)

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def click(self, selector: str) -> None:
        actions = ActionBuilder(self.driver)
        pointer: Any = actions.pointer_action  # without types
        pointer.move_to_location(*self.run(PLACE, selector)).click()
        actions.perform()

    def keys(self, text: str) -> None:
        ActionChains(self.driver).send_keys(text).perform()

    def screenshot(self) -> bytes:
        return bytes(self.driver.get_screenshot_as_png())

    def console(self, addresses: Sequence[str]) -> list[str]:
        """A second browser opens each page in a tab, and writes what their consoles say."""
        command = (browser(), WHOLE, CONSOLE, *addresses, LAST)
        with subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as tabs:
            assert tabs.stdout
            late = threading.Timer(TABS_SECONDS, tabs.kill)
            late.start()
            said = list(takewhile(lambda line: END not in line, tabs.stdout))
            assert late.is_alive(), "WebKit did not open every page"
            late.cancel()
            tabs.terminate()
        return [line.strip() for line in said if "CONSOLE" in line and UNKNOWN not in line]

    def close(self) -> None:
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait()
