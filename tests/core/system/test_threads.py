"""Several threads at work: in order, and a Ctrl-C that comes at the worst moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from plugins.core.system.threads import thread_map
from tests.sites import ROOT

# Presses Ctrl-C right when the thread that hands work out has taken a lock of the pool.
WORST = """
import os, signal, threading, time
from plugins.core.system.threads import thread_map

class Pressing(threading.Condition):
    def __enter__(self):
        taken = super().__enter__()
        if begun and not pressed and threading.get_ident() == threading.main_thread().ident:
            pressed.append(True)
            os.kill(os.getpid(), signal.SIGINT)
        return taken

threading.Condition = Pressing
def slowly(number):
    begun.append(number)
    time.sleep(0.05)

begun, pressed = [], []
try:
    thread_map(slowly, range(1000), 4)
except KeyboardInterrupt:
    print("stopped", len(begun) < 1000)
"""


def test_each_thing_is_made_in_its_place() -> None:
    """Whoever is done first."""

    def double(one: int) -> int:
        time.sleep(0.01 * (one % 3))
        return one * 2

    assert thread_map(double, range(20), 8) == [one * 2 for one in range(20)]


def test_what_is_raised_stops_what_waits() -> None:
    """An upload that fails does not go on for an hour."""
    begun = []

    def fail(one: int) -> None:
        begun.append(one)
        time.sleep(0.01)
        raise ValueError(one)

    with pytest.raises(ValueError, match="0"):
        thread_map(fail, range(1000), 2)
    assert len(begun) < 100


def test_ctrl_c_stops_what_waits_and_lets_what_is_in_work_end() -> None:
    """An object is never half there."""
    begun, ended = [], []

    def press(one: int) -> None:
        begun.append(one)
        if one == 5:
            os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        ended.append(one)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        thread_map(press, range(1000), 4)
    assert sorted(begun) == sorted(ended)
    assert len(begun) < 100
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_while_work_is_handed_out_leaves_no_lock_taken() -> None:
    """The command would never end."""
    done = subprocess.run(
        [sys.executable, "-c", WORST],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("stopped True\n", 0), done.stderr
