"""Whatever was edited, in whatever order: a later build gives what a build from nothing gives."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.torture.counts import tell, times
from tests.torture.editing.place import Moment, Place, mold
from tests.torture.editing.sequence import run

pytestmark = pytest.mark.torture


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A project that was built already, for each sequence to copy."""
    folder = tmp_path_factory.mktemp("mold") / "project"
    return mold(folder, Moment(live=True), Moment())


@pytest.mark.parametrize("way", ["command", "resident"])
def test_a_build_after_edits_is_a_build_from_nothing(
    way: str, warm: Place, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Neither a cache nor a process that stays, nor how many work at once, may put an old page
    beside a new one. SEQUENCE=command-17 in the environment runs one sequence alone."""
    alone = os.environ.get("SEQUENCE", "")
    seeds = [f"{way}-{number}" for number in range(times(1, 150))]
    if alone:
        if not alone.startswith(way):
            pytest.skip("another sequence was asked for")
        seeds = [alone]
    length = (times(3, 3), times(4, 8))
    counts: Counter[str] = Counter()
    for seed in seeds:
        counts += run(seed, warm, tmp_path / seed, length=length)
        shutil.rmtree(tmp_path / seed)
    counts["kinds"] = sum(name.startswith("edit ") for name in counts)
    tell(
        request,
        "{} sequences of {edits} edits of {kinds} kinds, {builds} builds, {refused} refused, "
        "{at_once} pages at once; "
        "{compared} compared with a build from nothing: 0 bytes differ".format(
            len(seeds), **{"refused": 0, "at_once": 0, **counts}
        ),
    )
