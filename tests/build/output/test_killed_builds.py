"""A build is all or nothing, also when it is ended from outside, at any moment."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from tests.build.output.builder import build, read_site, site, version_of, write_site
from tests.build.output.builds import (
    DELETE,
    MKDIR,
    NO_EXCHANGE,
    RENAME,
    faulty,
    killing,
    popen,
    run,
    start,
    swept,
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site of version 1."""
    output = tmp_path / "output"
    output.mkdir()
    write_site(output, "1")
    return output


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_ended_build_leaves_the_old_site_and_says_so(output: Path, number: int) -> None:
    """Pelican answers Ctrl-C with exit code 0 and half a site."""
    process, said = start(output, "2", "hold")
    process.send_signal(number)
    process.communicate()
    assert (said, process.returncode) == ("building", -number)
    assert read_site(output) == site("1")
    assert swept(output) == []


def test_visitors_find_a_whole_site_while_builds_are_killed(output: Path) -> None:
    """One build after another is killed, each at a later moment; every request is answered."""
    write_site(output, "0000")
    kills = 80
    seen = []
    builds = popen(output, str(kills), "killed")
    while builds.poll() is None:
        # By name, as a web server does. FileNotFoundError is what must never happen.
        seen += [(output / name).read_text().partition("\n")[2] for name in site("")]
        if pages := read_through_one_folder(output):
            assert pages == site(version_of(pages))
    said, complaint = builds.communicate()
    assert (builds.returncode, complaint) == (0, "")
    assert json.loads(said)["left_over"] > 5, "too few kills came while a site was under way"
    assert seen == sorted(seen), "a visitor went back to an older site"
    assert len(set(seen)) > 5, "too few exchanges were seen"
    assert swept(output) == []


def read_through_one_folder(output: Path) -> dict[str, str] | None:
    """All pages of one site; None when it was exchanged, and hence deleted, in the meantime."""
    folder = os.open(output, os.O_RDONLY)
    try:
        pages = {}
        for name in site(""):
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder)) as page:
                pages[name] = page.read()
    except FileNotFoundError:
        assert not os.path.samestat(os.fstat(folder), output.stat()), "a page of output is missing"
        return None
    else:
        return pages
    finally:
        os.close(folder)


@pytest.mark.parametrize(
    ("calls", "faults", "kills"),
    [
        (MKDIR, [], 2),
        ("flock", [], 2),
        ("write", [], len(site(""))),
        ("renameat2", [], 1),
        (DELETE, [], len(site(""))),
        (RENAME, [NO_EXCHANGE], 3),
    ],
    ids=lambda value: value.replace("?", "") if isinstance(value, str) else "",
)
def test_a_kill_at_any_step_leaves_a_whole_site(
    output: Path, calls: str, faults: list[str], kills: int
) -> None:
    """Each step that changes the disk, with the exchange of the system and without."""
    for kill in range(kills):
        under = faulty(*faults, killing(calls, kill + 1))
        code, _ = run(output, "2", under=under)
        assert code != 0
        assert swept(output) == []
        after = "2" if calls == DELETE or (calls, kill) in [("flock", 1), (RENAME, 2)] else "1"
        assert read_site(output) == site(after)
        build(output, "1")
    beyond = faulty(*faults, killing(calls, kills + 1))
    assert run(output, "2", under=beyond) == (0, ""), "there are more steps to kill"


def test_the_next_start_heals_a_kill_between_two_steps(output: Path) -> None:
    """The one moment without a site, where the system has no exchange; a check ends it."""
    code, _ = run(output, "2", under=faulty(NO_EXCHANGE, killing(RENAME, 2)))
    assert code != 0
    assert not output.exists()
    assert swept(output) == []
    assert read_site(output) == site("1")
