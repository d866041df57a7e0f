"""Service worker: the worker of a site, as text.

Reads   sw.js beside this module; the finished pages that the worker keeps, one a language
Gives   worker(): what to keep, in a cache named by its hash; then sw.js, minified
Why     the pages name their script by hash, so their own hash stands for all that is kept: another
        page is another worker, and a build that changes nothing of it changes no byte here
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from plugins.core.design.minify import script
from plugins.core.model.fingerprints import ASSETS, LENGTH

CODE = Path(__file__).with_name("sw.js")
CACHE = "offline-"  # and the hash of the page that is kept
SCRIPT = re.compile(rf'"(/{ASSETS}/[^"]+\.js)"')


def worker(pages: Mapping[str, str]) -> str:
    """The worker that keeps pages, by their address, and the script that they name. The first page
    whose folder an address is in stands for it."""
    digest = hashlib.sha256("".join(pages.values()).encode()).hexdigest()[:LENGTH]
    scripts = {found[1] for html in pages.values() if (found := SCRIPT.search(html))}
    if len(scripts) != 1:
        raise ValueError("the pages that are kept must have one script, the same")
    known = json.dumps([*pages], separators=(",", ":"))
    values = f'const CACHE="{CACHE}{digest}",PAGES={known},SCRIPT="{scripts.pop()}";'
    return f"{values}\n{script(CODE)}\n"
