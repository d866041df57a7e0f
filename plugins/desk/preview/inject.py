"""Pages: what is put into a page on its way out; a page for when there is none.

Gives   with_script: the page with the preview's script in its head, another one before all else
        notice: a page that says why there is no other
Source  a classic script with "defer" and no inline code: works under script-src 'self'
"""

from __future__ import annotations

import re
from html import escape

HEAD_START = re.compile(rb"<head(\s[^>]*)?>|<!doctype[^>]*>(?!\s*<(html|head))", re.IGNORECASE)
HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
SCRIPT = '<script src="/_preview/live_reload.js" data-build="{build}" defer></script>'
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
    """The page with the script, which learns from `build` how old the page is.

    first: what stands before everything else in the head
    """
    if first:
        start = HEAD_START.search(page)
        place = start.end() if start else 0
        page = page[:place] + first + page[place:]
    script = SCRIPT.format(build=build).encode()
    end = HEAD_END.search(page)
    place = end.start() if end else len(page)
    return page[:place] + script + page[place:]


def notice(title: str, text: str) -> bytes:
    """A page of our own, for when output/ has none to send."""
    return NOTICE.format(title=escape(title), text=escape(text)).encode()
