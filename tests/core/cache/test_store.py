"""The cache: made once, the same as made anew, never a reason to fail."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.core.cache import seal, store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "ROOT", tmp_path)
    monkeypatch.setattr(store, "_grown", set())
    return tmp_path / "things"


def last_used(path: Path, before: float) -> None:
    """Seconds before this process began."""
    os.utime(path, (store.STARTED - before,) * 2)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def made_again() -> bytes:
    raise AssertionError("it was there already")


def test_what_was_made_once_is_read() -> None:
    """A build does no work twice."""
    assert store.cached("things", "one", lambda: b"content") == b"content"
    assert store.cached("things", "one", made_again) == b"content"


@pytest.mark.parametrize("damage", [b"", b"content", bytes(31), bytes(32) + b"content"])
def test_a_damaged_entry_is_made_again(folder: Path, damage: bytes) -> None:
    """A disk that was full, or a machine that lost power, must not reach a page."""
    store.cached("things", "one", lambda: b"content")
    (folder / "one").write_bytes(damage)
    assert store.cached("things", "one", lambda: b"anew") == b"anew"
    assert store.cached("things", "one", made_again) == b"anew"


def test_a_folder_that_cannot_be_written_costs_time_alone(folder: Path) -> None:
    """Some build where they may only read."""
    folder.write_text("in the way")
    assert store.cached("things", "one", lambda: b"content") == b"content"
    assert store.cached("things", "one", lambda: b"content") == b"content"
    assert folder.read_text() == "in the way"


def test_an_entry_in_the_place_of_another_is_made_again(folder: Path) -> None:
    """Whole, but not what was asked for: a copy, a folder that was restored by hand, a disk that
    gives the wrong file."""
    store.cached("things", "one", lambda: b"of one")
    store.cached("things", "two", lambda: b"of two")
    store.cached("others", "one", lambda: b"of others")
    (folder / "two").replace(folder / "one")
    assert store.cached("things", "one", lambda: b"anew") == b"anew"
    (folder.with_name("others") / "one").replace(folder / "one")
    assert store.cached("things", "one", lambda: b"anew") == b"anew"


def test_an_entry_that_another_machine_put_there_is_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in an entry reaches pages: a job of CI that may write the cache, and has not the
    key, must not. A plain hash, which anybody can compute, is no seal."""
    store.put(folder / "one", b"content")
    forged = hashlib.sha256(b"things/one\nforged").digest() + b"forged"
    (folder / "one").write_bytes(forged)
    assert store.read(folder / "one") is None
    monkeypatch.setattr(seal, "key", lambda: b"of another machine")
    store.put(folder / "one", b"forged")
    monkeypatch.undo()
    assert store.read(folder / "one") is None


def test_machines_with_the_same_key_share_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """CI gets it as a secret; without one each run has its own."""
    monkeypatch.setenv("CACHE_KEY", "shared")
    assert seal.key.__wrapped__() == b"shared"


def test_the_key_of_a_machine_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build must read what this one kept; nobody else may."""
    monkeypatch.delenv("CACHE_KEY", raising=False)
    monkeypatch.setattr(seal, "KEY", tmp_path / "kept/cache-key")
    first = seal.key.__wrapped__()
    assert (len(first), seal.key.__wrapped__()) == (seal.SIZE, first)
    assert seal.KEY.stat().st_mode & 0o777 == 0o600
    seal.KEY.unlink()
    seal.KEY.mkdir()  # it can neither be read nor written
    assert seal.key.__wrapped__() != first


def test_entries_that_nobody_asks_for_go(folder: Path) -> None:
    """Titles change; their old cards must not fill the disk."""
    for name in ("old", "used"):
        store.cached("things", name, lambda: b"content")
        os.utime(folder / name, (0, 0))
    store.cached("things", "used", made_again)
    store.sweep()
    assert names(folder) == ["used"]


def test_a_folder_beyond_its_bound_loses_what_was_used_least_recently(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A month of a site whose pictures change daily must not fill the disk either."""
    monkeypatch.setattr(store, "LARGEST", 3 * (seal.SIZE + 100))
    for before, name in enumerate(("a", "d", "b", "c")):
        store.cached("things", name, lambda: bytes(100))
        last_used(folder / name, 60 * before)
    store.cached("things", "new", lambda: bytes(100))
    store.sweep()
    assert names(folder) == ["a", "d", "new"]


def test_what_the_process_used_stays_whatever_its_size(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that needs more than the bound would else make the same cards in every build."""
    monkeypatch.setattr(store, "LARGEST", 100)
    for name in ("read", "gone"):
        store.cached("things", name, lambda: bytes(100))
        last_used(folder / name, 60)
    store.cached("things", "read", made_again)
    store.cached("things", "made", lambda: bytes(100))
    store.sweep()
    assert names(folder) == ["made", "read"]


def test_a_key_tells_apart_what_differs(tmp_path: Path) -> None:
    """Two inputs with one key would share one result."""
    (tmp_path / "file").write_text("ab")
    assert store.key("ab", b"c") == store.key(tmp_path / "file", "c")
    assert len({store.key("ab", "c"), store.key("a", "bc"), store.key("abc")}) == 3


def test_many_builds_at_once_see_whole_entries(folder: Path) -> None:
    """Each writes beside it and renames."""
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda _: store.cached("things", "one", lambda: b"content"), range(200))
        assert set(found) == {b"content"}
    assert names(folder) == ["one"]
