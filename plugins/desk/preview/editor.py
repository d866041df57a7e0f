"""Editor: /admin/ in the preview, over the project's own folder, and /desk/.

Reads   the editor's page and scripts; its packages, once they are fetched; the forms, from a
        process of its own
Gives   routes(), each file as it is now; whether a file has changed since the editor read it.
        /admin/ has no script of the preview: a page that reloads after each save would lose what
        somebody types
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from plugins.core.model.media_types import media_type
from plugins.core.paths import PLUGINS
from plugins.desk.preview.events import BuildEvents
from plugins.desk.preview.inject import notice, with_script
from plugins.desk.preview.own_pages import ask
from plugins.editor.packages import installed
from plugins.editor.page import own_files

HTML = "text/html; charset=utf-8"
STYLES = PLUGINS / "desk/page/desk.css"
NO_STORE = {"Cache-Control": "no-store"}
NOT_THERE = "The editor has no file of this name."


class Editor:
    """The responses below /admin/ and /desk/."""

    def __init__(self, settings: str, content: Path, events: BuildEvents) -> None:
        self.settings, self.content, self.events = settings, content, events

    @cached_property
    def packages(self) -> dict[str, bytes]:
        return dict(installed())

    def routes(self) -> list[Route]:
        return [
            Route("/admin", self.with_slash),
            Route("/admin/config.json", self.config),
            Route("/admin/unchanged/{digest}", self.unchanged),
            Route("/admin/{name:path}", self.file),
            Route("/desk", self.with_slash),
            Route("/desk/", self.desk),
            Route("/_preview/desk.css", self.styles),
        ]

    async def with_slash(self, request: Request) -> Response:
        return Response(status_code=308, headers=NO_STORE | {"Location": f"{request.url.path}/"})

    async def config(self, _request: Request) -> Response:
        fine, text = await ask("editor", self.settings, self.content)
        if fine and not self.packages:
            del self.packages  # somebody may have fetched them meanwhile
        kind = media_type("config.json" if fine else "words.txt")
        return Response(text, 200 if fine else 500, NO_STORE, media_type=kind)

    async def file(self, request: Request) -> Response:
        name = request.path_params["name"] or "index.html"
        content = own_files().get(name) or self.packages.get(name)
        if content is None:
            return PlainTextResponse(NOT_THERE, 404, NO_STORE)
        return Response(content, headers=NO_STORE, media_type=media_type(name))

    async def unchanged(self, request: Request) -> Response:
        """204 while a file of content/ has the text with this hash; 409 when none has it."""
        digest = request.path_params["digest"]
        paths = (*self.content.glob("*/*.md"), *self.content.glob("*.yaml"))
        found = any(digest_of(path) == digest for path in paths)
        return Response(status_code=204 if found else 409, headers=NO_STORE)

    async def desk(self, _request: Request) -> Response:
        """The page, which reloads after each build; or what keeps it from being made."""
        fine, text = await ask("desk", self.settings, self.content)
        html = text.encode() if fine else notice("The desk waits for the content", text)
        content = with_script(html, self.events.status.build)
        return Response(content, 200 if fine else 500, NO_STORE, media_type=HTML)

    async def styles(self, _request: Request) -> Response:
        return FileResponse(STYLES, headers=NO_STORE, media_type=media_type(STYLES.name))


def digest_of(path: Path) -> str:
    """The hash of a text as the editor reads it: without the blanks around it."""
    text = path.read_text(encoding="utf-8-sig", errors="replace").strip()
    return hashlib.sha256(text.encode()).hexdigest()
