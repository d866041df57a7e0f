"""Editor: /admin/ in the preview, over the project's own folder, and /desk/.

Reads   the editor's page and scripts; its packages, once they are fetched; the forms, from a
        process of its own
Gives   routes(), each file as it is now; below /desk/share/ what an offer is shared with, made when
        somebody asks for it; whether a file has changed since the editor read it.
        /admin/ has no script of the preview: a page that reloads after each save would lose what
        somebody types
"""

from __future__ import annotations

import base64
import hashlib
from functools import cached_property
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from plugins.core.model.media_types import media_type
from plugins.core.paths import PLUGINS
from plugins.core.reading.source_files import SLUG
from plugins.desk.preview.events import BuildEvents
from plugins.desk.preview.inject import notice, with_script
from plugins.desk.preview.own_pages import GOOGLE, ask
from plugins.editor.packages import installed
from plugins.editor.page import own_files

HTML = "text/html; charset=utf-8"
STYLES = PLUGINS / "desk/page/desk.css"
NO_STORE = {"Cache-Control": "no-store"}
NOT_THERE = "The editor has no file of this name."
NOT_SHARED = "No offer of this name runs or is to come."
FOREIGN = "Only a page of the preview may ask for this."
SHARED = ("square.png", "story.png", "caption.txt", "email.txt", "email.html", GOOGLE)
# The e-mail shows as it is, and can do nothing.
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


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
            Route("/desk/share/{slug}/{name}", self.share),
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
        found = any(
            digest_of(path) == digest
            for place in ("*.yaml", "*/*.yaml", "*/*.md", "*/*/*.md")  # and of each language
            for path in self.content.glob(place)
        )
        return Response(status_code=204 if found else 409, headers=NO_STORE)

    async def desk(self, _request: Request) -> Response:
        """The page, which reloads after each build; or what keeps it from being made."""
        fine, text = await ask("desk", self.settings, self.content)
        html = text.encode() if fine else notice("The desk waits for the content", text)
        content = with_script(html, self.events.status.build)
        return Response(content, 200 if fine else 500, NO_STORE, media_type=HTML)

    async def share(self, request: Request) -> Response:
        """A picture or a text of an offer. Drawing takes a second, so no other site may ask."""
        slug, name = (request.path_params[key] for key in ("slug", "name"))
        if request.headers.get("sec-fetch-site") == "cross-site":
            return PlainTextResponse(FOREIGN, 403, NO_STORE)
        fine, text = True, ""
        if name in SHARED and SLUG.fullmatch(slug):
            fine, text = await ask("share", self.settings, self.content, slug, name)
        if not fine:
            return PlainTextResponse(text, 500, NO_STORE)
        if not text:
            return PlainTextResponse(NOT_SHARED, 404, NO_STORE)
        headers = NO_STORE | {"Content-Security-Policy": SANDBOX}
        return Response(base64.b64decode(text), headers=headers, media_type=media_type(name))

    async def styles(self, _request: Request) -> Response:
        return FileResponse(STYLES, headers=NO_STORE, media_type=media_type(STYLES.name))


def digest_of(path: Path) -> str:
    """The hash of a text as the editor reads it: without the blanks around it."""
    text = path.read_text(encoding="utf-8-sig", errors="replace").strip()
    return hashlib.sha256(text.encode()).hexdigest()
