"""A file takes the place of another at once, or nothing changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.system.whole_files import write_whole


def test_the_new_content_has_the_mode_of_the_old(tmp_path: Path) -> None:
    """What staff may read together stays so."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_folders_come_with_the_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "notes/of/builds.json", b"{}")
    assert (tmp_path / "notes/of/builds.json").read_bytes() == b"{}"


def test_a_disk_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk tells late: when half is written."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def half(beside: Path, content: bytes) -> int:
        with beside.open("wb") as file:
            file.write(content[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert [path.read_bytes(), list(tmp_path.iterdir())] == [b"old", [path]]
