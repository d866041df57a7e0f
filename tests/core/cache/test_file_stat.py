"""A file that was saved counts as changed, whatever time it shows."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.assets import assets
from plugins.core.cache.file_stat import stat_of
from plugins.drawings.lazy_sprite import lazy_sprite
from plugins.drawings.sprite import sprite
from plugins.images.originals import original
from tests.sites import ROOT, drawn

OLD, NEW = b"--ink: light-dark(oklch(25%", b"--ink: light-dark(oklch(35%"


def save(path: Path, data: bytes) -> None:
    """As a program does that sets times back: as many bytes, and the same time."""
    before = path.stat()
    time.sleep(0.02)  # a tick of the disk's clock
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))


def changed(path: Path, make: Callable[[], object], old: bytes, new: bytes) -> bool:
    """Whether what is made of a file is another after an edit of the same length."""
    data = path.read_bytes()
    assert old in data
    before = make()
    save(path, data.replace(old, new, 1))
    return make() != before


def test_a_file_saved_with_its_old_time_has_another_stat(tmp_path: Path) -> None:
    """And one that was not touched has the same."""
    path = tmp_path / "file"
    path.write_bytes(b"one")
    before = stat_of(path)
    assert stat_of(path) == before
    save(path, b"two")
    assert stat_of(path) != before


def test_a_picture_saved_with_its_old_time_is_looked_at_again(tmp_path: Path) -> None:
    """The preview showed the old one until it was started anew."""
    path = tmp_path / "a.png"
    path.write_bytes(drawn("PNG", (60, 40)).ljust(5000, b"\0"))
    before = original(path)
    save(path, drawn("PNG", (40, 60)).ljust(5000, b"\0"))
    assert (before.width, original(path).width) == (60, 40)


def test_styles_and_scripts_saved_with_their_old_time_are_joined_again(theme: Path) -> None:
    """As above."""
    assert changed(theme / "css/tokens.css", lambda: assets(theme).css, OLD, NEW)
    script = theme / "js/open_now.js"
    assert changed(script, lambda: assets(theme).script, b"1440", b"1441")


def test_drawings_saved_with_their_old_time_are_read_again(theme: Path) -> None:
    """As above."""
    path = theme / "drawings/sciatica.svg"
    names = ("sciatica",)
    assert changed(path, lambda: sprite(theme, names).file, b"M339 2c", b"M338 2c")
    assert changed(path, lambda: lazy_sprite(theme, names).file, b"M338 2c", b"M337 2c")


def test_drawings_below_take_the_colors_of_today(theme: Path) -> None:
    """The preview kept those of yesterday, since only the drawings were looked at."""
    tokens = theme / "css/tokens.css"
    made = lazy_sprite(theme, ("sciatica",)).file
    tokens.write_bytes(tokens.read_bytes().replace(OLD, NEW))
    assert lazy_sprite(theme, ("sciatica",)).file != made
