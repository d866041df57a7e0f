"""Processes: what a server and those that it started use.

Gives   used(): seconds of processor time, and MiB of the largest, of a group of processes
Except  where there is no /proc, such as on macOS: both are 0
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def members(group: int) -> Iterator[tuple[Path, list[str]]]:
    """The folder of each process of a group, and its state from behind its name on."""
    for folder in PROC.glob("[0-9]*"):
        with suppress(OSError):
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(state[2]) == group:
                yield folder, state


def used(group: int) -> tuple[float, float]:
    seconds, memory = 0.0, 0.0
    for folder, state in members(group):
        with suppress(OSError):
            seconds += (int(state[11]) + int(state[12])) / os.sysconf("SC_CLK_TCK")
            peak = re.search(r"VmHWM:\s+(\d+)", (folder / "status").read_text())
            memory = max(memory, int(peak[1]) / 1024 if peak else 0.0)
    return seconds, memory


def wait_until_idle(group: int, *, quiet: float = 0.5, longest: float = 300) -> None:
    """Wait until a group has done next to nothing for a while."""
    ends, before = time.monotonic() + longest, -1.0
    while time.monotonic() < ends:
        now = used(group)[0]
        if now - before < quiet * 0.1:
            return
        before = now
        time.sleep(quiet)
