"""Dates of content files: true for whoever reads them, and never to come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.core.model.changes import written
from tests.addresses.repository import commit, day, repository
from tests.sites import PAGE, PRACTICE, model, only

FILES = {"practice.yaml": PRACTICE, "symptoms/a.md": PAGE}
# 3 PM in Denver.
NOW = datetime(2030, 4, 20, 21, tzinfo=UTC)
BUILD_DAY = datetime(2030, 4, 20, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "preview", "date"),
    [
        (day(2), False, day(2)),
        (NOW + timedelta(days=1), False, BUILD_DAY),
        (day(2), True, BUILD_DAY),
        (None, False, BUILD_DAY),
    ],
)
def test_a_file_is_dated_by_git_or_by_the_day_of_the_build(
    tmp_path: Path, at: datetime | None, date: datetime, *, preview: bool
) -> None:
    """A clock that was wrong dates no file in the future, and the preview asks nobody."""
    if at:
        commit(repository(tmp_path), FILES, at)
    site = model(tmp_path, FILES, now=NOW, preview=preview)
    assert written(only(site, "symptoms"), site) == date
