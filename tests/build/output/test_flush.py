"""What is published survives a power cut."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.build.output.atomic import flush_all


def test_a_system_without_syncfs_flushes_every_file_and_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """macOS; a name is kept by its folder, the words by the file."""
    (tmp_path / "offers").mkdir()
    for page in ("index.html", "offers/index.html"):
        (tmp_path / page).write_text(page)
    flushed = []
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino))
    flush_all(tmp_path)
    paths = [tmp_path, *tmp_path.rglob("*")]
    assert sorted(flushed) == sorted(path.stat().st_ino for path in paths)


def test_a_disk_that_could_not_keep_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing succeeded long before the disk noticed the fault."""

    def syncfs(_: int) -> int:
        ctypes.set_errno(errno.EIO)
        return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(syncfs=syncfs))
    with pytest.raises(OSError, match="Input/output error"):
        flush_all(tmp_path)
