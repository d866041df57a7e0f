"""Seal: marks what this machine has kept, so that nothing else is taken for it.

Gives   seal(): a message authentication code of a name and a content; sealed(): whether a seal is
        that of both
Reads   CACHE_KEY in the environment, for machines that share a cache; else __pycache__/cache-key
        beside this file, made at random when it is missing. Not in .cache/, which may come from
        another machine: whoever can write there must not be able to write a page
Stops   nothing: a key that cannot be kept serves one process, and the next makes everything anew
Source  RFC 2104, HMAC with SHA-256
"""

from __future__ import annotations

import hmac
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

SIZE = 32  # bytes of a seal, and of a random key
KEY = Path(__file__).parent / "__pycache__/cache-key"


def seal(name: str, content: bytes) -> bytes:
    return hmac.digest(key(), f"{name}\n".encode() + content, "sha256")


def sealed(name: str, content: bytes, found: bytes) -> bool:
    return hmac.compare_digest(seal(name, content), found)


@cache
def key() -> bytes:
    if shared := os.environ.get("CACHE_KEY"):
        return shared.encode()
    fresh = secrets.token_bytes(SIZE)
    with suppress(OSError):
        KEY.parent.mkdir(exist_ok=True)
        keep(fresh)
    with suppress(OSError):
        kept = KEY.read_bytes()
        return kept if len(kept) == SIZE else fresh
    return fresh


def keep(fresh: bytes) -> None:
    """Write the key, whole, for its owner alone, unless another build was first. Raises OSError."""
    if KEY.exists():
        return
    beside = KEY.with_name(f"{KEY.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(fresh)
        KEY.hardlink_to(beside)
    finally:
        beside.unlink(missing_ok=True)
