"""Caches that are deleted while a build reads and writes them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.torture.conftest import NewCopy
from tests.torture.copies import FIRST, References
from tests.torture.counts import tell, times

pytestmark = pytest.mark.torture


@contextmanager
def deleting(folder: Path, pause: float) -> Iterator[list[int]]:
    """Somebody who deletes a folder again and again; how often it was there."""
    enough, found = threading.Event(), [0]

    def delete() -> None:
        while not enough.wait(pause):
            found[0] += folder.exists()
            shutil.rmtree(folder, ignore_errors=True)

    thread = threading.Thread(target=delete)
    thread.start()
    try:
        yield found
    finally:
        enough.set()
        thread.join()


def test_a_build_whose_caches_are_deleted_makes_its_site(
    new_copy: NewCopy, references: References, request: pytest.FixtureRequest
) -> None:
    """ "make clean" in another window, or who makes room on a disk."""
    copy, deleted, builds = new_copy(True), 0, times(2, 30)
    sites = {name: references.of(name, live=True) for name in (FIRST, "body")}
    for number in range(builds):
        version = (FIRST, "body")[number % 2]
        copy.hold(version)
        with deleting(copy.cache, 0.003 * 2 ** (number % 8)) as found:
            fault = copy.rebuilt(sites[version])
        assert fault == ""
        deleted += found[0]
    assert copy.rebuilt(sites[version]) == ""
    assert deleted >= builds
    tell(request, f"{builds} builds, whose caches were deleted {deleted:,} times meanwhile")
