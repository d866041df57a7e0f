"""Fingerprint: what a site is made from, before anything is read.

Gives   of(): the hash of settings, code, theme and packages; "" for a build that leaves no record
        and reads none: a site to publish, a check, a look at another moment, code that is being
        written or was while this process ran, code or a theme with links to other files
        sources(): the file_stat of each file below content/
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.build.read.folders import is_litter
from plugins.core.cache import file_stat
from plugins.core.paths import PLUGINS, PROJECT

CONFIGURATIONS = ("pelicanconf.py", "publishconf.py")
STARTED = time.time_ns()  # about when the code of this process was read
PLAIN = (str, int, float, bool, type(None))


def sources(content: Path) -> dict[str, str]:
    """The file_stat of each file, by its name below content/."""
    return file_stat.scan(content, lambda name: not is_litter(name))


def of(settings: Mapping[str, Any], theme: Path) -> str:
    """The hash of all that content is built with."""
    if not settings["PREVIEW"] or settings.get("AT") or settings.get("CHECK_ONLY"):
        return ""
    code = file_stat.scan(PLUGINS, is_code)
    settings_files = {name: PROJECT / name for name in CONFIGURATIONS}
    code |= {name: file_stat.of(path) for name, path in settings_files.items() if path.is_file()}
    files = file_stat.scan(theme, lambda name: not is_litter(name))
    if any(map(file_stat.fresh, (*code.values(), *files.values()))) or written_since(code, STARTED):
        return ""
    whole = hashlib.sha256()
    for part in (
        *plain(settings),
        *(str(file_stat.total(one)) for one in (code, files)),
        *(sys.version, sys.prefix, str(Path.cwd())),
        *file_stat.packages(),
    ):
        whole.update(f"{part}\0".encode())
    return whole.hexdigest()


def is_code(name: str) -> bool:
    return name != "__pycache__" and not is_litter(name)


def written_since(found: Mapping[str, str], instant: int) -> bool:
    """Whether a file was written after an instant, so that this process has read another one."""
    return any(
        max(map(int, one.split(" ")[1:3])) > instant - file_stat.TICK for one in found.values()
    )


def plain(settings: Mapping[str, Any]) -> Iterator[str]:
    """The settings, in their order; functions and classes by their names."""
    for name, value in sorted(settings.items()):
        yield f"{name}={in_text(value)}"


def in_text(value: object) -> str:
    if isinstance(value, PLAIN):
        return repr(value)
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{name}:{in_text(one)}' for name, one in sorted(value.items()))}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(in_text, value))}]"
    return getattr(value, "__qualname__", type(value).__qualname__)
