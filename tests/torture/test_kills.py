"""kill -9 at any point of a build: the old site or the new one, and the next build needs no help.

1,000 kills in `make torture`: at the calls by which a build changes something on the disk, spread
over all of it, and at random moments; of all of its processes, and of the first alone.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.torture.conftest import NewCopy
from tests.torture.copies import FIRST, Copy, References, Whole, differences
from tests.torture.counts import tell, times
from tests.torture.points import Point, end, held, points, spread, start

pytestmark = pytest.mark.torture

Kill = Callable[[Copy], bool]
# Appended to a copy's swap.py: what every generator does that writes straight into output/.
FILE_BY_FILE = """

def replace(new, output, aside):
    import shutil
    shutil.copytree(new, output, dirs_exist_ok=True)
"""


def at(point: Point) -> Kill:
    """A kill at a call of the first process."""

    def kill(copy: Copy) -> bool:
        with held(copy, point) as build:
            return build.poll() is None

    return kill


def after(seconds: float, *, alone: bool) -> Kill:
    """A kill some time after the start, of all processes or of the first alone."""

    def kill(copy: Copy) -> bool:
        build = start(copy)
        time.sleep(seconds)
        came = build.poll() is None
        if alone:
            build.kill()
            build.wait()
        else:
            end(build)
        return came

    return kill


def thinned(cache: Path, chance: random.Random, *, all_of_it: bool) -> None:
    """Take some entries away, so that builds under attack have something to put there."""
    entries = sorted(path for path in cache.rglob("*") if path.is_file())
    for path in chance.sample(entries, min(3, len(entries))):
        path.unlink()
    if all_of_it:
        shutil.rmtree(cache)


def kills(copy: Copy, calls: int, moments: int, chance: random.Random) -> Iterator[Kill]:
    """The kills of one campaign: the steps of the exchange, calls and moments all over a build."""
    found = [one for one in points(copy) if one.call != "close"]
    steps = spread([one for one in found if one.step], calls // 4)
    for point in (*steps, *spread(found, calls - len(steps))):
        yield at(point)
    for number in range(moments):
        yield after(chance.uniform(0, copy.seconds), alone=number % 2 == 1)


def outcome(copy: Copy, kill: Kill, old: Whole, new: Whole) -> str:
    """ "old" or "new", what is left after a kill; "late", it came after the end; else the fault."""
    killed = kill(copy)
    left = copy.site()
    if fault := copy.rebuilt(new):
        return fault
    if not killed:
        return differences(left, new) or "late"
    names = {"old": old, "new": new}
    return next((name for name, one in names.items() if one == left), differences(left, new))


# What differs between the old site and the new one, and whether it is the one to publish.
CASES = [("fact", True), ("body", False), ("fact", False), ("body", True)]


@pytest.mark.parametrize(("version", "live"), CASES[: times(2, 4)])
def test_a_kill_leaves_the_old_site_or_the_new_one(
    new_copy: NewCopy,
    references: References,
    request: pytest.FixtureRequest,
    version: str,
    live: bool,
) -> None:
    """Power cuts, full memory, an impatient host. Plain Pelican left 39 of 52 sites torn."""
    chance = random.Random(f"{version} {live}")  # noqa: S311 (the same kills in every run)
    copy = new_copy(live)
    sites = {name: references.of(name, live=live) for name in (FIRST, version)}
    assert copy.site() == sites[FIRST]
    if version == "body":
        copy.warm(version, FIRST)
    copy.hold(version)
    tally: Counter[str] = Counter()
    old, new = version, FIRST
    for number, kill in enumerate(kills(copy, times(4, 200), times(1, 50), chance)):
        copy.hold(new)
        if version == "fact":
            thinned(copy.cache, chance, all_of_it=number % 20 == 19)
        tally[outcome(copy, kill, sites[old], sites[new])] += 1
        old, new = new, old
    tell(
        request,
        f"{tally['old'] + tally['new']:,} kills: "
        f"{tally['old']:,} old sites, {tally['new']:,} new ones; {tally['late']:,} came too late",
    )
    assert set(tally) <= {"old", "new", "late"}
    assert tally["late"] <= tally["old"] + tally["new"]


def test_nothing_outlives_a_build_that_was_killed(
    new_copy: NewCopy, request: pytest.FixtureRequest
) -> None:
    """Who is left behind keeps the lock, or writes into what the next build sweeps."""
    copy, kills = new_copy(True), times(3, 30)
    for number in range(kills):
        copy.hold(("fact", FIRST)[number % 2])
        shutil.rmtree(copy.cache)  # so that there is work to share
        build = start(copy)
        try:
            time.sleep(copy.seconds * (1 + 4 * number / kills))
            build.kill()
            build.wait()
            assert gone(build.pid, within=10)
        finally:
            end(build)
    tell(request, f"{kills} builds killed alone: nothing of them was left after 10 s")


def gone(group: int, *, within: float) -> bool:
    """Whether the last process of a group ends in time."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_a_build_that_writes_file_by_file_is_caught(
    new_copy: NewCopy, references: References
) -> None:
    """The control: the same kill, look and comparison find the fault that they are for."""
    copy = new_copy(False)
    with (copy.folder / "plugins/build/output/atomic.py").open("a") as module:
        module.write(FILE_BY_FILE)
    copy.hold("fact")
    inside = [
        one for one in points(copy) if f"{copy.output}/" in one.about and one.call == "openat"
    ]
    copy.hold(FIRST)
    old, new = (references.of(name, live=False) for name in ("fact", FIRST))
    said = outcome(copy, at(inside[len(inside) // 2]), old, new)
    assert " differ: " in said
