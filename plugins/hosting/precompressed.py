"""Packed: copies of text files as tightly packed as a server could do it only slowly.

Gives   packed(): a File for each copy that is worth it, .gz and .br beside the original
Keeps   .cache/packed/, by what a file holds and how it is packed
Source  RFC 1952 (no name, no time: the same bytes everywhere) and RFC 7932; nginx: gzip_static,
        brotli_static; Caddy: precompressed
"""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import brotli

from plugins.core.cache.store import kept, key
from plugins.core.model.media_types import is_text, media_type
from plugins.core.model.pages import File

SMALLEST = 512  # bytes; less fits into one packet anyhow
# What writes a .gz: the library, and the Python that writes the lines around it.
ZLIB = (zlib.ZLIB_RUNTIME_VERSION, sys.version)
WORTH = 0.9  # of the original: what saves less is not worth a file
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "gz": partial(gzip.compress, compresslevel=9, mtime=0),
    "br": partial(brotli.compress, quality=11),
}


def packed(name: str, content: bytes) -> Iterator[File]:
    """The copies of a file, like "about/index.html"."""
    if len(content) < SMALLEST or not is_text(media_type(name).split(";")[0]):
        return
    for ending, pack in PACKERS.items():
        entry = key(content, ending, brotli.__version__, *ZLIB, Path(__file__))
        copy = kept("packed", entry, partial(pack, content))
        if len(copy) < WORTH * len(content):
            yield File(f"/{name}.{ending}", copy)
