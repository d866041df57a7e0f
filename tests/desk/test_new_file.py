"""New pages, notes and people: written once, checked before they are written."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk.__main__ import main
from tests.sites import BARE, ROOT, write

NEWS = "---\ntitle: News\nsummary: New.\nnavigation:\n  label: News\n  order: 40\n---\n\nNew.\n"


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    files = {path.relative_to(BARE).as_posix(): path.read_bytes() for path in BARE.rglob("*.*")}
    cupping = "---\ntitle: Cupping\nsummary: Cups.\n---\n\nCups.\n"
    write(folder, {**files, "pages/news.md": NEWS, "modalities/cupping.md": cupping})
    return folder


@pytest.fixture
def run(content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with its fields, nobody at the terminal: exit code, words."""

    def run(command: str, **fields: str) -> tuple[int, str]:
        monkeypatch.setattr("plugins.desk.questions.at_terminal", lambda: False)
        with monkeypatch.context() as patch:
            for key, value in fields.items():
                patch.setenv(key, value)
            code = main([command, "--content", str(content), "--settings", "pelicanconf.py"])
        return code, capsys.readouterr().out.replace(str(content), "content")

    return run


@pytest.mark.parametrize(
    ("command", "fields", "path", "lines", "said"),
    [
        (
            "new-page",
            {"TITLE": 'Gifts: "cards"', "SUMMARY": "How to get one", "MENU": "Gifts"},
            "pages/gifts-cards.md",
            'title: "Gifts: \\"cards\\""\nsummary: "How to get one"\n'
            'navigation:\n  label: "Gifts"\n  order: 50\n'
            "# More keys, each on a line of its own: picture, aliases.\n"
            "# The text stands below the next line.\n",
            "Write its text there. In the preview its address is /gifts-cards/.",
        ),
        (
            "new-note",
            {"TITLE": "A second room", "SUMMARY": "There is more space", "DATE": "2026-05-01"},
            "news/a-second-room.md",
            'title: "A second room"\nsummary: "There is more space"\ndate: 2026-05-01\n'
            "# More keys, each on a line of its own: picture, aliases.\n"
            "# The text stands below the next line.\n",
            "Write its text there. It shows from 2026-05-01.",
        ),
        (
            "new-person",
            {"NAME": "Ada Example", "ROLE": "Massage therapist", "MODALITIES": "1"},
            "people/ada-example.md",
            'name: "Ada Example"\nrole: "Massage therapist"\nmodalities:\n  - cupping\n'
            "# More keys, each on a line of its own: summary, licence, languages, booking, "
            "picture, order, aliases.\n"
            "# A few sentences about the person can stand below the next line.\n",
            "Write a few sentences there: whoever has a text has a page.",
        ),
    ],
)
def test_the_file_holds_what_was_given(  # noqa: PLR0917
    run: Run, content: Path, command: str, fields: dict[str, str], path: str, lines: str, said: str
) -> None:
    """Whoever never saw front matter gets a file that builds."""
    assert run(command, **fields) == (0, f"Wrote content/{path}.\n{said}\n")
    assert (content / path).read_text() == f"---\n{lines}---\n\n"
    again = run(command, **fields)
    assert again[0] == 2
    assert again[1].startswith(f"content/{path} is there already. Change that file, or choose")


@pytest.mark.parametrize(
    ("command", "fields", "said"),
    [
        ("new-page", {"TITLE": "Gifts"}, 'Which page? Type: make new-page TITLE="Gift cards"'),
        (
            "new-note",
            {"TITLE": "A", "SUMMARY": "B", "DATE": "31/12/2026"},
            'content/news/a.md:4, date\n  Found   "31/12/2026"\n',
        ),
        (
            "new-person",
            {"NAME": "Ada", "ROLE": "Therapist", "MODALITIES": "cuping"},
            'content/people/ada.md:5, modalities\n  Found   "cuping"\n',
        ),
    ],
)
def test_what_cannot_be_used_writes_nothing(
    run: Run, content: Path, command: str, fields: dict[str, str], said: str
) -> None:
    """The same words as in a build, before there is a file to mend."""
    before = sorted(content.rglob("*.md"))
    code, words = run(command, **fields)
    assert (code, words[: len(said)]) == (2, said)
    assert sorted(content.rglob("*.md")) == before


def test_a_name_that_the_system_has_is_not_taken_for_a_typed_one(tmp_path: Path) -> None:
    """Windows' Linux calls the machine NAME; nobody of that name works here."""
    (tmp_path / "python").write_text('#!/bin/sh\necho "$NAME"\n')
    (tmp_path / "python").chmod(0o755)
    make = ["make", "new-person", f"BIN={tmp_path}"]
    environment = {"PATH": "/usr/bin:/bin", "NAME": "LAPTOP"}
    said = [
        subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        for words in (make, [*make, "NAME=Ada $1"])
    ]
    assert [done.stdout for done in said] == ["\n", "Ada $1\n"]
