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
    known = ("TITLE", "STARTS", "ENDS", "SAVING", "CODE", "TERMS", "MODALITIES", "PAGES")
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
        "booking, button.\n"
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
        'Which offer? Type: make new-offer TITLE="Ten percent off a first visit" ENDS=2026-12-31\n',
    )


def at_terminal(content: Path, *answers: str, **fields: str) -> tuple[int, str]:
    """The exit code and the words of the command, somebody at the terminal."""
    parent, child = pty.openpty()
    process = subprocess.Popen(
        command(content), cwd=ROOT, env=os.environ | fields, stdin=child, stdout=subprocess.PIPE
    )
    os.write(parent, "".join(f"{answer}\n" for answer in answers).encode())
    said, _ = process.communicate(timeout=30)
    os.close(parent)
    os.close(child)
    return process.returncode, said.decode().replace(str(content), "content")


def modalities(content: Path) -> None:
    (content / "modalities").mkdir()
    for title in ("Acupuncture", "Deep tissue massage", "Sports massage"):
        path = content / "modalities" / f"{title.lower().replace(' ', '-')}.md"
        path.write_text(f"---\ntitle: {title}\nsummary: Short.\n---\n\nText.\n")


def test_somebody_at_the_terminal_is_asked(content: Path) -> None:
    """Nobody has to remember the names of the fields."""
    modalities(content)
    code, said = at_terminal(
        content, "Ten percent", "2026-03-01", "2026-03-31", "", "", "", "1, deep tissue MASSAGE", ""
    )
    assert (code, said) == (
        0,
        """\
What is the offer, in one line?
> First day, like 2026-12-01 (Enter: today)
> Last day, like 2026-12-31 (Enter: no end, not recommended)
> How much do people save, such as 20 or 20%? (Enter: not said)
> A code to mention when booking? (Enter: none)
> Who is it for, what is excluded? (Enter: not said)
> What is it for? Numbers or names, with commas between (Enter: not said)
   1  Acupuncture
   2  Deep tissue massage
   3  Sports massage
> Where does it show? Addresses like /first-visit/, with commas between (Enter: everywhere)
> Wrote content/offers/ten-percent.md.
It shows from 2026-03-01 until Tuesday, March 31, 2026.
Change its text there. It is on the site after the next make publish.
""",
    )
    assert (content / "offers/ten-percent.md").read_text() == (
        '---\nheadline: "Ten percent"\nstarts: 2026-03-01\nends: 2026-03-31\n'
        "modalities:\n  - acupuncture\n  - deep-tissue-massage\n"
        "# More keys, each on a line of its own: pages, priority, regular_price, booking, button.\n"
        "# A sentence or two about the offer can stand below the next line.\n---\n\n"
    )


def test_an_answer_that_is_no_good_is_asked_again(content: Path) -> None:
    """Eight questions for nothing, because of one date, would be the last time that it is used."""
    modalities(content)
    code, said = at_terminal(
        content, "Ten", "2026-03-01", "31/3/2026", "2026-02-28", "2026-03-31", "ten", "10", "", "",
        "sport massage", "sports-massage", "/modalities/acupunctur/", "everywhere",
    )  # fmt: skip
    assert code == 0
    assert said.partition("(Enter: today)\n> ")[2].partition("\n> Wrote")[0] == (
        """\
Last day, like 2026-12-31 (Enter: no end, not recommended)
>   Found   "31/3/2026"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  type 2026-03-31
Last day, like 2026-12-31 (Enter: no end, not recommended)
>   Found   "2026-02-28"
  Needed  an end after the start
  To fix  correct one of the two dates
Last day, like 2026-12-31 (Enter: no end, not recommended)
> How much do people save, such as 20 or 20%? (Enter: not said)
>   Found   "ten"
  Needed  an amount like 25 or 25.50, or a share like 20%
  To fix  write digits, without words
How much do people save, such as 20 or 20%? (Enter: not said)
> A code to mention when booking? (Enter: none)
> Who is it for, what is excluded? (Enter: not said)
> What is it for? Numbers or names, with commas between (Enter: not said)
   1  Acupuncture
   2  Deep tissue massage
   3  Sports massage
>   Found   "sport massage"
  Needed  the file name of a page, without its folder and without .md
  To fix  type sport-massage
What is it for? Numbers or names, with commas between (Enter: not said)
   1  Acupuncture
   2  Deep tissue massage
   3  Sports massage
> Where does it show? Addresses like /first-visit/, with commas between (Enter: everywhere)
>   Found   "/modalities/acupunctur/"
  Needed  the address of a page of this site, or the word everywhere
  To fix  did you mean "/modalities/acupuncture/"?
Where does it show? Addresses like /first-visit/, with commas between (Enter: everywhere)"""
    )
    assert "\npages: everywhere\n" in (content / "offers/ten.md").read_text()


def test_what_was_given_is_asked_only_when_it_is_no_good(content: Path) -> None:
    """The command of content/README.md asks only for what it leaves out."""
    given = {"TITLE": "Ten", "STARTS": "2026-03-01", "ENDS": "soon", "SAVING": "10", "CODE": "TEN"}
    code, said = at_terminal(content, "2026-03-31", TERMS="All.", PAGES="everywhere", **given)
    assert (code, said) == (
        0,
        """\
  Found   "soon"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  write the year first, then the month, then the day: 2026-12-31
Last day, like 2026-12-31 (Enter: no end, not recommended)
> Wrote content/offers/ten.md.
It shows from 2026-03-01 until Tuesday, March 31, 2026.
Change its text there. It is on the site after the next make publish.
""",
    )


def test_a_title_that_is_taken_is_asked_again(content: Path) -> None:
    """Last year's offer is not overwritten, and nobody has to start anew."""
    new_offer(content, TITLE="Ten", ENDS="2026-12-31")
    code, said = at_terminal(content, "Ten", "Eleven", *[""] * 7)
    assert code == 0
    assert said.startswith(
        "What is the offer, in one line?\n"
        "> content/offers/ten.md is there already. Change that file, or choose another title.\n"
        "What is the offer, in one line?\n"
    )
    assert (content / "offers/eleven.md").is_file()


def test_no_title_at_the_terminal_ends_the_questions(content: Path) -> None:
    """Who changes their mind presses Enter."""
    code, said = at_terminal(content, "")
    assert (code, said) == (
        2,
        "What is the offer, in one line?\n> "
        'Which offer? Type: make new-offer TITLE="Ten percent off a first visit" ENDS=2026-12-31\n',
    )


def test_names_that_nobody_knows_are_told_with_every_other_problem(content: Path) -> None:
    """A misspelled name would stop the next build; all is said at once."""
    modalities(content)
    code, said = new_offer(
        content,
        TITLE="Ten",
        STARTS="2026-03-01",
        ENDS="soon",
        MODALITIES="acupunture, cupping",
        PAGES="/modalities/acupuncture/, /modalities/sports/",
    )
    assert not (content / "offers").exists()
    known = "acupuncture, deep-tissue-massage or sports-massage"
    assert (code, said) == (
        2,
        f"""\
content/offers/ten.md:4, ends
  Found   "soon"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  write the year first, then the month, then the day: 2026-12-31

content/offers/ten.md:6, modalities
  Found   "acupunture"
  Needed  the name of a file in modalities/, without .md: {known}
  To fix  did you mean "acupuncture"? Write "- acupuncture"

content/offers/ten.md:7, modalities
  Found   "cupping"
  Needed  the name of a file in modalities/, without .md: {known}
  To fix  delete the line, or add the file modalities/cupping.md

content/offers/ten.md:10, pages
  Found   "/modalities/sports/"
  Needed  the address of a page of this site, or the word everywhere
  To fix  did you mean "/modalities/sports-massage/"?
""",
    )


def test_make_passes_a_dollar_sign_on(content: Path) -> None:
    """make reads $2 as a variable of its own; staff write "save $25" all the time."""
    subprocess.run(
        ["make", "new-offer", f"CONTENT={content}", "TITLE=Save $25 now",
         "BIN=" + str(Path(sys.executable).parent)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    assert 'headline: "Save $25 now"' in (content / "offers/save-25-now.md").read_text()
