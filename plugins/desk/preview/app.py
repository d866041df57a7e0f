"""App: addresses to answers.

Reads   output/ for every request; the parts of the preview that stand beside this module
Gives   pages with the preview's scripts, every other file as it is, the events of the preview
Units   nothing is kept by the browser (Cache-Control: no-store)
Source  server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from plugins.desk.preview.events import Board
from plugins.desk.preview.host_check import OwnHosts
from plugins.desk.preview.inject import notice, with_script
from plugins.desk.preview.static_files import File, Moved, look_up
from plugins.desk.preview.time_travel import At

PARTS = Path(__file__).parent
OWN = ("live_reload.js", "live_reload.css", "time_travel.js", "time_travel.css")
NO_STORE = {"Cache-Control": "no-store"}
HTML = "text/html; charset=utf-8"
RETRY = 500  # milliseconds after which a page asks again for a server that went away


class Preview:
    """What the preview answers, about one output folder and one board."""

    def __init__(self, output: Path, board: Board, at: At) -> None:
        self.output, self.board, self.at = output, board, at

    async def page(self, request: Request) -> Response:
        """A file of output/, or the reason why there is none."""
        address, build = request.scope["path"], self.board.state.build
        found = look_up(self.output, address)
        if isinstance(found, Moved):
            query = f"?{request.url.query}" if request.url.query else ""
            target = quote(found.address) + query
            return Response(status_code=308, headers=NO_STORE | {"Location": target})
        first = self.at.script(request.query_params.get("at", ""))
        if found:
            return sent(found, build, first=first)
        if not self.is_built():
            text = (
                self.board.state.problems or "Nothing was built yet. It is made by: make devserver"
            )
            return sent(File(notice("The site is not built yet", text), HTML), build, 503)
        missing = look_up(self.output, "/404.html")
        if not isinstance(missing, File):
            text = f"Nothing stands at {address}, and the site has no 404.html."
            missing = File(notice("Page not found", text), HTML)
        return sent(missing, build, 404, first)

    def is_built(self) -> bool:
        return self.output.is_dir() and any(self.output.iterdir())

    async def events(self, _request: Request) -> Response:
        """The state of the build, now and after each change."""

        async def lines() -> AsyncIterator[str]:
            yield f"retry: {RETRY}\n\n"
            async for state in self.board.states():
                yield f"data: {json.dumps(asdict(state))}\n\n"

        return StreamingResponse(lines(), headers=NO_STORE, media_type="text/event-stream")


async def part(request: Request) -> Response:
    """A script or a style of the preview's own."""
    found = look_up(PARTS, request.scope["path"].removeprefix("/_preview"))
    assert isinstance(found, File)  # noqa: S101  (the routes name files that stand beside us)
    return Response(found.content, headers=NO_STORE | {"Content-Type": found.media_type})


def sent(file: File, build: str, status: int = 200, first: bytes = b"") -> Response:
    """The answer that carries a file; a page gets the preview's script, and `first` before all."""
    is_page = file.media_type.startswith("text/html")
    content = with_script(file.content, build, first) if is_page else file.content
    return Response(content, status, NO_STORE | {"Content-Type": file.media_type})


def application(output: Path, board: Board, at: At) -> Starlette:
    """The preview of one output folder."""
    preview = Preview(output, board, at)
    routes = [
        Route("/_preview/events", preview.events),
        *(Route(f"/_preview/{name}", part) for name in OWN),
        Route("/{address:path}", preview.page),
    ]
    return Starlette(routes=routes, middleware=[Middleware(OwnHosts)])
