"""Codespaces: the preview that GitHub shows mends files for its own pages alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.desk.preview.app import application
from plugins.desk.preview.codespaces import Forwarded
from plugins.desk.preview.editor import Editor
from plugins.desk.preview.events import BuildEvents
from plugins.desk.preview.fixes import Fixes
from plugins.desk.preview.time_travel import TimeTravel
from tests.desk.preview.event_loop import run

HERE = {
    "CODESPACE_NAME": "calm-fox-1a2b",
    "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN": "app.github.dev",
}
HOST = "calm-fox-1a2b-8000.app.github.dev"
LOCAL = "localhost:8000"
FORWARDED = Forwarded.of(8000, HERE)


def answer(host: str, origin: str, forwarded: Forwarded | None = FORWARDED, guess: str = "") -> int:
    """The status of a request to fix, which passes the checks with 409: there is no such build."""
    events, content = BuildEvents(), Path("content")
    editor = Editor("", content, events)
    app = application(
        Path("output"), events, TimeTravel(content), Fixes(content), editor, forwarded=forwarded
    )
    named = {"host": host, "origin": origin, "x-preview-token": guess or events.token}
    headers = [(key.encode(), value.encode()) for key, value in named.items()]
    scope = {"type": "http", "method": "POST", "path": "/_preview/fix", "headers": headers}
    wish, codes = json.dumps({"build": "another", "number": 0}).encode(), []

    async def receive() -> Any:
        return {"type": "http.request", "body": wish, "more_body": False}

    async def send(message: Any) -> None:
        codes.append(message.get("status"))

    run(app(scope | {"query_string": b""}, receive, send))
    return int(codes[0])


@pytest.mark.parametrize("host", [HOST, LOCAL])
@pytest.mark.parametrize("origin", [f"https://{HOST}", f"https://{LOCAL}", f"http://{LOCAL}"])
def test_a_page_of_the_preview_may_have_a_problem_fixed(host: str, origin: str) -> None:
    """Whichever of the two names GitHub's proxy passes on."""
    assert answer(host, origin) == 409


@pytest.mark.parametrize(
    "origin",
    [
        "https://calm-fox-1a2b-8001.app.github.dev",  # another port of the same machine
        "https://other-fox-1a2b-8000.app.github.dev",  # somebody else's machine
        f"https://{HOST}.evil.example",
        f"https://evil.example/{HOST}",
        "https://app.github.dev",
        "https://localhost:8001",
        "null",
        "",
    ],
)
def test_no_neighbour_may(origin: str) -> None:
    assert answer(HOST, origin) == 403


def test_the_token_is_asked_there_too() -> None:
    assert answer(HOST, f"https://{HOST}", guess="abc") == 403


@pytest.mark.parametrize("host", [HOST, "calm-fox-1a2b-8001.app.github.dev", "evil.example"])
def test_on_any_other_computer_these_are_no_names_of_the_preview(host: str) -> None:
    assert answer(host, f"https://{HOST}", None) == 400
    assert answer(LOCAL, f"https://{HOST}", None) == 403


@pytest.mark.parametrize("missing", HERE)
def test_half_of_an_address_is_none(missing: str) -> None:
    assert Forwarded.of(8000, HERE | {missing: ""}) is None
