"""Processes: what a server and those that it started use, and their end.

Gives   used(): seconds of processor time of a process and all below it, and MiB of the largest;
        wait_until_idle(); stop()
Except  where there is no /proc, such as on macOS: both are 0, and nothing is waited for
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK")


def states() -> dict[int, list[str]]:
    """The state of every process, from behind its name on."""
    found = {}
    for folder in PROC.glob("[0-9]*"):
        with suppress(OSError):
            found[int(folder.name)] = (folder / "stat").read_text().rpartition(")")[2].split()
    return found


def family(root: int) -> dict[int, list[str]]:
    """A process and all below it; those that lead a group of their own, too."""
    every = states()
    found = {root: every[root]} if root in every else {}
    grown = True
    while grown:
        below = {
            one: state
            for one, state in every.items()
            if one not in found and int(state[1]) in found
        }
        found |= below
        grown = bool(below)
    return found


def used(root: int) -> tuple[float, float]:
    seconds, memory = 0.0, 0.0
    for one, state in family(root).items():
        # Its own time, and that of children which have ended.
        seconds += sum(int(part) for part in state[11:15]) / TICK
        with suppress(OSError):
            peak = re.search(r"VmHWM:\s+(\d+)", (PROC / str(one) / "status").read_text())
            memory = max(memory, int(peak[1]) / 1024 if peak else 0.0)
    return seconds, memory


def wait_until_idle(root: int, *, quiet: float = 0.5, longest: float = 300) -> None:
    """Wait until a process and all below it have done next to nothing for a while."""
    ends, before = time.monotonic() + longest, -1.0
    while time.monotonic() < ends:
        now = used(root)[0]
        # On a busy machine, one that wants to work may not have been let.
        wanting = any(state[0] in "RD" for state in family(root).values())
        if now - before < quiet * 0.1 and not wanting:
            return
        before = now
        time.sleep(quiet)


def stop(server: subprocess.Popen[bytes], seconds: float = 10) -> None:
    """End a process that leads its group, and whatever is left of what it started."""
    started = family(server.pid)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        server.wait(seconds)
    there = states()
    for one, state in started.items():
        # The same number and the same start: no other process has it meanwhile.
        if one in there and there[one][19] == state[19]:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait(seconds)
