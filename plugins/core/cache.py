"""Cache: what was made once from the same inputs by the same code is read, not made again.

Gives   kept(): bytes from .cache/<folder>/, or made and put there; key(): a hash of the inputs
Units   an entry is the SHA-256 of its content and the content; one that is damaged is made again;
        one that no build has asked for in KEEP seconds goes when another comes
Stops   nothing: a folder that cannot be written costs time. Deleting .cache/ does, too
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2] / ".cache"
KEEP = 30 * 24 * 3600
DIGEST = 32


def key(*parts: str | bytes | Path) -> str:
    """The hash of texts, bytes, and the content of files; the order counts."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part
        data = data.encode() if isinstance(data, str) else data
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


def kept(folder: str, name: str, make: Callable[[], bytes]) -> bytes:
    """The entry of that name, made when it is not there. The name holds all that it depends on."""
    path = ROOT / folder / name
    content = read(path)
    if content is None:
        content = make()
        put(path, content)
    return content


def read(path: Path) -> bytes | None:
    """An entry as it was put there, marked as used now; None when there is none."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    content = data[DIGEST:]
    if hashlib.sha256(content).digest() != data[:DIGEST]:
        return None
    with suppress(OSError):
        os.utime(path)
    return content


def put(path: Path, content: bytes) -> None:
    """Write an entry, whole or not at all, and drop those that nobody asks for any more."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(hashlib.sha256(content).digest() + content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        sweep(path.parent, time.time() - KEEP)


def sweep(folder: Path, before: float) -> None:
    """Delete the entries last used before an instant, in seconds since 1970."""
    for path in folder.iterdir():
        with suppress(OSError):
            if path.stat().st_mtime < before:
                path.unlink()
