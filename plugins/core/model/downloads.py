"""Downloads: files of content/files/ that visitors open in a program of their own.

Gives   FILES, their folder; FILE_TYPES, those that it may hold; described(): type and size of one
Why     PDF: forms and price lists look everywhere as they were made, on paper too. MP3: something
        to listen to. Every phone opens both. What an office program saves can carry macros, looks
        different elsewhere, and asks for that program
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.core.model.site import Site

FILES = "files"
FILE_TYPES = (".pdf", ".mp3")
KILO = 1000


def described(site: Site, address: str) -> str:
    """The type and the size of the file at an address, "PDF, 120 KB"; "" when there is none."""
    path = site.files.get(address.removeprefix(f"/{FILES}/")) if address.startswith("/") else None
    return type_and_size(site, path) if path else ""


def type_and_size(site: Site, path: Path) -> str:
    kilobytes = -(-path.stat().st_size // KILO)
    kind = path.suffix.lstrip(".").upper()
    if kilobytes < KILO:
        return str(site.words.downloads.kilobytes(type=kind, size=kilobytes))
    return str(site.words.downloads.megabytes(type=kind, size=-(-kilobytes // KILO)))
