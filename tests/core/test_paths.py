"""Paths: what a project keeps for each of its sites has a name of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core import paths
from plugins.core.paths import NOTES, notes_of, preview_folder


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose folder is the current one."""
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_pair_of_folders_has_a_name_of_its_own() -> None:
    """Two practices may have folders of one name, in different places."""
    pairs = [
        *(("other", "output"), ("content", "other"), ("a/content", "output")),
        *(("b/content", "output"), ("content", "/srv/output"), ("a-b", "c"), ("a", "b-c")),
    ]
    files = {notes_of(Path(content), Path(output)) for content, output in pairs}
    assert len(files) == len(pairs)
    assert NOTES not in files


def test_the_practice_of_the_project_needs_no_name(project: Path) -> None:
    """However its folders are written."""
    for content in (Path("content"), project / "content", Path("x/../content")):
        assert notes_of(content, Path("output")) == NOTES


def test_a_project_that_moves_keeps_the_names(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a line for cron would wait for notes that nobody writes any more."""
    before = notes_of(Path("other"), Path("output")).name
    (project / "moved").mkdir()
    monkeypatch.setattr(paths, "PROJECT", project / "moved")
    monkeypatch.chdir(project / "moved")
    assert notes_of(Path("other"), Path("output")).name == before


def test_each_content_has_a_preview_of_its_own() -> None:
    """Two previews at a time would show each other's pages."""
    folders = [preview_folder(Path(name)) for name in ("content", "other", "a/other")]
    assert len({*folders}) == len(folders)
    assert folders[0] == paths.CACHE / "preview"
    assert {folder.parent for folder in folders} == {paths.CACHE}
