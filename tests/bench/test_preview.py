"""Servers that are measured: seen with all that they start, and ended with it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.contestants import everyone
from tests.bench.corpus import corpus
from tests.bench.preview import previewing
from tests.bench.processes import family, states, stop, used, wait_until_idle
from tests.bench.timing import FailedError

# A server whose worker leads a session of its own, works for a while, then waits.
WORKER = """
import os, subprocess, sys, time
if sys.argv[1:]:
    os.setsid()
    ends = time.process_time() + 1
    while time.process_time() < ends:
        pass
    time.sleep(600)
child = subprocess.Popen([sys.executable, sys.argv[0], "worker"])
time.sleep(600)
"""


def alive(processes: Iterable[int]) -> list[int]:
    """Those that run; one that has ended may wait for somebody to ask how."""
    there = states()
    return [one for one in processes if there.get(one, ["Z"])[0] not in "ZX"]


def test_a_server_is_waited_for_and_ended_with_all_that_it_started(tmp_path: Path) -> None:
    """What still works in the background would slow the next save, and outlive the measurement."""
    script = tmp_path / "server.py"
    script.write_text(WORKER)
    server = subprocess.Popen([sys.executable, str(script)], start_new_session=True)
    while len(family(server.pid)) < 2:
        time.sleep(0.01)
    wait_until_idle(server.pid)
    seconds, memory = used(server.pid)
    started = family(server.pid)
    stop(server)
    assert seconds >= 1
    assert 1 < memory < 200
    ends = time.monotonic() + 10
    while (left := alive(started)) and time.monotonic() < ends:
        time.sleep(0.01)
    assert (len(started), left) == (2, [])


def test_a_server_that_ends_is_no_time(tmp_path: Path) -> None:
    """Nobody waits for ten minutes, and what it said is told."""
    ends = replace(everyone()["pelican"], preview=("/bin/sh", "-c", "echo no such word; exit 2"))
    (tmp_path / "pelican").mkdir()
    with (
        pytest.raises(FailedError, match=r"pelican: the preview does not show .*\nno such word"),
        previewing(ends, tmp_path / "pelican", corpus(10)),
    ):
        pass
