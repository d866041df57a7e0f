"""Work that is kept: the second build makes nothing, and both sites are the same."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from PIL import Image

from plugins.core.cache import store
from plugins.images import renditions
from plugins.images.color_and_size import prepared
from plugins.images.formats import Format
from plugins.images.originals import Original
from tests.images.conftest import Studio, encoded_quickly
from tests.images.photographs import enlarged, made_by


@pytest.fixture
def shown(studio: Studio, china: bytes) -> Studio:
    studio.show(china)
    return studio


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """What is encoded, while a test runs: the width, and the type."""
    found: list[tuple[int, str]] = []

    def noted(image: Image.Image, form: Format) -> bytes:
        found.append((image.width, form.type))
        return encoded_quickly(image, form)

    monkeypatch.setattr(renditions, "encoded", noted)
    return found


def as_another_process() -> None:
    prepared.cache_clear()


def test_a_later_build_makes_nothing_and_gives_the_same(
    shown: Studio, made: list[tuple[int, str]]
) -> None:
    """A build does no work twice; a cached build equals a clean one byte for byte."""
    shown.published()
    cold = shown.tree()
    assert len(made) == 6
    as_another_process()
    shown.published()
    assert (shown.tree(), len(made)) == (cold, 6)


def test_without_the_cache_the_same_bytes_are_made_again(shown: Studio) -> None:
    """Deleting it costs time, nothing else."""
    shown.published()
    before = shown.tree()
    for path in shown.kept:
        path.unlink()
    as_another_process()
    shown.published()
    assert shown.tree() == before


@pytest.mark.parametrize("keep", [0, 1000, -1], ids=["empty", "cut", "one byte changed"])
def test_a_damaged_file_of_the_cache_is_made_again(
    shown: Studio, made: list[tuple[int, str]], keep: int
) -> None:
    """Never a broken picture on a page."""
    shown.published()
    before, damaged = shown.tree(), shown.kept[2]
    data = damaged.read_bytes()
    damaged.write_bytes(data[:keep] if keep >= 0 else data[:500] + b"?" + data[501:])
    as_another_process()
    made.clear()
    shown.published()
    assert (shown.tree(), len(made)) == (before, 1)


@pytest.mark.torture
def test_the_bytes_do_not_depend_on_how_many_work_at_once(
    slow_studio: Studio, china: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """AVIF does when a library shares out one picture; ours never does."""
    slow_studio.show(enlarged(china, 1500))
    trees = []
    for count in (1, 8):
        monkeypatch.setattr(os, "cpu_count", lambda count=count: count)
        slow_studio.published()
        trees.append(slow_studio.tree())
        for path in slow_studio.kept:
            path.unlink()
    assert trees[0] == trees[1]


def test_a_changed_photograph_under_the_same_name_has_other_addresses(
    shown: Studio, china: bytes, flower: bytes
) -> None:
    """Hosts and browsers may keep a picture for ever."""
    before = set(shown.published())
    path = shown.project.content / "images/temple.jpg"
    stamp = path.stat().st_mtime_ns
    path.write_bytes(flower)
    os.utime(path, ns=(stamp, stamp))  # as a program does that keeps dates
    after = set(shown.published())
    assert len(after) == len(before)
    assert before & after == set()
    path.write_bytes(china)
    assert set(shown.published()) == before


def test_a_file_that_changes_while_it_is_read_is_told(
    shown: Studio, flower: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the cache would keep one photograph under the name of another."""

    def late(original: Original) -> object:
        original.path.write_bytes(flower)
        return prepared(original)

    monkeypatch.setattr(renditions, "prepared", late)
    assert (
        shown.refused()
        == """\
content/images/temple.jpg
  Found   a file that changed while it was read
  Needed  a file that stays as it is
  To fix  build again

1 problem to fix. Nothing was changed: the site is as it was."""
    )
    assert not (shown.cache / "images").exists()


def test_what_was_made_before_a_stop_is_kept(
    shown: Studio, made: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sixty photographs take a while: each attempt comes further."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)

    def interrupted(image: Image.Image, form: Format) -> bytes:
        if (image.width, form.type) == (480, "image/webp"):
            raise KeyboardInterrupt
        return encoded_quickly(image, form)

    with monkeypatch.context() as patch:
        patch.setattr(renditions, "encoded", interrupted)
        assert shown.project.build(live=True).code == 130
    before = len(shown.kept)
    shown.published()
    assert 0 < before < 6
    assert len(made) == 6 - before


def test_old_work_is_swept_when_a_process_that_kept_new_work_ends(
    shown: Studio, flower: bytes
) -> None:
    """The cache of a practice that changes its photographs does not grow for ever."""
    shown.published()
    old = shown.kept
    for path in old:
        then = time.time() - 40 * 86_400
        os.utime(path, (then, then))
    shown.show(flower)
    shown.published()
    store.sweep()
    assert len(shown.kept) == 6
    assert set(old) & set(shown.kept) == set()


def test_a_drawing_is_read_once(
    studio: Studio, made: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To know that it has few colors takes reading it all; the answer is kept."""
    studio.show(made_by(Image.new("RGB", (300, 200), "navy"), "PNG"), "logo.png")
    studio.published()
    before = studio.tree()
    as_another_process()
    monkeypatch.setattr(renditions, "prepared", None)
    made.clear()
    studio.published()
    assert (studio.tree(), made) == (before, [])


def test_nothing_is_kept_of_a_site_without_photographs(studio: Studio) -> None:
    """No folder, no work."""
    studio.published()
    assert not Path(studio.cache, "images").exists()


def test_what_takes_seconds_is_said_once_at_a_terminal(
    shown: Studio, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first build with photographs stood still, without a word."""
    renditions.announce.cache_clear()
    as_another_process()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    shown.published()
    shown.published()
    assert capsys.readouterr().err == "Making the sizes of the picture temple.jpg (once)\n"
