"""Two builds of one output at once: one of them says so, and the site is one of the two."""

from __future__ import annotations

import subprocess
from collections import Counter

import pytest

from tests.torture.conftest import NewCopy
from tests.torture.copies import FIRST, References
from tests.torture.counts import tell, times
from tests.torture.points import points, spread, start, stopped, woken

pytestmark = pytest.mark.torture

RUNNING = "  Found   another build of it, still running\n"


def ended(build: subprocess.Popen[str]) -> tuple[int, str]:
    said = build.communicate(timeout=120)[0]
    return build.returncode, said


def test_of_two_builds_at_once_each_makes_its_site_or_says_that_another_runs(
    new_copy: NewCopy, references: References, request: pytest.FixtureRequest
) -> None:
    """The preview and the site to publish, from two windows; plain Pelican mixes them."""
    copy, tally = new_copy(False), Counter[int]()
    sites = {live: references.of("fact", live=live) for live in (False, True)}
    copy.hold("fact")
    for number in range(times(3, 100)):
        builds = {}
        for live in (False, True) if number % 2 else (True, False):
            copy.live = live
            builds[live] = start(copy)
        ends = {live: ended(build) for live, build in builds.items()}
        made = [live for live, (code, _) in ends.items() if code == 0]
        assert made, ends
        assert copy.site() in [sites[live] for live in made]
        refused = [said for code, said in ends.values() if code]
        assert all(RUNNING in said for said in refused)
        tally[len(made)] += 1
    copy.live = False
    assert copy.rebuilt(sites[False]) == ""
    tell(
        request,
        f"{sum(tally.values())} pairs of builds at once: {tally[1]} times one was told that "
        f"another runs, {tally[2]} times one came after the other",
    )


def test_a_build_that_was_stopped_brings_nothing_old_back(
    new_copy: NewCopy, references: References, request: pytest.FixtureRequest
) -> None:
    """A laptop sleeps in the middle of a build: what was built meanwhile stays, or is told."""
    copy, tally = new_copy(False), Counter[str]()
    sites = {name: references.of(name, live=False) for name in (FIRST, "fact")}
    copy.hold("fact")
    found = [one for one in points(copy) if one.call != "close"]
    lock = next(one for one in found if one.call == "openat" and "/lock" in one.about)
    old, new = FIRST, "fact"
    for point in (lock, *spread(found, times(1, 60))):
        copy.hold(old)
        with stopped(copy, point) as first:
            assert first.poll() is None
            copy.hold(new)
            second = copy.pelican()
            code, said = woken(first)
        if second.returncode:
            assert RUNNING in second.stdout
            assert code == 0, said
            assert copy.site() == sites[old]
        else:
            assert copy.site() == sites[new], said
        tally["told" if second.returncode else "built"] += 1
        assert copy.rebuilt(sites[new]) == ""
        old, new = new, old
    tell(
        request,
        f"{sum(tally.values())} builds stopped while another was started: {tally['told']} times "
        f"it was told, {tally['built']} times it built",
    )
