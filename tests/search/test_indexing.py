"""The index of the search: what keeps a build from making it is told in words to act on."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.search import indexing

END = """
  Needed  room and permission for temporary files, some 10 MB
  To fix  delete files that nobody needs, or name a folder that may be written in TMPDIR"""


def test_no_place_for_temporary_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full or closed disk, which is not the generator's fault."""
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/proc/nowhere"])
    with pytest.raises(ContentError) as caught:
        indexing.build({})
    found = "  Found   no folder in which temporary files can be written"
    assert str(caught.value) == f"the index of the search\n{found}{END}"


def test_a_pagefind_that_fails_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up while it writes."""
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho one >&2\necho no space left >&2\nexit 101\n")
    program.chmod(0o755)
    monkeypatch.setattr(indexing, "get_executable", lambda: program)
    with pytest.raises(ContentError) as caught:
        indexing.build({})
    found = '  Found   Pagefind, which makes it, ended with 101: "no space left"'
    assert str(caught.value) == f"the index of the search\n{found}{END}"
