"""Names that hold the hash of the content."""

from __future__ import annotations

import hashlib

from plugins.core.hashed import hashed
from plugins.core.pages import File


def test_a_name_says_which_content_it_is() -> None:
    """A browser may keep the file for ever."""
    digest = hashlib.sha256(b"let a\n").hexdigest()[:10]
    assert hashed("assets", "site.js", "let a\n") == File(f"/assets/site.{digest}.js", "let a\n")


def test_text_and_its_bytes_have_one_name() -> None:
    """The same file, whichever way it was made."""
    assert hashed("a", "b.c", "é").address == hashed("a", "b.c", "é".encode()).address
