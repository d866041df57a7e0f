"""Which changes are saves, and which need a new worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from watchfiles import Change

from plugins.desk.preview.watcher import WatchedPaths

PLACES = WatchedPaths.of(Path("/site/content"), Path("/site/pelicanconf.py"))


@pytest.mark.parametrize(
    ("name", "is_save", "is_code"),
    [
        ("content/offers/acupuncture.md", True, False),
        ("content/images/hands.jpg", True, False),
        ("theme/css/site.css", True, False),
        ("plugins/offers/model.py", True, True),
        ("content/.git/index", False, False),
        ("content/.~lock.index.md#", False, False),
        ("content/index.md~", False, False),
        ("content/#index.md#", False, False),
        ("content/.index.md.swp", False, False),
        ("content/index.md.swp", False, False),
        ("content/4913", False, False),
        ("content/index.md___jb_tmp___", False, False),
        ("content/~$letter.docx", False, False),
        ("plugins/offers/__pycache__/model.cpython-311.pyc", False, True),
    ],
)
def test_a_save_is_what_a_person_did(name: str, is_save: bool, is_code: bool) -> None:
    """Editors and Python write beside each file; a build for each would never end."""
    path = f"/site/{name}"
    assert (PLACES.is_save(Change.modified, path), PLACES.is_code(path)) == (is_save, is_code)


@pytest.mark.parametrize(
    ("name", "is_entry"),
    [
        ("pelicanconf.py", True),
        ("publishconf.py", True),
        ("content", True),
        ("plugins", True),
        ("output", False),
        (".output.building", False),
        ("README.md", False),
    ],
)
def test_beside_the_folders_only_the_settings_count(name: str, is_entry: bool) -> None:
    """Each build exchanges output/, which stands beside them."""
    assert PLACES.is_entry(Change.added, f"/site/{name}") == is_entry


def test_a_site_below_a_hidden_folder_is_watched() -> None:
    """Some people keep their work in ~/.work; only what is hidden within the site is hidden."""
    places = WatchedPaths.of(Path("/home/x/.work/content"), Path("/home/x/.work/pelicanconf.py"))
    assert places.is_save(Change.modified, "/home/x/.work/content/index.md")
