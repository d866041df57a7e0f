"""Versions of a small site, and a reader who sees at once when one is not whole."""

from __future__ import annotations

import hashlib
import re
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from tests.sites import write
from tests.tools import required

needs_rsync = pytest.mark.skipif(
    not shutil.which("rsync") and not required(), reason="rsync is not on this machine"
)
VERSIONS = ("one", "two")
PICTURES = 6
PAGES = ("index.html", "about/index.html", "contact/index.html", "404.html")
Read = Callable[[str], bytes | None]


@cache
def site(version: str) -> Mapping[str, bytes]:
    """Every file of a version. Pages name its assets and link to each other; one page and one
    other file are in this version alone."""
    assets = dict(asset(f"{version} {number}") for number in range(PICTURES))
    pages = (*PAGES, f"offers/{version}/index.html")
    return {
        **assets,
        **{name: html(version, name, assets, pages) for name in pages},
        "sitemap.xml": f"<urlset><!-- {version} --></urlset>".encode(),
        "favicon.ico": b"the same in every version",
        f"offers/{version}.ics": version.encode(),
    }


def asset(text: str) -> tuple[str, bytes]:
    """A file that is named by its content, large enough not to arrive at once."""
    content = (f"/* {text} */\n" * 2000).encode()
    return f"assets/{hashlib.sha256(content).hexdigest()[:10]}.css", content


def html(version: str, name: str, assets: Mapping[str, bytes], pages: tuple[str, ...]) -> bytes:
    named = [f'<link rel="stylesheet" href="/{one}">' for one in assets]
    links = [f'<a href="/{one}">{one}</a>' for one in pages]
    return "\n".join([f"<p>{version} {name}", *named, *links, "end"]).encode()


def put(folder: Path, version: str) -> Path:
    """The version as a folder, as a build leaves it."""
    output = folder / version
    if not output.exists():
        write(output, site(version))
    return output


def faults(read: Read) -> list[str]:
    """What is wrong with the site that a visitor reads: a page that is neither that of one version
    nor of the other, a file that a page names or leads to and that is not there."""
    names = sorted({name for version in VERSIONS for name in site(version)})
    found = []
    for name in (name for name in names if name.endswith(".html")):
        content = read(name)
        if content is None:
            continue
        if content not in [site(version).get(name) for version in VERSIONS]:
            found.append(f"{name} is torn: {content[-40:]!r}")
        for other in re.findall(rb'href="/([^"]+)"', content):
            if read(other.decode()) is None and read(name) == content:
                found.append(f"{name} names {other.decode()}")
    return found


@contextmanager
def reading(read: Read) -> Iterator[list[str]]:
    """Visitors, all the while; what they find wrong."""
    found: list[str] = []
    rounds: list[int] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            found.extend(faults(read))
            rounds.append(1)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    yield found
    stop.set()
    thread.join(20)
    assert rounds, "nobody looked"


def reader(folder: Path) -> Read:
    """Reads a folder as a web server does: by name."""

    def read(name: str) -> bytes | None:
        try:
            return (folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    return read
