"""The cache: made once, the same as made anew, never a reason to fail."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.core import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "ROOT", tmp_path)
    return tmp_path / "things"


def made_again() -> bytes:
    raise AssertionError("it was there already")


def test_what_was_made_once_is_read() -> None:
    """A build does no work twice."""
    assert cache.kept("things", "one", lambda: b"content") == b"content"
    assert cache.kept("things", "one", made_again) == b"content"


@pytest.mark.parametrize("damage", [b"", b"content", bytes(31), bytes(32) + b"content"])
def test_a_damaged_entry_is_made_again(folder: Path, damage: bytes) -> None:
    """A disk that was full, or a machine that lost power, must not reach a page."""
    cache.kept("things", "one", lambda: b"content")
    (folder / "one").write_bytes(damage)
    assert cache.kept("things", "one", lambda: b"anew") == b"anew"
    assert cache.kept("things", "one", made_again) == b"anew"


def test_a_folder_that_cannot_be_written_costs_time_alone(folder: Path) -> None:
    """Some build where they may only read."""
    folder.write_text("in the way")
    assert cache.kept("things", "one", lambda: b"content") == b"content"
    assert cache.kept("things", "one", lambda: b"content") == b"content"
    assert folder.read_text() == "in the way"


def test_entries_that_nobody_asks_for_go(folder: Path) -> None:
    """Titles change; their old cards must not fill the disk."""
    for name in ("old", "used"):
        cache.kept("things", name, lambda: b"content")
        os.utime(folder / name, (0, 0))
    cache.kept("things", "used", made_again)
    cache.kept("things", "new", lambda: b"content")
    assert {path.name for path in folder.iterdir()} == {"new", "used"}


def test_a_key_tells_apart_what_differs(tmp_path: Path) -> None:
    """Two inputs with one key would share one result."""
    (tmp_path / "file").write_text("ab")
    assert cache.key("ab", b"c") == cache.key(tmp_path / "file", "c")
    assert len({cache.key("ab", "c"), cache.key("a", "bc"), cache.key("abc")}) == 3


def test_many_builds_at_once_see_whole_entries(folder: Path) -> None:
    """Each writes beside it and renames."""
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda _: cache.kept("things", "one", lambda: b"content"), range(200))
        assert set(found) == {b"content"}
    assert [path.name for path in folder.iterdir()] == ["one"]
