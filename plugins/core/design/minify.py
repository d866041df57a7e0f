"""Minify: stylesheets and scripts as browsers get them, without comments and with short names.

Reads   readable files of the theme and of features
Gives   styles(): a stylesheet with all that it imports; script(): one script
Keeps   scripts in .cache/scripts/: a build loads the library, a Go program, only after a change
Stops   with ContentError for a file that is missing, or not CSS or JavaScript
Lacks   the library moves `const {b} = a` before the `const`s right above it, also if these change
        `a`; tests/structure/test_scripts.py keeps such code out of our scripts
"""

from __future__ import annotations

import os
from pathlib import Path

import lightningcss

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path

FOLDER = "scripts"
LIBRARIES = ("lightningcss", "minify-go")


def styles(path: Path) -> str:
    """A stylesheet and all that it imports, each rule in its layer. Raises ContentError."""
    try:
        # It reads names as UTF-8, whatever Python takes the machine's names for.
        return lightningcss.bundle_css(os.fsencode(path).decode())
    except (ValueError, OSError) as error:
        raise ContentError([unreadable(path, str(error))]) from error


def script(path: Path) -> str:
    """A script, in a block of its own: no other sees its names. Raises ContentError."""
    try:
        text = f"{{{path.read_text(encoding='utf-8')}}}"
        name = key(Path(__file__), *map(version, LIBRARIES), text)
        return cached(FOLDER, name, lambda: minified(text)).decode()
    except (ValueError, OSError) as error:
        raise ContentError([unreadable(path, str(error).partition("\n")[0])]) from error


def minified(text: str) -> bytes:
    import minify  # noqa: PLC0415  (see Keeps)

    code: str = minify.string("application/javascript", text)
    return code.encode()


def unreadable(path: Path, found: str) -> Problem:
    needed = "styles and scripts that a browser can read"
    return Problem(
        display_path(path), 0, "", found, needed, "correct it, or show this to a developer"
    )
