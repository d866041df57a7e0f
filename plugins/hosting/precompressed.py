"""Precompressed: copies of text files at the highest compression, too slow for each request.

Gives   compressed_copies(): a File for each copy that is worth it, .gz and .br beside the original
Keeps   .cache/packed/, by content and compressor
Source  RFC 1952 (no name, no time: the same bytes everywhere) and RFC 7932; nginx: gzip_static,
        brotli_static; Caddy: precompressed
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import brotli

from plugins.core.cache.store import cached, key
from plugins.core.model.media_types import is_text, media_type
from plugins.core.model.pages import File

SMALLEST = 512  # bytes; less fits into one packet
ZLIB = zlib.ZLIB_RUNTIME_VERSION
GZIP = 16 + zlib.MAX_WBITS  # zlib writes the header; Python's gzip writes another in each version
WORTH = 0.9  # of the original size; a larger copy is not worth a file
COMPRESSORS: Mapping[str, Callable[[bytes], bytes]] = {
    "gz": partial(zlib.compress, level=9, wbits=GZIP),
    "br": partial(brotli.compress, quality=11),
}


def compressed_copies(name: str, content: bytes) -> Iterator[File]:
    """The copies of a file, like "about/index.html"."""
    if len(content) < SMALLEST or not is_text(media_type(name).split(";")[0]):
        return
    for ending, compress in COMPRESSORS.items():
        entry = key(content, ending, brotli.__version__, ZLIB, Path(__file__))
        copy = cached("packed", entry, partial(compress, content))
        if len(copy) < WORTH * len(content):
            yield File(f"/{name}.{ending}", copy)
