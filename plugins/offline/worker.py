"""Worker: the service worker of a site, as text.

Reads   sw.js beside this module; the finished page that the worker keeps
Gives   worker(): what to keep, in a cache named by its hash, and sw.js without its remarks
Why     the page names its script by hash, so its own hash stands for all that is kept: another
        page is another worker, and a build that changes nothing of it changes no byte here
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from plugins.core.hashed import LENGTH

CODE = Path(__file__).with_name("sw.js")
SCRIPT = re.compile(r'<script [^>]*\bsrc="(/[^"]+)"')
REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
# Spaces that only people need; sw.js has no string with one, and a semicolon after each statement.
SPACE = re.compile(r"\s*([][{}(),;:=?&!>]+)\s*")


def worker(address: str, html: str) -> str:
    """The worker that keeps a page and the script that it names."""
    digest = hashlib.sha256(html.encode()).hexdigest()[:LENGTH]
    code = SPACE.sub(r"\1", REMARK.sub("", CODE.read_text(encoding="utf-8")))
    kept = f'PAGE = "{address}", SCRIPT = "{script(html)}"'
    return f'const CACHE = "offline-{digest}", {kept};\n{code}\n'


def script(html: str) -> str:
    found = SCRIPT.search(html)
    if found is None:
        raise ValueError("the page that is kept has no script")
    return found[1]
