"""Media types: what a file's name promises to the browser.

Gives   media_type(): the whole value of Content-Type; TYPES, every type that a site has, by ending
Why     one table, so that the preview and the configurations of servers say the same
Source  IANA's registry; text/javascript by RFC 9239
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

ANYTHING = "application/octet-stream"
TYPES: Mapping[str, str] = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pagefind": ANYTHING,  # the program and the index of the search, packed by themselves
    ".pdf": "application/pdf",
    ".pf_fragment": ANYTHING,
    ".pf_index": ANYTHING,
    ".pf_meta": ANYTHING,
    ".png": "image/png",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "text/xml",
}


def media_type(name: str) -> str:
    """The media type of a file; text says that it is UTF-8."""
    kind = TYPES.get(PurePosixPath(name).suffix.lower(), ANYTHING)
    return f"{kind}; charset=utf-8" if is_text(kind) else kind


def is_text(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
