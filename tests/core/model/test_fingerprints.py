"""Names that hold the hash of the content."""

from __future__ import annotations

import hashlib

from plugins.core.model.fingerprints import fingerprinted, fingerprinted_folder
from plugins.core.model.pages import File


def test_a_name_says_which_content_it_is() -> None:
    """A browser may keep the file for ever."""
    digest = hashlib.sha256(b"let a\n").hexdigest()[:10]
    assert fingerprinted("assets", "site.js", "let a\n") == File(
        f"/assets/site.{digest}.js", "let a\n"
    )


def test_text_and_its_bytes_have_one_name() -> None:
    """The same file, whichever way it was made."""
    assert fingerprinted("a", "b.c", "é").address == fingerprinted("a", "b.c", "é".encode()).address


def test_files_that_name_each_other_share_the_hash_of_them_all() -> None:
    """One that asks for another gets the one that it was made with."""
    one, place = fingerprinted_folder("assets", "tool", {"b.js": b"b", "parts/a": b"a"})
    assert [file.address for file in one] == [f"{place}b.js", f"{place}parts/a"]
    assert place.startswith("/assets/tool.")
    assert len(place) == len("/assets/tool.0123456789/")
    for other in ({"b.js": b"b", "parts/a": b"c"}, {"b.js": b"b", "parts/c": b"a"}):
        assert fingerprinted_folder("assets", "tool", other)[1] != place
