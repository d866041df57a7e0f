"""Worker: the service worker of a site, as text.

Reads   sw.js beside this module; the finished page that the worker keeps
Gives   worker(): what to keep, in a cache named by its hash; sw.js without what only people need
Why     the page names its script by hash, so its own hash stands for all that is kept: another
        page is another worker, and a build that changes nothing of it changes no byte here
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from plugins.core.model.fingerprints import ASSETS, LENGTH

CODE = Path(__file__).with_name("sw.js")
SCRIPT = re.compile(rf'"(/{ASSETS}/[^"]+\.js)"')
REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
# In sw.js no string has a space, and a semicolon ends each statement.
SPACE = re.compile(r"\s*([][{}(),;.:=?&!>]+)\s*")
LAST = re.compile(r"[,;](?=[]})])")


def worker(address: str, html: str) -> str:
    """The worker that keeps a page and the script that it names."""
    digest = hashlib.sha256(html.encode()).hexdigest()[:LENGTH]
    kept = f'const CACHE="offline-{digest}",PAGE="{address}",SCRIPT="{script(html)}";'
    return f"{kept}\n{packed(CODE.read_text(encoding='utf-8'))}\n"


def script(html: str) -> str:
    found = SCRIPT.search(html)
    if found is None:
        raise ValueError("the page that is kept has no script")
    return found[1]


def packed(code: str) -> str:
    return LAST.sub("", SPACE.sub(r"\1", REMARK.sub("", code))).strip()
