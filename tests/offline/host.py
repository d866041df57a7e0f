"""A host that sends what _headers says, and that can be gone for a while.

Gives   Host: start(), stop() (its port refuses connections), asked: every address that was asked
"""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.desk.preview.static_files import File, find
from tests.headers import headers_of


class Host:
    """A folder on a free port of this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        self.asked: list[tuple[str, str]] = []
        self.server: ThreadingHTTPServer | None = None
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.asked.append((self.path, self.headers.get("Sec-Purpose", "")))
                host.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        address = request.path.partition("?")[0]
        found = find(self.folder, address)
        file = found if isinstance(found, File) else find(self.folder, "/404.html")
        assert isinstance(file, File)
        request.send_response(200 if file is found else 404)
        for name, value in headers_of(self.folder, address).items():
            request.send_header(name, value)
        request.send_header("Content-Type", file.media_type)
        request.send_header("Content-Length", str(len(file.content)))
        request.end_headers()
        request.wfile.write(file.content)

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None
