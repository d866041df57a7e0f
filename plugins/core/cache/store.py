"""Store: what was made once from the same inputs by the same code is read, not made again.

Gives   cached(): bytes from .cache/<folder>/, or made and put there; key(): a hash of the inputs
        sweep(), for the end of a build: makes room
Units   an entry is a seal (seal.py) and the content, sealed together with the entry's folder and
        name: one that is damaged, stands where another belongs, or that this machine did not put
        there, is made again
Room    entries go that nobody has asked for in KEEP seconds, and then, the least recently used
        first, what a folder has beyond LARGEST bytes; never what was used since the process began
Stops   nothing: a folder that cannot be written costs time. Deleting .cache/ does, too
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from plugins.core.cache.seal import SIZE, seal, sealed
from plugins.core.paths import CACHE
from plugins.core.system.whole_files import write_whole

ROOT = CACHE
KEEP = 30 * 24 * 3600
LARGEST = 256 * 1024**2  # what the cards of some 6,000 pages take
STARTED = time.time() - 1  # some disks keep no fractions of a second

_grown: set[Path] = set()  # folders into which this process has put something


def key(*parts: str | bytes | Path) -> str:
    """The hash of texts, bytes, and the content of files; the order counts."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part
        data = data.encode() if isinstance(data, str) else data
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


def cached(folder: str, name: str, make: Callable[[], bytes]) -> bytes:
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
    content = data[SIZE:]
    if not sealed(name_of(path), content, data[:SIZE]):
        return None
    with suppress(OSError):
        os.utime(path)
    return content


def put(path: Path, content: bytes) -> None:
    """Write an entry, whole or not at all."""
    with suppress(OSError):
        write_whole(path, seal(name_of(path), content) + content)
        _grown.add(path.parent)


def name_of(path: Path) -> str:
    """What an entry is sealed as."""
    return f"{path.parent.name}/{path.name}"


def sweep() -> None:
    """Make room in the folders that grew."""
    while _grown:
        with suppress(OSError):
            make_room(_grown.pop(), STARTED, time.time() - KEEP)


def make_room(folder: Path, used: float, old: float) -> None:
    """Delete entries last used before `old`, and while there is too much, the least recently used
    before `used`. Both in seconds since 1970."""
    with os.scandir(folder) as entries:
        found = sorted((one.stat().st_mtime, one.stat().st_size, one.path) for one in entries)
    total = sum(size for _, size, _ in found)
    for last, size, path in found:
        if last < old or (last < used and total > LARGEST):
            with suppress(OSError):
                Path(path).unlink()
                total -= size
