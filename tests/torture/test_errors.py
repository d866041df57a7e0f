"""Errors of the disk at any point of a build: words to act on, and the old site or the new one.

500 errors in `make torture`, put into the calls of a whole build by strace: no hook in the product.
A build that says 0 has made the new site; an error in .cache/ costs time alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

from tests.torture.conftest import NewCopy
from tests.torture.copies import FIRST, Copy, References
from tests.torture.counts import tell, times
from tests.torture.points import Point, points, spread, under
from tests.torture.rules import faults

pytestmark = pytest.mark.torture

ERRORS = ("ENOSPC", "EIO", "EACCES", "EDQUOT", "EROFS")
# A call that fails from then on: on a disk that is full, or read-only, it is not one call alone.
LASTING = ("mkdir", "rename", "unlink", "sync", "link")
# Appended to a copy's swap.py: what a build does that takes a refusal lightly.
SWALLOWING = """

def replace(new, output, aside):
    import contextlib, shutil
    for path in sorted(new.rglob("*")):
        if path.is_file():
            with contextlib.suppress(OSError):
                shutil.copy(path, output / path.relative_to(new))
"""


def place(copy: Copy, about: str) -> str:
    """What a call is about: "site", "cache", or "" for anything else."""
    if f"{copy.folder}/.cache" in about:
        return "cache"
    return "site" if f"{copy.folder}/output" in about or "/.output.building" in about else ""


def struck(copy: Copy, point: Point, error: str, *, on: bool) -> tuple[int, str, str]:
    """A build that meets an error: its exit code, its words, the place of the error."""
    log = copy.folder / "strace.log"
    done = copy.run([*under(point, f"error={error}", log, on=on), *copy.command()])
    places = {place(copy, call) for call in met(log.read_text().splitlines())}
    # One that lasts meets more than one place: the cache is what it met when it met nothing else.
    return done.returncode, done.stdout, "site" if len(places) > 1 else next(iter(places), "")


def met(log: Sequence[str]) -> Iterator[str]:
    """The calls that got an error; strace cuts them in two where threads come in between."""
    pending: dict[str, str] = {}
    for line in log:
        thread = line.split()[0]
        if "(INJECTED)" in line:
            yield pending.get(thread, line) if " resumed>" in line else line
        if "<unfinished ...>" in line:
            pending[thread] = line


def errors(copy: Copy, count: int) -> Iterator[tuple[Point, str, bool]]:
    """The errors of one campaign: at each step of the exchange, and all over the site and cache."""
    ours = [one for one in points(copy) if place(copy, one.about)]
    steps = spread([one for one in ours if one.step], count // 3)
    for number, point in enumerate((*steps, *spread(ours, count - len(steps)))):
        lasting = number % 2 == 1 and any(name in point.call for name in LASTING)
        yield point, ERRORS[number % len(ERRORS)], lasting


CASES = [("fact", True), ("body", False), ("fact", False), ("body", True)]


@pytest.mark.parametrize(("version", "live"), CASES[: times(2, 4)])
def test_an_error_leaves_the_old_site_or_the_new_one_and_is_told(
    new_copy: NewCopy,
    references: References,
    request: pytest.FixtureRequest,
    version: str,
    live: bool,
) -> None:
    """Plain Pelican published half a picture with exit code 0 when the disk was full."""
    copy = new_copy(live)
    sites = {name: references.of(name, live=live) for name in (FIRST, version)}
    cold = version == "fact"
    if not cold:
        copy.warm(version, FIRST)
    copy.hold(version)
    if cold:
        copy.forget()
    tally: Counter[str] = Counter()
    found: list[str] = []
    old, new = version, FIRST
    for point, error, lasting in errors(copy, times(6, 125)):
        copy.hold(new)
        if cold:
            copy.forget()
        code, said, where = struck(copy, point, error, on=lasting)
        left = copy.site()
        for fault in faults(code, said, left, sites[old], sites[new], cached=where == "cache"):
            found.append(f"{error} in {point.call} {point.when}, {point.about}: {fault}\n{said}")
        if fault := copy.rebuilt(sites[new]):
            found.append(f"{error} in {point.call} {point.when}, {point.about}: {fault}")
        tally["new" if left == sites[new] else "old"] += 1
        tally[where or "missed"] += 1
        tally["refused" if code else "built"] += 1
        old, new = new, old
    tell(
        request,
        f"{tally['site'] + tally['cache']:,} errors, {tally['cache']:,} of them in .cache/: "
        f"{tally['old']:,} old sites, {tally['new']:,} new ones; {tally['refused']:,} refused",
    )
    assert not found, "\n".join(found)
    assert tally["missed"] <= (tally["site"] + tally["cache"]) // 2


def test_a_page_that_may_not_be_written_is_told_as_a_folder_without_rights(
    new_copy: NewCopy, references: References
) -> None:
    """What is closed is on the way to the site, and no fault of the generator."""
    copy = new_copy(False)
    copy.hold("fact")
    page = next(one for one in points(copy) if one.call == "openat" and "/404.html" in one.about)
    copy.hold(FIRST)
    code, said, _ = struck(copy, page, "EACCES", on=False)
    old, new = (references.of(name, live=False) for name in ("fact", FIRST))
    assert (code, said.splitlines()[1]) == (
        2,
        "  Found   a folder that your account may not change",
    )
    assert faults(code, said, copy.site(), old, new) == []


def test_a_build_that_swallows_errors_is_caught(new_copy: NewCopy, references: References) -> None:
    """The control: the same error and comparison find the fault that they are for."""
    copy = new_copy(False)
    with (copy.folder / "plugins/build/output/atomic.py").open("a") as module:
        module.write(SWALLOWING)
    copy.hold("fact")
    inside = [
        one for one in points(copy) if f"{copy.output}/" in one.about and one.call == "openat"
    ]
    copy.hold(FIRST)
    # From there on: one call more or less before it in this build must not matter.
    code, said, where = struck(copy, inside[0], "EIO", on=True)
    old, new = (references.of(name, live=False) for name in ("fact", FIRST))
    assert where == "site"
    assert [fault[:20] for fault in faults(code, said, copy.site(), old, new)] == [
        "0, and a wrong site:"
    ]
