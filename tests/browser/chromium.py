"""Chromium: finds a browser for the tests, or gets one.

Gives   find(): the path of a browser; find(WHOLE): of one with windows. As a command: says which
        one, installing it if need be, and with it the one without windows that Debian has, which
        takes half of the time
Order   CHROMIUM in the environment; a browser on the PATH; Playwright's own; Playwright's
        download; the system's package when run as root; else a sentence that says what to do
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.node import NODE

WITHOUT_WINDOWS = "chromium-headless-shell"  # the command, and Debian's package
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ADVICE = (
    "The tests need the browser Chromium or Google Chrome, and none could be installed.\n"
    "Install one (on Debian or Ubuntu: sudo apt-get install chromium) and run the command again,\n"
    "or name yours: CHROMIUM=/path/to/chrome make test"
)
# How long a download may take before the next way is tried.
DOWNLOAD_SECONDS = 300
PACKAGES_SECONDS = 1200  # cut off, they would be half installed
START_SECONDS = 60
# Playwright brings a Node.js of its own that needs a library which small systems lack.
if Path(NODE).is_file():
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", NODE)


def find(names: Sequence[str] = (WITHOUT_WINDOWS, *WHOLE)) -> str | None:
    """The path of a browser that is on this machine."""
    on_machine = (os.environ.get("CHROMIUM"), *(shutil.which(name) for name in names), MACOS)
    found = next((path for path in on_machine if path and Path(path).exists()), None)
    own = "" if found else playwright_own()
    return found or (own if Path(own).is_file() else None)


def playwright_own() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (slow, and rarely asked)

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def run(*command: str, seconds: float = DOWNLOAD_SECONDS) -> bool:
    """Whether a command goes well; what it says is not for who runs tests."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            check=False,
            timeout=seconds,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
        return done.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def download() -> bool:
    say("Downloading Chromium (once)")
    return run(sys.executable, "-m", "playwright", "install", "chromium")


def system_package(name: str = "chromium") -> bool:
    return os.geteuid() == 0 and bool(shutil.which("apt-get")) and apt_get(name)


def apt_get(*packages: str) -> bool:
    """Install packages of the system; as somebody else than root with sudo, if it asks nothing."""
    say(f"Installing from the system's packages (once): {', '.join(packages)}")
    apt = ("apt-get",) if os.geteuid() == 0 else ("sudo", "-n", "-E", "apt-get")
    run(*apt, "update", "-qq")
    command = (*apt, "install", "-y", "-qq", "--no-install-recommends", *packages)
    return run(*command, seconds=PACKAGES_SECONDS)


def starts(path: str) -> bool:
    """Whether a browser runs: a download lacks libraries on a machine without a desktop."""
    return run(path, "--version", seconds=START_SECONDS)


def ensure(ways: tuple[Callable[[], bool], ...] = (download, system_package)) -> str | None:
    """The path of a browser that runs, installed in the first way that works."""
    for way in (lambda: True, *ways):
        if way() and (path := find(WHOLE)) and starts(path):
            return path
    return None


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    if not ensure():
        say(ADVICE)
        return 2
    if not os.environ.get("CHROMIUM") and not shutil.which(WITHOUT_WINDOWS):
        system_package(WITHOUT_WINDOWS)
    say(f"Browser: {find()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
