"""A host as good ones are: brotli or gzip, whichever the browser takes, and the site's headers.

Gives   hosting(): the address of a folder on loopback, while the block runs
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import brotli
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from plugins.desk.preview.static_files import File, Redirect, find
from tests.headers import headers_of

# Pictures and fonts are compressed already.
PACKED = ("image/avif", "image/webp", "image/jpeg", "image/png", "font/")


@lru_cache(maxsize=512)
def packed(content: bytes, coding: str) -> bytes:
    """The content, packed as tightly as a host packs what it keeps."""
    return bytes(brotli.compress(content)) if coding == "br" else gzip.compress(content)


def coding(request: Request, media_type: str) -> str | None:
    """How to pack an answer: the best that the browser takes, nothing for what is packed."""
    taken = [one.split(";")[0].strip() for one in request.headers["accept-encoding"].split(",")]
    known = [one for one in ("br", "gzip") if one in taken]
    return known[0] if known and not media_type.startswith(PACKED) else None


def answer(request: Request, folder: Path) -> Response:
    """The file at the address, a redirect to it, or the site's own page for what is not there."""
    address = request.url.path
    found = find(folder, address)
    if isinstance(found, Redirect):
        return RedirectResponse(found.address, 308)
    missing = found is None
    file = find(folder, "/404.html") if found is None else found
    if not isinstance(file, File):
        return Response(status_code=404)
    content = file.content
    headers = dict(headers_of(folder, address))
    if chosen := coding(request, file.media_type):
        content = packed(content, chosen)
        headers |= {"content-encoding": chosen, "vary": "accept-encoding"}
    headers["content-type"] = file.media_type
    return Response(content, 404 if missing else 200, headers)


@contextmanager
def hosting(folder: Path, delay: float = 0.0) -> Iterator[str]:
    """Serve a folder at a free port of this machine; its address.

    delay: seconds until an answer sets out, as on the way to a host in another building
    """

    async def reply(request: Request) -> Response:
        await asyncio.sleep(delay)
        return answer(request, folder)

    app = Starlette(routes=[Route("/{path:path}", reply)])
    door = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([door],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    door.close()
