"""Files to download: said in words, looked into, sent as attachments."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.files import FEATURE
from plugins.files.inspection import fault
from plugins.hosting.headers import rules
from tests.build.conftest import Project
from tests.sites import PAGE, PRACTICE, model

PACKED = b"5 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n%s\nendstream endobj"


def test_a_link_says_what_it_leads_to_and_how_large_it_is(live: Project) -> None:
    """On a telephone, nobody opens 5 MB by accident."""
    found = [
        link.get_text() for link in live.page("/contact/").select('a[href="/files/intake.pdf"]')
    ]
    assert found == ["Intake form (PDF, 1 KB)", "intake form (PDF, 1 KB)"]
    assert (live.output / "files/intake.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("data", "kind", "found"),
    [
        (b"%PDF-1.4", ".pdf", None),
        (b"%PDF-1.4 (/JSON) /JSx /Launcher", ".pdf", None),
        (b"%PDF-1.4 4 0 obj << >> stream\n/JS \nendstream", ".pdf", None),
        (b"ID3\x04", ".mp3", None),
        (b"\xff\xfb\x90", ".mp3", None),
        (b"PK\x03\x04", ".pdf", "a file that is no PDF inside"),
        (b"<html>", ".mp3", "a file that is no MP3 inside"),
        (b"%PDF-1.4 << /OpenAction << /S /JavaScript >> >>", ".pdf", "a PDF with a script"),
        (b"%PDF-1.4 << /S /J#61vaScript >>", ".pdf", "a PDF with a script"),
        (b"%PDF-1.4 << /S /Launch >>", ".pdf", "a PDF that starts a program"),
        (b"%PDF-1.4 << /EmbeddedFile 1 >>", ".pdf", "a PDF with another file inside"),
        (b"%PDF-1.4 << /Encrypt 1 >>", ".pdf", "a PDF with a password or other protection"),
        (b"%PDF-1.5 " + PACKED % zlib.compress(b"<< /JS 1 >>"), ".pdf", "a PDF with a script"),
        (b"%PDF-1.5 " + PACKED % b"damaged", ".pdf", None),
    ],
)
def test_what_acts_by_itself_is_refused(data: bytes, kind: str, found: str | None) -> None:
    """Somebody in pain trusts the practice, and opens what it offers."""
    wrong = fault(data, kind)
    assert (wrong[0] if wrong else None) == found


def test_a_refused_file_says_how_to_make_a_sound_one(tmp_path: Path) -> None:
    """Printing it anew leaves out all that acts."""
    site = model(tmp_path, {"practice.yaml": PRACTICE, "files/form.pdf": b"%PDF-1.4 /JS 1"})
    _, (problem,) = FEATURE.extend_site(site)
    assert (
        str(problem)
        == f"""\
{tmp_path.as_posix()}/files/form.pdf
  Found   a PDF with a script
  Needed  a PDF to read and to print, in which nothing acts by itself
  To fix  open it, choose "Print", and there "Save as PDF\""""
    )


@pytest.mark.parametrize(
    ("name", "data", "found", "fix"),
    [
        ("form.docx", b"PK", 'a file ending in ".docx"', "save it as form.pdf"),
        ("hands.jpg", b"x", 'a file ending in ".jpg"', "move it into"),
        ("form 2026.pdf", b"%PDF-", 'a file named "form 2026.pdf"', "rename"),
        ("form.pdf", b"", "an empty file", "put the file there once more"),
        ("form.pdf", b"x" * 10_485_761, "10,485,761 bytes", "save it smaller"),
    ],
)
def test_a_file_that_phones_cannot_open_is_refused(
    tmp_path: Path, name: str, data: bytes, found: str, fix: str
) -> None:
    """Each with a way that works."""
    with pytest.raises(ContentError) as caught:
        model(tmp_path, {"practice.yaml": PRACTICE, f"files/{name}": data})
    (problem,) = caught.value.problems
    assert problem.found == found
    assert fix in problem.fix


def test_a_page_may_not_take_the_address_of_the_folder(tmp_path: Path) -> None:
    """Its visitors would get it as a download."""
    pages: dict[str, str | bytes] = {"practice.yaml": PRACTICE}
    pages |= {"pages/files.md": PAGE, "files/form.pdf": b"%PDF-"}
    (problem,) = FEATURE.site_problems(model(tmp_path, pages))
    assert problem.found == "a page at the address of the files"


def test_hosts_send_files_as_attachments() -> None:
    """No browser runs what is in them under the address of the site."""
    found = {one.address: one.headers for one in rules(["files/form.pdf", "a/index.html"], [], [])}
    assert found["/files/"]["Content-Disposition"] == "attachment"
    assert "Content-Disposition" not in found["/a/"]


def test_a_fact_that_names_a_missing_file_is_told_at_its_line(bare: Project) -> None:
    """The page that shows the fact has no line to mend."""
    bare.write({"pages/contact.md": PAGE, "practice.yaml": f"{PRACTICE}intake: /files/gone.pdf\n"})
    assert bare.refused().startswith("""\
content/practice.yaml:4
  Found   the link "/files/gone.pdf", which is not in the site
  Needed  pages, pictures and files of this site that exist
  To fix  put the file into content/files/, write "/files/gone.pdf", or delete the link
""")
