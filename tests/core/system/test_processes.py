"""Work in several processes: what is made does not depend on how many there are."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from plugins.core.system import processes
from plugins.core.system.processes import parallel_map

HANG = """
import os, time
from plugins.core.system import processes
processes.processes, processes.LEAST = lambda: 3, 1

def hang(one):
    os.write(1, b".")
    for _ in range(1200):  # a signal that comes just before a sleep waits for its end
        time.sleep(0.05)

processes.parallel_map(hang, [1, 2, 3])
"""


@pytest.fixture(params=[1, 2, 5])
def number(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """As many processes as a machine might have."""
    monkeypatch.setattr(processes, "processes", lambda: request.param)
    monkeypatch.setattr(processes, "LEAST", 1)
    return int(request.param)


def test_what_is_made_comes_in_the_order_of_the_things(number: int) -> None:
    """A site is the same on a large machine and a small one."""
    made = parallel_map(lambda one: [one, f"<p>{one}\u00b5</p>"], range(13))
    assert made == [[one, f"<p>{one}\u00b5</p>"] for one in range(13)]
    assert len({*parallel_map(lambda _: os.getpid(), range(13))}) == number


@pytest.mark.usefixtures("number")
def test_what_is_raised_in_any_process_is_raised_in_the_first() -> None:
    """A fault must stop the build, wherever it shows."""
    with pytest.raises(ValueError, match="seven"):
        parallel_map(lambda one: int("seven") if one == 7 else one, range(9))


def test_a_process_that_is_killed_leaves_its_share_to_the_first(number: int) -> None:
    """A small server kills what takes much memory, and the site is whole all the same."""
    first = os.getpid()

    def make(one: int) -> int:
        if one > 5 and os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return one

    assert parallel_map(make, range(11)) == list(range(11))
    assert number


def test_a_few_things_are_not_worth_a_process() -> None:
    """To copy a process costs some milliseconds, as much as a dozen pages."""
    assert set(parallel_map(lambda _: os.getpid(), range(processes.LEAST))) == {os.getpid()}


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_the_first(by: signal.Signals) -> None:
    """A build that was stopped must not go on behind everybody's back."""
    command = [sys.executable, "-c", HANG]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        assert run.stdout
        assert run.stdout.read(3) == b"..."
        run.send_signal(by)
        begun = time.monotonic()
        assert run.stdout.read() == b""  # ends when the last process that has it open has ended
        assert time.monotonic() - begun < 20
