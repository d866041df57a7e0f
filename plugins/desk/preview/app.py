"""App: the web application of the preview.

Reads   output/ for every request; the preview's own scripts and styles beside this module
Gives   pages with the preview's scripts, every other file unchanged, the events of the build.
        Browsers store nothing (Cache-Control: no-store). On request it fixes a problem
Stops   a request with 400 when it names another host: a website that points its name to 127.0.0.1
        could read the preview through the visitor's browser (DNS rebinding). A request to fix with
        403 unless it comes from a page of the preview, as its Origin and the events' token show.
        In GitHub Codespaces the preview has one more address, see codespaces.py
Source  server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from plugins.core.model.media_types import media_type
from plugins.desk.preview.codespaces import Forwarded
from plugins.desk.preview.editor import Editor
from plugins.desk.preview.events import BuildEvents
from plugins.desk.preview.fixes import OUTDATED, Fixes, RefusedError
from plugins.desk.preview.inject import notice, with_script
from plugins.desk.preview.static_files import File, Redirect, find
from plugins.desk.preview.style_guide import StyleGuide
from plugins.desk.preview.time_travel import TimeTravel

HOSTS = ("localhost", "127.0.0.1", "[::1]")
SCRIPTS = (
    *("element.js", "live_reload.js", "live_reload.css", "problems.js"),
    *("time_travel.js", "time_travel.css"),
)
NO_STORE = {"Cache-Control": "no-store"}
HTML = "text/html; charset=utf-8"
RETRY = 500  # milliseconds after which a page reconnects to the events
FOREIGN = "Only a page of the preview may fix a problem."
UNWRITTEN = "The file cannot be written ({reason}), and is left as it is."
NOT_BUILT = "Nothing was built yet. It is made by: make devserver"


@dataclass(frozen=True)
class Preview:
    """The responses for one output folder."""

    output: Path
    events: BuildEvents
    travel: TimeTravel
    fixes: Fixes
    guide: StyleGuide | None
    forwarded: Forwarded | None

    async def page(self, request: Request) -> Response:
        """A file of output/, or a page that says why there is none."""
        address, status = request.scope["path"], self.events.status
        file = find(self.output, address)
        if isinstance(file, Redirect):
            query = f"?{request.url.query}" if request.url.query else ""
            location = quote(file.address) + query
            return Response(status_code=308, headers=NO_STORE | {"Location": location})
        script = self.travel.script(request.query_params.get("at", ""))
        if file:
            return response(file, status.build, script=script)
        if not self.is_built():
            page = notice("The site is not built yet", status.problems or NOT_BUILT)
            return response(File(page, HTML), status.build, 503)
        if self.guide and (page := self.guide.page(address)):
            return response(File(page, HTML), status.build, 503)
        missing = find(self.output, "/404.html")
        if not isinstance(missing, File):
            text = f"Nothing stands at {address}, and the site has no 404.html."
            missing = File(notice("Page not found", text), HTML)
        return response(missing, status.build, 404, script)

    def is_built(self) -> bool:
        return self.output.is_dir() and any(self.output.iterdir())

    async def stream(self, _request: Request) -> Response:
        """The status of the build, now and after each build."""

        async def lines() -> AsyncIterator[str]:
            yield f"retry: {RETRY}\n\n"
            async for status in self.events.stream():
                data = asdict(status) | {"token": self.events.token}
                yield f"data: {json.dumps(data)}\n\n"

        return StreamingResponse(lines(), headers=NO_STORE, media_type="text/event-stream")

    async def fix(self, request: Request) -> Response:
        """Fix a problem, or all: {build, number}; 204, or words with the reason why not."""
        if not self.is_own(request):
            return PlainTextResponse(FOREIGN, 403, NO_STORE)
        try:
            wish = json.loads(await request.body())
            build, number = wish["build"], wish["number"]
            if build != self.events.status.build or not isinstance(number, int | None):
                raise RefusedError(OUTDATED)
            self.fixes.fix(number)
        except (ValueError, KeyError, TypeError):
            return PlainTextResponse(OUTDATED, 400, NO_STORE)
        except RefusedError as error:
            return PlainTextResponse(str(error), 409, NO_STORE)
        except OSError as error:
            reason = (error.strerror or "unknown").lower()
            return PlainTextResponse(UNWRITTEN.format(reason=reason), 500, NO_STORE)
        return Response(status_code=204, headers=NO_STORE)

    def is_own(self, request: Request) -> bool:
        """Whether a page of this preview asks."""
        origin, token = request.headers.get("origin"), request.headers.get("x-preview-token", "")
        same = origin == f"http://{request.headers.get('host', '')}"
        shown = self.forwarded is not None and origin in self.forwarded.origins
        return (same or shown) and secrets.compare_digest(
            token.encode(), self.events.token.encode()
        )


async def own_file(request: Request) -> Response:
    """A script or a style of the preview's own."""
    path = Path(__file__).with_name(Path(request.scope["path"]).name)
    return FileResponse(path, headers=NO_STORE, media_type=media_type(path.name))


def response(file: File, build: str, status: int = 200, script: bytes = b"") -> Response:
    """A file; a page gets the preview's script, and `script` before everything else."""
    is_page = file.media_type.startswith("text/html")
    content = with_script(file.content, build, script) if is_page else file.content
    return Response(content, status, NO_STORE | {"Content-Type": file.media_type})


def application(  # noqa: PLR0913  (each answers some of the requests)
    output: Path,
    events: BuildEvents,
    travel: TimeTravel,
    fixes: Fixes,
    editor: Editor,
    *,
    guide: StyleGuide | None = None,
    forwarded: Forwarded | None = None,
) -> Starlette:
    preview = Preview(output, events, travel, fixes, guide, forwarded)
    routes = [
        Route("/_preview/events", preview.stream),
        Route("/_preview/fix", preview.fix, methods=["POST"]),
        *(Route(f"/_preview/{name}", own_file) for name in SCRIPTS),
        *editor.routes(),
        Route("/{address:path}", preview.page),
    ]
    hosts = (*HOSTS, forwarded.host) if forwarded else HOSTS
    trusted = Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)
    return Starlette(routes=routes, middleware=[trusted])
