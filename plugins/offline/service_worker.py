"""Service worker: the worker of a site, as text.

Reads   sw.js beside this module; the finished page that the worker keeps
Gives   worker(): what to keep, in a cache named by its hash; then sw.js, minified
Why     the page names its script by hash, so its own hash stands for all that is kept: another
        page is another worker, and a build that changes nothing of it changes no byte here
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from plugins.core.design.minify import script
from plugins.core.model.fingerprints import ASSETS, LENGTH

CODE = Path(__file__).with_name("sw.js")
CACHE = "offline-"  # and the hash of the page that is kept
SCRIPT = re.compile(rf'"(/{ASSETS}/[^"]+\.js)"')


def worker(address: str, html: str) -> str:
    """The worker that keeps a page and the script that it names."""
    digest = hashlib.sha256(html.encode()).hexdigest()[:LENGTH]
    values = f'const CACHE="{CACHE}{digest}",PAGE="{address}",SCRIPT="{script_of(html)}";'
    return f"{values}\n{script(CODE)}\n"


def script_of(html: str) -> str:
    found = SCRIPT.search(html)
    if found is None:
        raise ValueError("the page that is kept has no script")
    return found[1]
