"""Seasons: what pages have of them, and when a build is due."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from plugins.core.model.site import Site
from plugins.practice.seasons import due_builds, without_past_seasons
from tests.sites import PRACTICE, model

ROWS = """\
hours:
  monday: "09:00-18:00"
  seasons:
    - starts: 2030-01-01
      ends: 2030-01-31
      monday: closed
    - starts: 06-01
      ends: 08-31
      monday: closed
special_days:
  - date: 2030-12-24
    through: 2031-01-02
"""


def practice(folder: Path, now: datetime, rows: str = ROWS) -> Site:
    return model(folder, {"practice.yaml": PRACTICE + rows}, now=now)


def test_a_season_of_a_year_that_has_passed_it_shows_nowhere_and_is_told(tmp_path: Path) -> None:
    """By the practice's clock: January ends in Denver at seven in the morning, UTC."""
    before = practice(tmp_path / "before", datetime(2030, 2, 1, 6, 59, 59, tzinfo=UTC))
    after = practice(tmp_path / "after", datetime(2030, 2, 1, 7, tzinfo=UTC))
    found = []
    for given in (before, after):
        site, problems = without_past_seasons(given)
        assert site.practice.hours
        ends = [one.ends for one in site.practice.hours.seasons]
        found.append((ends, [(one.found, one.level) for one in problems]))
    assert found == [
        (["2030-01-31", "08-31"], []),
        (["08-31"], [("a season that ended on 2030-01-31", "warning")]),
    ]


def test_hours_that_nobody_wrote_stay_unknown(tmp_path: Path) -> None:
    """`make check` asks for them."""
    now = datetime(2030, 2, 1, tzinfo=UTC)
    site, _ = without_past_seasons(practice(tmp_path, now, ""))
    assert "hours" not in site.practice.model_fields_set
    assert "locations" not in site.practice.model_fields_set


def test_builds_are_due_when_tables_change(tmp_path: Path) -> None:
    """60 days before a special day, and after a season."""
    found = due_builds(
        practice(tmp_path, datetime(2030, 5, 1, tzinfo=UTC), ROWS.replace("2030-01", "2030-07"))
    )
    assert [(one.at, one.what) for one in found] == [
        (datetime(2030, 10, 25, 6, tzinfo=UTC), '"2030-12-24" shows beside the hours'),
        (datetime(2030, 8, 1, 6, tzinfo=UTC), "the season until 2030-07-31 is over"),
        (datetime(2030, 9, 1, 6, tzinfo=UTC), "the season until 08-31 is over"),
    ]
