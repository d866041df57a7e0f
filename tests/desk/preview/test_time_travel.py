"""The moment that follows ?at=, and the text of the bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.preview.inject import with_script
from plugins.desk.preview.time_travel import TimeTravel

FORMS = "a date like 2026-12-31, or a date and time like 2026-12-31 18:00"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "practice.yaml").write_text("name: X\ntime_zone: America/Denver\n")
    return tmp_path


def script(**values: str) -> bytes:
    data = "".join(f' data-{name}="{text}"' for name, text in values.items())
    return f'<script src="/_preview/time_travel.js"{data}></script>'.encode()


@pytest.mark.parametrize(
    ("asked", "now", "words"),
    [
        ("2086-12-24T09:00", "3691584000000", "Tuesday, December 24, 2086, 9 AM"),
        ("2086-12-24", "3691551600000", "Tuesday, December 24, 2086, as it begins"),
        ("2086-12-24 12:00", "3691594800000", "Tuesday, December 24, 2086, noon"),
        ("2086-12-24T16:00Z", "3691584000000", "Tuesday, December 24, 2086, 9 AM"),
        ("2086-12-24T17:00 01:00", "3691584000000", "Tuesday, December 24, 2086, 9 AM"),
        ("2036-11-02T01:30", "2109223800000", "Sunday, November 2, 2036, 1:30 AM"),
        (
            "2036-11-02T01:30-07:00",
            "2109227400000",
            "Sunday, November 2, 2036, 1:30 AM, the second time",
        ),
    ],
)
def test_a_moment_is_one_of_the_practice(content: Path, asked: str, now: str, words: str) -> None:
    """In whichever zone the browser stands; a plus sign in an address arrives as a space."""
    message = f"Shown as of {words} (Denver)."
    assert TimeTravel(content).script(asked) == script(now=now, message=message, back="Back to now")


def test_without_a_moment_a_page_gets_nothing(content: Path) -> None:
    """The page of every day stays as it was built."""
    assert TimeTravel(content).script("") == b""


def test_at_of_the_command_sets_every_page(content: Path) -> None:
    """There is no way back from it within the browser: the site was built as of then."""
    travel = TimeTravel(content, "2026-12-24 09:00")
    message = "Shown as of Thursday, December 24, 2026, 9 AM (Denver)."
    assert travel.script("") == script(now="1798128000000", message=message)


@pytest.mark.parametrize(
    ("asked", "now", "words", "note"),
    [
        ("2026-12-23", "1798009200000", "Wednesday, December 23, 2026, as it begins", True),
        ("2026-12-25", "1798182000000", "Friday, December 25, 2026, as it begins", False),
    ],
)
def test_before_the_build_the_bar_says_what_is_missing(
    content: Path, asked: str, now: str, words: str, note: bool
) -> None:
    """Offers that had ended are not in the pages any more; nobody must look for them in vain."""
    notes = {"note": "Offers that had ended before the last build are not shown."} if note else {}
    message = f"Shown as of {words} (Denver)."
    made = TimeTravel(content, "2026-12-24 09:00").script(asked)
    assert made == script(now=now, message=message, **notes, back="Back to AT")


@pytest.mark.parametrize(
    ("asked", "found", "fix"),
    [
        ("31/12/2026", "31/12/2026", "type ?at=2026-12-31"),
        ("Dec 31, 2026 6 PM", "Dec 31, 2026 6 PM", "type ?at=2026-12-31T18:00"),
        (
            '"><script>',
            "&quot;&gt;&lt;script&gt;",
            "write the year first, then the month, then the day: 2026-12-31",
        ),
    ],
)
def test_a_moment_that_is_none_says_what_to_type(
    content: Path, asked: str, found: str, fix: str
) -> None:
    """The words are those of the date field; what was typed never becomes HTML."""
    message = f"Found &quot;{found}&quot; after ?at=. Needed {FORMS}. To fix, {fix}."
    assert TimeTravel(content).script(asked) == script(message=message, back="Back to now")


def test_an_at_that_is_none_is_left_to_the_build(content: Path) -> None:
    """It stops the build, and its problem covers every page already."""
    assert TimeTravel(content, "tomorrow").script("") == b""


def test_without_a_practice_the_clock_is_utc(tmp_path: Path) -> None:
    """make serve shows any folder; the bar names the zone, so nobody is misled."""
    message = "Shown as of Tuesday, December 24, 2086, 9 AM (UTC)."
    made = TimeTravel(tmp_path).script("2086-12-24T09:00")
    assert made == script(now="3691558800000", message=message, back="Back to now")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<!doctype html>\n<html><head id=a><meta>", b"<!doctype html>\n<html><head id=a>S<meta>"),
        (b"<!DOCTYPE html><title>x</title>", b"<!DOCTYPE html>S<title>x</title>"),
        (b"<header>x</header>", b"S<header>x</header>"),
    ],
)  # fmt: skip
def test_the_script_stands_before_all_others(page: bytes, expected: bytes) -> None:
    """A script above it would still see the present; above the doctype it would change the page."""
    assert with_script(page, "b", b"S").startswith(expected)
