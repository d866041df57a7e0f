"""Inject: adds the preview's scripts to a page; writes a page when output/ has none.

Gives   with_script(): a page with the live reload script, and another one before everything else
        notice(): a page with a message
Source  a module and no inline code: works under script-src 'self'
"""

from __future__ import annotations

import re
from html import escape

HEAD_START = re.compile(rb"<head(\s[^>]*)?>|<!doctype[^>]*>(?!\s*<(html|head))", re.IGNORECASE)
HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
SCRIPT = '<script src="/_preview/live_reload.js" data-build="{build}" type="module"></script>'
NOTICE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
<pre style="white-space: pre-wrap">{text}</pre>
</body>
</html>
"""


def with_script(page: bytes, build: str, first: bytes = b"") -> bytes:
    """The page with the script; `build` names the build of the page.

    first: an element to put before everything else in the head
    """
    start = HEAD_START.search(page)
    page = insert(page, first, start.end() if start else 0)
    end = HEAD_END.search(page)
    return insert(page, SCRIPT.format(build=build).encode(), end.start() if end else len(page))


def insert(page: bytes, element: bytes, position: int) -> bytes:
    return page[:position] + element + page[position:]


def notice(title: str, text: str) -> bytes:
    """A page of our own, when output/ has none."""
    return NOTICE.format(title=escape(title), text=escape(text)).encode()
