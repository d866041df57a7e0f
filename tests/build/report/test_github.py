"""GitHub: annotations at the line, and a summary that a manager reads on a phone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.build.report import github
from plugins.build.report.outcome import Outcome
from plugins.core.problems import Problem
from tests.build.conftest import Project

OFFER = "---\nheadline: Winter\nends: 31/12/2030\nterms: All.\n---\n"
OFFERS = "---\ntitle: Offers\nsummary: What runs.\n---\n"
WRONG = "::error file=content/offers/winter.md,line=3,title=To fix%3A winter.md%2C ends::"


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a job's summary, in an environment as on GitHub."""
    path = tmp_path / "summary.md"
    for name, value in {
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(path),
        "GITHUB_WORKSPACE": str(tmp_path),
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "me/site",
        "GITHUB_REF_NAME": "main",
        "GITHUB_REF_TYPE": "branch",
    }.items():
        monkeypatch.setenv(name, value)
    return path


@pytest.mark.parametrize("words", [("-e", "CHECK_ONLY=true"), ()], ids=["check", "html"])
def test_a_problem_is_an_annotation_and_a_row_of_the_summary(
    bare: Project, summary: Path, words: tuple[str, ...]
) -> None:
    """Where the hands must go, what to write, and that nothing broke."""
    bare.write({"offers/winter.md": OFFER, "pages/offers.md": OFFERS})
    done = bare.pelican(*words)
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("::error"))
    assert done.returncode == 2
    assert line == (
        f'{WRONG}Found: "31/12/2030"%0ANeeded: a date like 2026-12-31, or a date and time like '
        '2026-12-31 18:00%0ATo fix: write "ends: 2030-12-31"'
    )
    assert summary.read_text() == (
        """\
## Not published: 1 problem to fix

**The site on the web is still up, as it was before.**

**1. [content/offers/winter.md, line 3, ends]\
(https://github.com/me/site/blob/main/content/offers/winter.md?plain=1#L3)**
- Found: "31/12/2030"
- Needed: a date like 2026-12-31, or a date and time like 2026-12-31 18:00
- To fix: write "ends: 2030-12-31"

Change this, and commit it: everything runs again by itself.


"""
    )


def test_a_check_annotates_what_is_worth_a_look_and_a_build_does_not(
    bare: Project, summary: Path
) -> None:
    """Both run after a push, and nobody wants to read it twice."""
    bare.write(
        {"offers/winter.md": OFFER.replace("31/12/2030", "2030-01-31"), "pages/offers.md": OFFERS}
    )
    checked, built = bare.pelican("-e", "CHECK_ONLY=true"), bare.pelican()
    told = [
        [line.partition("::Found")[0] for line in done.stdout.splitlines() if line[:3] == "::w"]
        for done in (checked, built)
    ]
    warning = "::warning file=content/offers/winter.md,line=3"
    assert told == [[f"{warning},title=Worth a look%3A winter.md%2C ends"], []]
    heads = [line for line in summary.read_text().splitlines() if line.startswith("#")]
    worth = "### Worth a look, though not in the way: 1"
    assert heads == ["## Checked: 6 pages, nothing to fix", worth,
                     "## Built: 6 pages, nothing to fix", worth]  # fmt: skip


def test_what_somebody_wrote_is_no_command(summary: Path) -> None:
    """A title may read like a command to GitHub, or like Markdown."""
    found = '"::set-output name=x::1\n100%, a:b | **bold** <img src=x> [link](y) `c`"'
    outcome = Outcome(2, (Problem("SITEURL", 0, "a,b:c%", found, "x", "y"),))
    (line,) = github.tell(outcome, checking=True)
    assert line == (
        "::error title=To fix%3A SITEURL%2C a%2Cb%3Ac%25::"
        'Found: "::set-output name=x::1\\n100%25, a:b | **bold** <img src=x> [link](y) `c`"'
        "%0ANeeded: x%0ATo fix: y"
    )
    assert (
        r'- Found: "::set-output name=x::1\\n100%, a:b \| \*\*bold\*\* &lt;img src=x&gt; '
        r"\[link\](y) \`c\`" in summary.read_text()
    )


def test_what_a_build_says_is_shown_and_never_obeyed(bare: Project, summary: Path) -> None:
    """GitHub looks for ##[...] anywhere in a line."""
    bare.write({"offers/winter.md": OFFER.replace("31/12/2030", "##[add-path]x")})
    lines = bare.pelican("-e", "CHECK_ONLY=true").stdout.splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert len(token) == 32
    (end,) = (number for number, line in enumerate(lines) if line == f"::{token}::")
    assert [n for n, line in enumerate(lines) if "##[" in line and not line.startswith("::")] < [
        end
    ]
    assert summary.exists()


def test_a_fault_is_told_without_a_file(summary: Path) -> None:
    """The generator's own; there is no line of staff's to open."""
    outcome = Outcome(1, message="theme/x.html:3\n  Found   a fault of the theme")
    (line,) = github.tell(outcome, checking=False)
    assert line == (
        "::error title=The build failed::theme/x.html:3%0A  Found   a fault of the theme"
    )
    assert "## Not published: the build failed\n\n**The site on the web" in summary.read_text()


def test_a_command_that_cannot_begin_is_told_as_well(bare: Project, summary: Path) -> None:
    """Pelican gives up before the build begins."""
    shutil.rmtree(bare.content)
    done = bare.pelican("-e", "CHECK_ONLY=true")
    assert done.returncode == 2
    assert "::error title=To fix%3A content::Found: no such folder%0A" in done.stdout
    assert summary.read_text().startswith("## Not published: 1 problem to fix\n")


def test_elsewhere_a_command_says_nothing_to_github(bare: Project) -> None:
    """The same words as ever in a terminal."""
    bare.write({"offers/winter.md": OFFER, "pages/offers.md": OFFERS})
    assert "::" not in bare.pelican("-e", "CHECK_ONLY=true").stdout
