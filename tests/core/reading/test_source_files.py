"""Files as staff deliver them: read alike from every editor, or refused by name and line."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.problems import ContentError
from plugins.core.reading.source_files import (
    LIMIT,
    SLUG_LENGTH,
    check_path,
    check_slug,
    decoded,
    display_path,
    read_source,
)
from tests.core.conftest import steady

TEXT = "---\ntitle: Zoë and 針\n---\n\nTwo\nlines\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder, seen from the folder around it, as in the project."""
    monkeypatch.chdir(tmp_path)
    folder = Path("content")
    folder.mkdir()
    return folder


def refusal(data: bytes, content: Path, name: str = "a.md") -> str:
    (content / name).write_bytes(data)
    with pytest.raises(ContentError) as caught:
        read_source(content / name, content)
    return str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["unix", "byte order mark", "windows", "old mac", "notepad"],
)
def test_every_editor_gives_the_same_text(data: bytes, content: Path) -> None:
    """Notepad and TextEdit save what they like; the pages must not differ."""
    (content / "a.md").write_bytes(data)
    assert read_source(content / "a.md", content) == TEXT


ENCODING = """\
content/a.md:1
  Found   a file saved as "UTF-16"
  Needed  UTF-8
  To fix  save the file again with the encoding "UTF-8\""""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_utf_16_is_refused_by_name(encoding: str, content: Path) -> None:
    """Old Windows programs call it "Unicode"; with and without a mark it is the same mistake."""
    text = "---\ntitle: Massage for sore shoulders\n---\n"
    assert refusal(text.encode(encoding), content) == ENCODING


def test_a_character_of_an_older_encoding_is_refused_with_its_line(content: Path) -> None:
    """A wrong ë on a page is worse than a message."""
    assert (
        refusal("a\nb\nZoë\n".encode("latin-1"), content)
        == """\
content/a.md:3
  Found   a character that is not UTF-8 (often a file saved by an older program)
  Needed  UTF-8
  To fix  save the file again with the encoding "UTF-8\""""
    )


@pytest.mark.parametrize("number", [0, 7, 8, 11, 12, 27, 127, 0x85, 0x9F, 0x2028, 0x2029, 0xFEFF])
def test_an_invisible_control_character_is_refused_with_its_line(
    number: int, content: Path
) -> None:
    """It comes with what was pasted, and shows as nothing, as a box, or breaks a line."""
    assert (
        refusal(f"first line\r\nsecond{chr(number)}line\n".encode(), content)
        == f"""\
content/a.md:2
  Found   an invisible control character (number {number})
  Needed  plain text
  To fix  delete that line and type it again; if all of the file looks strange, it is not text"""
    )


def test_a_tab_is_no_control_character(content: Path) -> None:
    """Tables and code are typed with it."""
    (content / "a.md").write_bytes(b"a\tb\n")
    assert read_source(content / "a.md", content) == "a\tb\n"


def test_a_file_may_have_the_limit_and_not_a_byte_more(content: Path) -> None:
    """A photograph named .md must not hold up the build."""
    (content / "a.md").write_bytes(b"x" * LIMIT)
    assert len(read_source(content / "a.md", content)) == LIMIT
    assert (
        refusal(b"x" * (LIMIT + 1), content)
        == """\
content/a.md
  Found   262,145 bytes
  Needed  at most 262,144 bytes
  To fix  split the text into several pages, or remove what was pasted by mistake"""
    )


def test_a_file_that_is_gone_says_so(content: Path) -> None:
    """Somebody deletes it in the moment between listing and reading."""
    with pytest.raises(ContentError) as caught:
        read_source(content / "a.md", content)
    assert (
        str(caught.value)
        == """\
content/a.md
  Found   a file that cannot be read (no such file or directory)
  Needed  a file that you may open
  To fix  change its permissions, or copy it anew"""
    )


def test_what_only_looks_like_a_file_is_refused_and_not_waited_for(content: Path) -> None:
    """Reading a pipe that nobody writes to never ends."""
    os.mkfifo(content / "pipe.md")
    with socket.socket(socket.AF_UNIX) as made, pytest.raises(ContentError) as caught:
        made.bind(str(content / "socket.md"))
        read_source(content / "pipe.md", content)
    assert (
        str(caught.value)
        == """\
content/pipe.md
  Found   something that is no file
  Needed  a file
  To fix  move it elsewhere"""
    )


LINK = """\
content/{}
  Found   a link to another place
  Needed  the file itself: a link can publish what lies outside the content folder
  To fix  delete the link and copy the file here"""


def test_a_link_to_a_file_is_refused(content: Path) -> None:
    """It would publish whatever it points to."""
    Path("secret.md").write_text("password")
    (content / "a.md").symlink_to(Path("secret.md").resolve())
    with pytest.raises(ContentError) as caught:
        read_source(content / "a.md", content)
    assert str(caught.value) == LINK.format("a.md")


def test_a_file_in_a_linked_folder_is_refused(content: Path) -> None:
    """The link is above the file, where nobody looks."""
    Path("elsewhere").mkdir()
    Path("elsewhere/a.md").write_text("password")
    (content / "pages").symlink_to(Path("elsewhere").resolve())
    with pytest.raises(ContentError) as caught:
        read_source(content / "pages/a.md", content)
    assert str(caught.value) == LINK.format("pages")


def test_a_path_that_climbs_out_is_refused(content: Path) -> None:
    """Two dots are enough to reach the folder of the neighbor."""
    Path("secret.md").write_text("password")
    with pytest.raises(ContentError) as caught:
        check_path(content / "../secret.md", content)
    assert (
        str(caught.value)
        == """\
secret.md
  Found   a path that leaves the content folder
  Needed  a file inside it
  To fix  move the file here"""
    )


def test_the_content_folder_itself_may_be_a_link(content: Path) -> None:
    """Synchronised folders often are; only what lies inside is the writer's."""
    (content / "a.md").write_text("text")
    Path("shared").symlink_to(content.resolve())
    assert read_source(Path("shared/a.md"), Path("shared")) == "text"


def test_a_path_is_shown_as_it_would_be_typed(content: Path, tmp_path: Path) -> None:
    """Pelican makes every path absolute; nobody types /home/anna/site/content."""
    assert display_path(tmp_path / "content" / "a.md") == "content/a.md"
    assert display_path(content / "a.md") == "content/a.md"
    assert display_path(Path("/etc/hosts")) == "/etc/hosts"
    assert display_path(tmp_path / "content" / ".." / "b.md") == "b.md"
    assert display_path(tmp_path / "content" / "..." / "b..md") == "content/.../b..md"
    assert display_path(tmp_path) == "."


@pytest.mark.parametrize("name", ["about.md", "404.md", "low-back-pain.md", f"{'a' * 80}.md"])
def test_a_simple_file_name_is_a_slug(name: str) -> None:
    """It becomes the address of the page."""
    assert check_slug(Path(name)) == name.removesuffix(".md")


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Low Back Pain.md", "low-back-pain.md"),
        ("About.md", "about.md"),
        ("Café Zoë.MD", "cafe-zoe.md"),
        ("a--b_.md", "a-b.md"),
        ("a.b.md", "a-b.md"),
        ("con.md", "con-page.md"),
        ("index.md", "index-page.md"),
        ("按摩.md", "page.md"),
        (f"{'a' * 79} b.md", f"{'a' * 79}.md"),
        (f"{'a' * 200}.md", f"{'a' * 80}.md"),
        ("\x1b[2J.md", "2j.md"),
    ],
)
def test_another_file_name_is_refused_with_one_that_works(name: str, better: str) -> None:
    """Spaces, capitals and names that Windows keeps for itself break addresses."""
    with pytest.raises(ContentError) as caught:
        check_slug(Path(name))
    assert caught.value.problems[0].fix == f'rename the file to "{better}"'
    assert check_slug(Path(better)) == better.removesuffix(".md")


def test_the_message_about_a_file_name_says_what_is_allowed() -> None:
    """Word for word."""
    with pytest.raises(ContentError) as caught:
        check_slug(Path("content/pages/My Page!.md"))
    assert (
        str(caught.value)
        == """\
content/pages/My Page!.md
  Found   a file named "My Page!.md"
  Needed  a name of small letters, digits and single hyphens, at most 80 characters: \
it becomes the address of the page
  To fix  rename the file to "my-page.md\""""
    )


@steady(300)
@given(st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=120))
def test_whatever_a_file_is_called_the_suggestion_works(stem: str) -> None:
    """A message that leads to the next message is worse than none."""
    path = Path(f"{stem}.md")
    try:
        slug = check_slug(path)
    except ContentError as error:
        slug = check_slug(Path(error.problems[0].fix.split('"')[1]))
    assert 1 <= len(slug) <= SLUG_LENGTH


@steady(300)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_problem_with_a_line(data: bytes) -> None:
    """A picture renamed to .md, half a download: no call stack, whatever it holds."""
    try:
        text = decoded(data, Path("a.md"))
    except ContentError as error:
        assert error.problems[0].line >= 1
    else:
        assert "\r" not in text
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(
            b"\r", b"\n"
        )


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.md", b"---\ntitle: Rates\rstarter: yes\n---\nText\n", 2),
        ("a.md", b"---\r\ntitle: Rates\r\nsummary: a\rb\r\n---\r\nText\r\n", 3),
        ("practice.yaml", b"name: A\nphone: 1\remail: b\n", 2),
    ],
)
def test_a_carriage_return_alone_in_a_field_is_refused(name: str, data: bytes, line: int) -> None:
    """A review shows one line; YAML reads two, and the second is a key that nobody saw."""
    with pytest.raises(ContentError) as caught:
        decoded(data, Path(name))
    (problem,) = caught.value.problems
    assert (problem.line, problem.found) == (line, "an invisible sign, CARRIAGE RETURN (U+000D)")


@pytest.mark.parametrize(
    "data", [b"---\rtitle: Rates\r---\rText\r", b"---\ntitle: Rates\n---\nText\rmore\n"]
)
def test_other_carriage_returns_are_line_ends(data: bytes) -> None:
    """Those of a file in which all lines end so, and those in a text."""
    assert decoded(data, Path("a.md")) == data.decode().replace("\r", "\n")
