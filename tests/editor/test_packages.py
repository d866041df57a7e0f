"""Packages: the editor that was tested, or none."""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import tarfile
from pathlib import Path

import pytest

from plugins.core.cache import store
from plugins.editor import packages


def archive(**files: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as made:
        for name, text in files.items():
            member = tarfile.TarInfo(f"package/{name.replace('__', '/')}")
            member.size = len(text)
            made.addfile(member, io.BytesIO(text.encode()))
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "ROOT", tmp_path)


def test_a_package_that_is_not_the_tested_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs where staff type the token of their repository."""
    monkeypatch.setattr(packages, "download", lambda _package: archive(npm__index="evil"))
    with pytest.raises(packages.FetchError, match="is not the package that was tested"):
        packages.fetch()
    assert packages.installed() == {}


def test_what_was_fetched_is_there_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build downloads nothing that it has."""
    made = {"sveltia/index.js": b"here"}
    monkeypatch.setattr(packages, "fetched", lambda _package: made.items())
    assert packages.fetch() == made
    monkeypatch.setattr(packages, "fetched", lambda _package: 1 / 0)
    assert packages.fetch() == packages.installed() == made


def test_a_machine_without_npm_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(packages, "find_spec", lambda _name: None)
    with pytest.raises(packages.FetchError) as error:
        packages.fetch()
    assert str(error.value) == "npm is not there to fetch it; type: make editor"


def test_only_what_browsers_ask_for_is_kept() -> None:
    """Maps of the source are three times as large as the editor."""
    digest = (
        "sha512-"
        + base64.b64encode(
            hashlib.sha512(content := archive(npm__index="code", LICENSE="free")).digest()
        ).decode()
    )
    package = packages.Package("one", "1.0", digest, "LICENSE", "npm", "own")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packages, "download", lambda _package: content)
        assert dict(packages.fetched(package)) == {"own/index": b"code", "own/LICENSE.txt": b"free"}
