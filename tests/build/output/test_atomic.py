"""A new folder takes the place of an old one, with and without help of the system."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.build.output import atomic
from plugins.build.output.atomic import replace


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """The new folder, output, and the name aside; the first two exist."""
    new, output = tmp_path / "new", tmp_path / "output"
    for folder in (new, output):
        folder.mkdir()
        (folder / "page").write_text(folder.name)
    return new, output, tmp_path / "aside"


def on_disk(folder: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text() for path in folder.glob("*/page")}


def refuse_flags(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic, "_rename", refuse)


def test_both_folders_change_places(tmp_path: Path, folders: tuple[Path, Path, Path]) -> None:
    """In one step, so that no visitor finds nothing."""
    replace(*folders)
    assert on_disk(tmp_path) == {"new": "output", "output": "new"}


def test_a_first_site_moves_to_its_place(tmp_path: Path, folders: tuple[Path, Path, Path]) -> None:
    """There is nothing to exchange it with."""
    new, _, aside = folders
    replace(new, tmp_path / "first", aside)
    assert on_disk(tmp_path) == {"first": "new", "output": "output"}


def test_what_appears_in_the_last_moment_is_kept(
    tmp_path: Path, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even an empty folder is somebody's: a plain rename would replace it."""
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(FileExistsError):
        replace(*folders)
    assert on_disk(tmp_path) == {"new": "new", "output": "output"}


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_a_system_without_exchange_takes_two_steps(
    tmp_path: Path,
    folders: tuple[Path, Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    """NFS, older ZFS and shared folders of virtual machines cannot exchange."""
    refuse_flags(monkeypatch, number)
    replace(*folders)
    assert on_disk(tmp_path) == {"new": "output", "output": "new"}


def test_a_system_without_flags_moves_a_first_site(
    tmp_path: Path, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same systems also lack "do not replace"."""
    refuse_flags(monkeypatch, errno.EINVAL)
    new, _, aside = folders
    replace(new, tmp_path / "first", aside)
    assert on_disk(tmp_path) == {"first": "new", "output": "output"}


def test_a_second_step_that_fails_undoes_the_first(
    tmp_path: Path, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error must not leave the practice without a site."""
    refuse_flags(monkeypatch, errno.ENOSYS)
    _, output, aside = folders
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "missing", output, aside)
    assert on_disk(tmp_path) == {"new": "new", "output": "output"}


def test_a_real_refusal_is_no_reason_for_two_steps(
    tmp_path: Path, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk with a fault is left alone."""
    refuse_flags(monkeypatch, errno.EIO)
    with pytest.raises(OSError, match="Input/output error"):
        replace(*folders)
    assert on_disk(tmp_path) == {"new": "new", "output": "output"}


@pytest.mark.skipif(os.uname().machine not in atomic.NUMBERS, reason="no call number known here")
def test_a_c_library_without_renameat2_is_passed_by(
    tmp_path: Path, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """musl, on which small container images run, has the system call but no name for it."""
    musl = SimpleNamespace(syscall=ctypes.CDLL(None, use_errno=True).syscall)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: musl)
    replace(*folders)
    assert on_disk(tmp_path) == {"new": "output", "output": "new"}


@pytest.mark.parametrize(("target", "flag"), [("output", 2), ("first", 4)])
def test_macos_is_asked_in_its_own_words(
    tmp_path: Path,
    folders: tuple[Path, Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    target: str,
    flag: int,
) -> None:
    """RENAME_SWAP and RENAME_EXCL of renamex_np(2); there is no renameat2 there."""
    asked: list[tuple[Any, ...]] = []

    def renamex_np(*words: Any) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(renamex_np=renamex_np))
    new, _, aside = folders
    replace(new, tmp_path / target, aside)
    assert asked == [(bytes(new), bytes(tmp_path / target), flag)]


def test_an_unknown_system_takes_two_steps(
    tmp_path: Path, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It builds all the same, with a short gap."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())
    monkeypatch.setattr(atomic, "NUMBERS", {})
    replace(*folders)
    assert on_disk(tmp_path) == {"new": "output", "output": "new"}
