"""Files with a hash of their content in their names.

Gives   fingerprinted(): a File with such a name; fingerprinted_folder(): Files that refer to each
        other, in a folder with the hash of them all; FOREVER, the folders that hold nothing else;
        is_genuine(): whether a file is what its name says
        integrity(): the hash of a script as browsers compare it before they run it
        cache_control(): how long browsers and caches may keep a file
Why     a page names exactly the files that it was built with, so a half-finished upload never mixes
        two versions, and browsers keep each file for ever without asking again
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from plugins.core.model.pages import File

ASSETS = "assets"  # what pages are made of
CARDS = "cards"  # what networks show of a page, on pages of their own
IMAGES = "images"  # pictures of the practice, which others may show as well
FOREVER = (ASSETS, CARDS, IMAGES)
KEEP = "public, max-age=31536000, immutable"  # the name changes with the content
ASK = "public, max-age=0, must-revalidate"  # keep it, but ask whether it is still so
LENGTH = 10  # characters of the hash in a name


def fingerprinted(folder: str, name: str, content: str | bytes) -> File:
    """A file in one of the folders, like /assets/site.1db41713f2.js for "site.js"."""
    stem, _, suffix = name.rpartition(".")
    data = content.encode() if isinstance(content, str) else content
    digest = hashlib.sha256(data).hexdigest()[:LENGTH]
    return File(f"/{folder}/{stem}.{digest}.{suffix}", content)


def fingerprinted_folder(
    folder: str, name: str, contents: Mapping[str, bytes]
) -> tuple[tuple[File, ...], str]:
    """Files by their names in /assets/pagefind.1db41713f2/, and the address of that folder."""
    place = f"/{folder}/{name}.{digest_of(contents)}/"
    return tuple(File(place + one, content) for one, content in sorted(contents.items())), place


def digest_of(contents: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for one, content in sorted(contents.items()):
        whole.update(hashlib.sha256(one.encode()).digest() + hashlib.sha256(content).digest())
    return whole.hexdigest()[:LENGTH]


def is_genuine(site: Path, name: str) -> bool:
    """Whether a file like "assets/site.1db41713f2.js" has the content whose hash is in its name, or
    in that of its folder."""
    path = PurePosixPath(name)
    if not is_immutable(name) or (site / name).is_symlink():
        return False
    if len(path.parts) == 2:
        digest = hashlib.sha256((site / name).read_bytes()).hexdigest()[:LENGTH]
        return digest in path.name.split(".")[-2:-1]
    folder = site.joinpath(*path.parts[:2])
    files = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    return folder.name.rpartition(".")[2] == digest_of(files)


def integrity(file: File) -> str:
    content = file.content.encode() if isinstance(file.content, str) else file.content
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def is_immutable(name: str) -> bool:
    """Whether a file of the site, like "assets/site.1db41713f2.js", is one of these."""
    return name.startswith(tuple(f"{folder}/" for folder in FOREVER))


def cache_control(name: str) -> str:
    """The Cache-Control of a file of the site."""
    return KEEP if is_immutable(name) else ASK
