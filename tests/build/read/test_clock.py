"""AT: the moment that a site is built for."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.build.api import build
from plugins.build.read.clock import instant
from plugins.core.problems import ContentError
from tests.browser.small_sites import content

ROOT = Path(__file__).parents[3]
BIN = Path(sys.executable).parent
DENVER = ZoneInfo("America/Denver")
OFFERS = {
    "autumn": 'headline: "Autumn"\nends: 2026-11-30\nterms: All.',
    "winter": 'headline: "Winter"\nstarts: 2026-12-01\nends: 2027-01-31\nterms: All.',
}


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    return content(tmp_path / "content", OFFERS)


def utc(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)  # type: ignore[arg-type,misc]


def refused(at: str, *, preview: bool = True) -> str:
    with pytest.raises(ContentError) as caught:
        instant(DENVER, at, preview=preview)
    return str(caught.value)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-12-24", utc(2026, 12, 24, 7)),
        ("2026-07-04", utc(2026, 7, 4, 6)),
        (" 2026-12-24 09:00 ", utc(2026, 12, 24, 16)),
        ("2026-12-24T09:00:30", utc(2026, 12, 24, 16, 0, 30)),
        ("2026-12-24T09:00+01:00", utc(2026, 12, 24, 8)),
        ("2026-11-01 01:30", utc(2026, 11, 1, 7, 30)),
    ],
)
def test_at_is_read_by_the_clock_of_the_practice(at: str, expected: datetime) -> None:
    """Staff type the time that their own clock will show, in winter and in summer."""
    assert instant(DENVER, at) == expected


@pytest.mark.parametrize("at", ["", "  "])
def test_without_at_it_is_the_present(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """make hands an empty AT on when nobody typed one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798128000")
    assert instant(DENVER, at) == utc(2026, 12, 24, 16)


def test_at_goes_before_the_epoch_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody typed the one; the other was set once, for every build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert instant(DENVER, "2026-12-24") == utc(2026, 12, 24, 7)


def test_a_wrong_at_says_what_to_type() -> None:
    """The date as people write it is the first thing that is tried."""
    assert (
        refused("31/12/2026")
        == """\
AT
  Found   "31/12/2026"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  write AT="2026-12-31\""""
    )


def test_an_at_that_means_nothing_says_the_form() -> None:
    """There is nothing to suggest for a word."""
    assert (
        refused("tomorrow")
        == """\
AT
  Found   "tomorrow"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  write the year first, then the month, then the day: 2026-12-31"""
    )


def test_a_time_that_the_clock_skips_says_the_next() -> None:
    """At half past two on that night no clock in Denver shows half past two."""
    assert (
        refused("2027-03-14 02:30")
        == """\
AT
  Found   "2027-03-14 02:30"
  Needed  a time that exists: on Sunday, March 14, 2027 the clock in America/Denver skips \
from 02:00 to 03:00
  To fix  write AT="2027-03-14 03:00\""""
    )


def test_a_site_to_publish_takes_no_at(tmp_path: Path, practice: Path) -> None:
    """A variable left over in a terminal must not publish offers that have yet to start."""
    done = subprocess.run(
        [BIN / "pelican", practice, "-s", "publishconf.py", "-o", tmp_path / "output"],
        cwd=ROOT,
        env=os.environ | {"AT": "2026-12-24", "SITEURL": "https://www.example.com"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (
        2,
        "",
        """\
AT
  Found   "2026-12-24" in a site to publish
  Needed  the present: visitors read what is published as true now
  To fix  leave AT out, or look at that moment with "make devserver AT=..."

1 problem to fix. Nothing was changed: the site is as it was.
""",
    )
    assert not (tmp_path / "output").exists()


def test_make_hands_at_to_the_build(tmp_path: Path, practice: Path) -> None:
    """The page is what a visitor without JavaScript sees then."""
    subprocess.run(
        ["make", "html", f"CONTENT={practice}", f"OUTPUT={tmp_path / 'output'}",
         "AT=2026-12-24 09:00", f"BIN={BIN}"],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    page = (tmp_path / "output/index.html").read_text()
    assert ("Autumn" in page, "Winter" in page) == (False, True)


def test_an_at_in_a_zone_that_is_wrong_is_told_with_the_zone(
    tmp_path: Path, practice: Path
) -> None:
    """The zone decides what AT means, so it is read first; when it is wrong, that is the news."""
    facts = practice / "practice.yaml"
    facts.write_text(facts.read_text().replace("America/Denver", "Denver"))
    outcome = build(
        settings=str(ROOT / "pelicanconf.py"),
        content=str(practice),
        output=str(tmp_path / "output"),
        overrides={"AT": "2026-12-24"},
    )
    assert (outcome.code, outcome.text.splitlines()) == (
        2,
        [
            f"{facts}:3, time_zone",
            '  Found   "Denver"',
            "  Needed  a time zone by region and city, like America/New_York",
            '  To fix  did you mean "America/Denver"? Write "time_zone: America/Denver"',
            "",
            "1 problem to fix. Nothing was changed: the site is as it was.",
        ],
    )
