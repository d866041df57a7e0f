"""Chromium: finds a browser for the tests, or gets one.

Gives   find(): the path of a browser. As a command: says which one, installing it if need be
Order   CHROMIUM in the environment; a browser on the PATH; Playwright's own; Playwright's
        download; the system's package when run as root; else a sentence that says what to do
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ADVICE = (
    "The tests need the browser Chromium or Google Chrome, and none could be installed.\n"
    "Install one (on Debian or Ubuntu: sudo apt-get install chromium) and run the command again,\n"
    "or name yours: CHROMIUM=/path/to/chrome make test"
)
# How long a download may take before the next way is tried.
DOWNLOAD_SECONDS = 300


def find() -> str | None:
    """The path of a browser that is on this machine."""
    on_machine = (os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES), MACOS)
    found = next((path for path in on_machine if path and Path(path).exists()), None)
    own = "" if found else playwright_own()
    return found or (own if Path(own).is_file() else None)


def playwright_own() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (slow, and rarely asked)

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def run(*command: str) -> bool:
    sys.stdout.write(f"Trying: {' '.join(command[:4])} ...\n")
    sys.stdout.flush()
    try:
        done = subprocess.run(
            command, check=False, timeout=DOWNLOAD_SECONDS, stderr=subprocess.DEVNULL
        )
        return done.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def download() -> bool:
    return run(sys.executable, "-m", "playwright", "install", "chromium")


def system_package() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    run("apt-get", "update", "-qq")
    return run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")


def ensure(ways: tuple[Callable[[], bool], ...] = (download, system_package)) -> str | None:
    """The path of a browser, installed in the first way that works."""
    for way in (lambda: True, *ways):
        if way() and (path := find()):
            return path
    return None


def main() -> int:
    path = ensure()
    sys.stdout.write(f"Browser: {path}\n" if path else f"{ADVICE}\n")
    return 0 if path else 2


if __name__ == "__main__":
    sys.exit(main())
