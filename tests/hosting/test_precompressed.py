"""Copies that are packed when the site is built."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import brotli
import pytest

from plugins.core.cache import store
from plugins.hosting.precompressed import compressed_copies
from tests.build.conftest import Project

TEXT = b"Hands that know what they do. " * 100


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "ROOT", tmp_path / ".cache")


def test_text_has_two_copies() -> None:
    """Every browser takes one of them."""
    zipped, br = compressed_copies("about/index.html", TEXT)
    assert (zipped.address, br.address) == ("/about/index.html.gz", "/about/index.html.br")
    assert isinstance(zipped.content, bytes)
    assert gzip.decompress(zipped.content) == brotli.decompress(br.content) == TEXT
    assert zipped.content[3:8] == bytes(5)  # neither a name nor a time
    assert zipped.content[8:10] == b"\x02\x03"  # best, Unix; Python 3.13's gzip writes 255 there


def test_a_copy_is_made_once(tmp_path: Path) -> None:
    """Packing tightly takes a while; and what was kept is what would be made."""
    first = list(compressed_copies("a.html", TEXT))
    assert len(list((tmp_path / ".cache/packed").iterdir())) == 2
    assert list(compressed_copies("a.html", TEXT)) == first


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.jpg", TEXT), ("a.txt", b"User-agent: *"), ("a.txt", hashlib.shake_256().digest(600))],
)
def test_what_would_not_get_smaller_has_none(name: str, content: bytes) -> None:
    """Pictures and fonts are packed already; a file of some words fits into one packet."""
    assert list(compressed_copies(name, content)) == []


def test_only_a_server_of_ones_own_gets_copies(bare: Project) -> None:
    """Other hosts pack by themselves, and would publish the copies as files."""
    bare.built(HOST="rsync")
    page = (bare.output / "404.html").read_bytes()
    assert b"Content-Security-Policy" in page
    assert gzip.decompress((bare.output / "404.html.gz").read_bytes()) == page
    bare.built(HOST="netlify")
    assert [path for path in bare.output.rglob("*") if path.suffix in (".gz", ".br")] == []
