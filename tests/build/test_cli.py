"""Pelican's own command: exit codes, and every word on the console."""

from __future__ import annotations

import re

import pytest

from tests.build.conftest import MARK, Project
from tests.sites import LIVE, tree, write

BUILT = re.compile(r"Built output/: 4 pages in \d+\.\d s\.\n")


def test_a_build_says_what_it_did_and_exits_with_0(bare: Project) -> None:
    """One line; without Pelican's own count of pages that we do not have."""
    done = bare.pelican()
    assert (done.returncode, bool(BUILT.fullmatch(done.stdout))) == (0, True), done.stdout
    assert "404.html" in bare.files()


def test_the_live_site_takes_its_address_from_the_environment(bare: Project) -> None:
    """make publish SITEURL=... hands it over."""
    done = bare.pelican(live=True, SITEURL=f"{LIVE}/")
    assert done.returncode == 0, done.stdout
    assert f"<loc>{LIVE}/</loc>" in (bare.output / "sitemap.xml").read_text()


def test_a_problem_exits_with_2_and_changes_nothing(bare: Project) -> None:
    """What make, a host or a script looks at."""
    write(bare.output, {"index.html": MARK, "kept.txt": "kept"})
    before = tree(bare.output)
    bare.replace("pages/home.md", "title", "titel")
    done = bare.pelican()
    assert (done.returncode, done.stdout, tree(bare.output)) == (
        2,
        """\
content/pages/home.md:2, titel
  Found   the key "titel"
  Needed  one of title, summary, starter, picture, navigation or aliases
  To fix  did you mean "title"? Write "title: ..."

1 problem to fix. Nothing was changed: the site is as it was.
""",
        before,
    )


def test_checking_lists_what_is_not_known_and_builds_nothing(bare: Project) -> None:
    """make check, for who fills in practice.yaml."""
    done = bare.pelican("-e", "CHECK_ONLY=true")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith(
        """\
Not known yet, so left out of the site, what visitors miss most first:

content/practice.yaml, hours
  Needed  for visitors: the opening hours, which Google asks for too
  To fix  write "hours:" and below it a line for each day, like monday: "09:00-18:00"

content/practice.yaml, address
"""
    )
    assert re.search(r"\n\n\d+ facts not known yet.\n", done.stdout)
    assert re.search(r"\nChecked 4 pages in \d+\.\d s\.\n$", done.stdout)
    assert not bare.output.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["elsewhere"],
            """\
elsewhere
  Found   no such folder
  Needed  a folder with practice.yaml and pages/
  To fix  correct the name (CONTENT=...), or restore the folder
""",
        ),
        (
            ["content", "-t", "elsewhere"],
            """\
elsewhere
  Found   no such folder
  Needed  the folder of a theme, with templates/
  To fix  correct the name (THEME, or -t), or restore the folder
""",
        ),
    ],
)
def test_a_folder_that_is_not_there_is_told_without_a_call_stack(
    bare: Project, words: list[str], said: str
) -> None:
    """Pelican looks for it before it asks anyone, and prints a call stack."""
    command = bare.command()
    done = bare.run([*command[:3], *words, *command[4:]])
    end = "\n1 problem to fix. Nothing was changed: the site is as it was.\n"
    assert (done.returncode, done.stdout) == (2, said + end)


def test_a_fault_exits_with_1_without_a_call_stack(bare: Project) -> None:
    """A setting that makes no sense is for a developer."""
    done = bare.pelican("-e", "PLUGINS=7")
    assert (done.returncode, "Traceback" in done.stdout) == (1, False)
    assert "a fault of the generator, not of your text: 'int' object is not iterable" in done.stdout


def test_a_console_of_few_letters_gets_the_message_all_the_same(bare: Project) -> None:
    """On an old console one letter of a title must not end in a call stack."""
    bare.replace("pages/home.md", "title: Massage", 'title: Massage\nsüß: "…"')
    done = bare.pelican(PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert '  Found   the key "s??"\n' in done.stdout
    assert "Traceback" not in done.stdout
