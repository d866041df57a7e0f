"""security.txt: where to tell of a fault, and until when that holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.core.feature import Due
from plugins.exports.security_txt import due, expires
from tests.build.conftest import Project
from tests.sites import PAGE, PRACTICE, model

FILES = {"practice.yaml": PRACTICE, "pages/home.md": PAGE}


def text(project: Project) -> str:
    return (project.output / ".well-known/security.txt").read_text()


def test_it_has_every_way_to_tell(live: Project) -> None:
    """The whole file."""
    assert (
        text(live)
        == """\
Contact: mailto:hello@hands.test
Contact: tel:+13035550142
Expires: 2031-05-01T00:00:00Z
Preferred-Languages: en-US
Canonical: https://www.example.com/.well-known/security.txt
"""
    )


def test_the_smallest_practice_can_be_called(bare: Project) -> None:
    """The standard asks for one contact, and there is a number always."""
    bare.built()
    assert (
        text(bare)
        == """\
Contact: tel:+13035550142
Expires: 2031-05-01T00:00:00Z
Preferred-Languages: en-US
Canonical: https://www.example.com/.well-known/security.txt
"""
    )


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (datetime(2028, 2, 29, 23, 59, tzinfo=UTC), datetime(2029, 2, 1, tzinfo=UTC)),
        (datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)),
        (datetime(2027, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)),
    ],
)
def test_it_changes_with_the_month_alone(now: datetime, until: datetime) -> None:
    """At most a year, as the standard wishes, and no new file with every build."""
    assert expires(now) == until


def test_a_build_is_due_two_weeks_before_it_runs_out(tmp_path: Path) -> None:
    """What has run out says that nobody looks after the site."""
    site = model(tmp_path, FILES)
    at = datetime(2031, 4, 17, tzinfo=UTC)
    what = "security.txt must be renewed: it runs out two weeks later"
    (found,) = due(site)
    assert found == Due(at, found.source, what, of_pages=False)
    assert found.source.endswith("practice.yaml")
    assert list(due(replace(site, preview=True))) == []
