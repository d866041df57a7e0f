"""Hosts: the preview answers to this machine's own names alone.

Reads   the Host header
Stops   the request with 421 when it names another host: a web page whose name was bound anew to
        127.0.0.1 could otherwise read the preview with the visitor's browser
Source  DNS rebinding; RFC 9110, 15.5.20. Starlette's TrustedHostMiddleware cannot read [::1]
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OWN = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
REFUSAL = "The preview answers only to http://127.0.0.1 and http://localhost.\n"


class OwnHosts:
    """Lets a request through when it was meant for this machine."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.app
        if scope["type"] == "http" and not OWN.fullmatch(Headers(scope=scope).get("host", "")):
            answer = PlainTextResponse(REFUSAL, status_code=421)
        await answer(scope, receive, send)
