"""Browser: opens the preview, once it is built, where somebody sees it.

Reads   the environment: whether there is a screen
Gives   show(), which waits for the first build
Why     without a screen, the browsers of a terminal would take it over
"""

from __future__ import annotations

import asyncio
import os
import sys
import webbrowser
from collections.abc import Mapping

from plugins.desk.preview.events import BuildEvents

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")


def has_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    return system == "darwin" or any(environment.get(name) for name in SCREENS)


async def show(events: BuildEvents, address: str) -> None:
    """Open the address after the first build, also when it has failed: the page says why."""
    first = events.status.build
    async for status in events.stream():
        if status.build != first:
            break
    if has_screen():
        await asyncio.to_thread(webbrowser.open, address)
