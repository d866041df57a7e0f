"""The browser that opens with the preview of a new practice."""

from __future__ import annotations

import asyncio

import pytest

from plugins.desk.preview import browser
from plugins.desk.preview.browser import has_screen, show
from plugins.desk.preview.events import BuildEvents
from tests.desk.preview.event_loop import run


@pytest.mark.parametrize("screen", [True, False])
def test_it_opens_after_the_first_build_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, *, screen: bool
) -> None:
    """Before, it would show that there is nothing; in a terminal it would take that over."""
    opened: list[str] = []
    monkeypatch.setattr(browser, "has_screen", lambda: screen)
    monkeypatch.setattr("webbrowser.open", opened.append)

    async def build() -> list[str]:
        events = BuildEvents()
        showing = asyncio.create_task(show(events, "http://127.0.0.1:8000/"))
        await asyncio.sleep(0)
        before = list(opened)
        events.publish(None)
        await showing
        return before

    assert run(build()) == []
    assert opened == (["http://127.0.0.1:8000/"] if screen else [])


def test_a_screen_is_known_by_the_environment() -> None:
    assert has_screen({}, "darwin")
    assert has_screen({"DISPLAY": ":0"}, "linux")
    assert not has_screen({"TERM": "xterm"}, "linux")
