"""A new offer: written once, checked before it is written."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRACTICE = "name: Example Hands\ntelephone: 303-555-0142\ntime_zone: America/Denver\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "practice.yaml").write_text(PRACTICE)
    return folder


def command(content: Path) -> list[str]:
    return [sys.executable, "-m", "plugins.desk", "new-offer", "--content", str(content)]


def new_offer(content: Path, **fields: str) -> tuple[int, str]:
    """The exit code and the words of the command, nobody at the terminal."""
    known = ("TITLE", "STARTS", "ENDS", "SAVING", "CODE", "TERMS")
    bare = {key: value for key, value in os.environ.items() if key not in known}
    done = subprocess.run(
        command(content), cwd=ROOT, env=bare | fields, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.replace(str(content), "content") + done.stderr


def test_the_file_holds_what_was_given(content: Path) -> None:
    """Quotes, colons and dollars are what real headlines are made of."""
    code, said = new_offer(
        content,
        TITLE='Save $20: "Spring" & the first visit\'s calm',
        STARTS="2026-03-01",
        ENDS="2026-03-31",
        SAVING="$20",
        CODE="SPRING",
        TERMS="New clients; one each.",
    )
    path = content / "offers/save-20-spring-the-first-visits-calm.md"
    assert path.read_text() == (
        "---\n"
        'headline: "Save $20: \\"Spring\\" & the first visit\'s calm"\n'
        "starts: 2026-03-01\n"
        "ends: 2026-03-31\n"
        "saving: $20\n"
        'code: "SPRING"\n'
        'terms: "New clients; one each."\n'
        "# More keys, each on a line of its own: modalities, pages, priority, regular_price, "
        "button.\n"
        "# A sentence or two about the offer can stand below the next line.\n"
        "---\n\n"
    )
    assert (code, said) == (
        0,
        "Wrote content/offers/save-20-spring-the-first-visits-calm.md.\n"
        "It shows from 2026-03-01 until Tuesday, March 31, 2026.\n"
        "Change its text there. It is on the site after the next make publish.\n",
    )


def test_without_an_end_it_says_so(content: Path) -> None:
    """An offer that nobody ends outlives its truth."""
    _, said = new_offer(content, TITLE="Ten percent", STARTS="2026-03-01")
    assert "It shows from 2026-03-01 without an end.\n" in said


def test_a_wrong_date_writes_nothing(content: Path) -> None:
    """The same words as in a build, before there is a file to mend."""
    code, said = new_offer(content, TITLE="Ten", STARTS="2026-03-01", ENDS="31/12/2026")
    assert not (content / "offers").exists()
    assert (code, said) == (
        2,
        "content/offers/ten.md:4, ends\n"
        '  Found   "31/12/2026"\n'
        "  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00\n"
        '  To fix  write "ends: 2026-12-31"\n',
    )


def test_a_second_offer_of_the_same_title_is_refused(content: Path) -> None:
    """Last year's offer is not overwritten by this year's."""
    new_offer(content, TITLE="Ten", ENDS="2026-12-31")
    before = (content / "offers/ten.md").read_text()
    code, said = new_offer(content, TITLE="Ten", ENDS="2027-12-31")
    assert (content / "offers/ten.md").read_text() == before
    assert (code, said) == (
        2,
        "content/offers/ten.md is there already. Change that file, or choose another title.\n",
    )


def test_without_a_title_it_shows_what_to_type(content: Path) -> None:
    """The first try is often the bare command."""
    assert new_offer(content) == (
        2,
        'Which offer? Type: make new-offer TITLE="Save $20 on a first visit" ENDS=2026-12-31\n',
    )


def test_somebody_at_the_terminal_is_asked(content: Path) -> None:
    """Nobody has to remember the names of the fields."""
    parent, child = pty.openpty()
    process = subprocess.Popen(command(content), cwd=ROOT, stdin=child, stdout=subprocess.PIPE)
    os.write(parent, b"Ten percent\n2026-03-01\n2026-03-31\n\n\n\n")
    said, _ = process.communicate(timeout=30)
    os.close(parent)
    os.close(child)
    assert process.returncode == 0
    assert b"until Tuesday, March 31, 2026." in said
    assert (content / "offers/ten-percent.md").is_file()


def test_make_passes_a_dollar_sign_on(content: Path) -> None:
    """make reads $2 as a variable of its own; staff write "save $25" all the time."""
    subprocess.run(
        ["make", "-o", ".venv/site", "new-offer", f"CONTENT={content}", "TITLE=Save $25 now",
         "BIN=" + str(Path(sys.executable).parent)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    assert 'headline: "Save $25 now"' in (content / "offers/save-25-now.md").read_text()
