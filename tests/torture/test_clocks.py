"""Clocks that are wrong, and times of files that say nothing: caches are not fooled."""

from __future__ import annotations

import json
import os
from datetime import timedelta

import pytest

from tests.sites import NOW
from tests.tools import FAULTS
from tests.torture.conftest import NewCopy
from tests.torture.copies import EDITS, FIRST, Copy, References
from tests.torture.counts import times

pytestmark = pytest.mark.torture

# A clock that is wrong and goes on from there; dates of files stay true.
CLOCK = {"SOURCE_DATE_EPOCH": "", "TZ": "UTC", "NO_FAKE_STAT": "1"}
AHEAD, BEHIND = timedelta(days=400), timedelta(days=-400)
# How wrong the clock is, and whether the site is the one to publish.
CASES = [(AHEAD, True), (BEHIND, False), (AHEAD, False), (BEHIND, True)]


def clocked(copy: Copy, days: timedelta) -> str:
    """Build by a clock that is so far from NOW; the hour at which this was, by the notes."""
    FAULTS.ready()
    moment = f"@{NOW + days:%Y-%m-%d %H:%M:%S}"
    done = copy.run(["faketime", "-f", moment, *copy.command()], **CLOCK)
    assert done.returncode == 0, done.stdout
    built = json.loads((copy.cache / "build-notes.json").read_text())["built"]
    return str(built)[:13]


@pytest.mark.parametrize(("away", "live"), CASES[: times(1, 4)])
def test_a_clock_that_was_wrong_for_one_build_leaves_nothing(
    new_copy: NewCopy, references: References, away: timedelta, live: bool
) -> None:
    """An empty battery, a wrong zone: offers of that time must not stay on the pages."""
    copy = new_copy(live)
    copy.hold("body")
    assert clocked(copy, away) == f"{NOW + away:%Y-%m-%dT%H}"
    assert copy.site() == references.of("body", live=live, now=NOW + away)
    assert copy.site() != references.of("body", live=live)
    assert clocked(copy, timedelta(0)) == f"{NOW:%Y-%m-%dT%H}"
    assert copy.site() == references.of("body", live=live)


def test_an_edit_by_a_clock_that_was_set_back_is_seen(
    new_copy: NewCopy, references: References
) -> None:
    """What was saved now is older, by its date, than what was built from its predecessor."""
    copy = new_copy(False)
    clocked(copy, AHEAD)
    copy.hold("body")
    long_ago = (NOW - timedelta(days=4000)).timestamp()
    os.utime(copy.content / EDITS["body"][0], (long_ago, long_ago))
    clocked(copy, timedelta(0))
    assert copy.site() == references.of("body", live=False)


@pytest.mark.parametrize("version", ["body", "fact"][: times(1, 2)])
def test_an_edit_that_keeps_size_and_time_is_seen(
    new_copy: NewCopy, references: References, version: str
) -> None:
    """rsync, Git and Dropbox set times; "one" and "two" are as long."""
    copy = new_copy(True)
    path = copy.content / EDITS[version][0]
    for target in (version, FIRST):
        before = path.stat()
        copy.hold(target)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert path.stat().st_size == before.st_size
        assert copy.rebuilt(references.of(target, live=True)) == ""
