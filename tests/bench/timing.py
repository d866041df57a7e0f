"""Timing: one build as a process of its own.

Gives   build(): wall clock and memory
Units   seconds from the start of the process to its end; MiB of its largest process. Forks that
        a process forks share most of their memory with it, so that theirs is not added
Stops   FailedError with what the command said, when it ends with another code than 0
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contestants import Contestant

LAUNCH = Path(__file__).with_name("launch.py")
# Of ru_maxrss: bytes on macOS, KiB elsewhere.
UNIT = 1 if sys.platform == "darwin" else 1024


class FailedError(Exception):
    """A contestant that did not do what was asked, and what it said."""


@dataclass(frozen=True)
class Measured:
    """seconds: wall clock. memory: MiB. processor: seconds that all cores together worked, which a
    busy machine spoils less. 0 where nobody knows."""

    seconds: float
    memory: float = 0
    processor: float = 0


def words(command: tuple[str, ...], folder: Path, port: int = 0) -> list[str]:
    return [word.replace("{folder}", str(folder)).replace("{port}", str(port)) for word in command]


def environment(one: Contestant) -> dict[str, str]:
    """Without what would have one build for another moment or address, or have Python compile
    again, as many containers do, what every build but the first finds compiled."""
    ours = {"SITEURL", "AT", "HOST", "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE"}
    return {key: value for key, value in os.environ.items() if key not in ours} | one.environment


def build(one: Contestant, folder: Path) -> Measured:
    """Run its build in a fresh process."""
    result = folder.with_name(f"{folder.name}.json")
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCH), str(result), *words(one.build, folder)],
        cwd=folder,
        env=environment(one),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    told = json.loads(result.read_text()) if done.returncode == 0 else {"code": done.returncode}
    if told["code"] != 0:
        raise FailedError(f"{one.name} ended with {told['code']}:\n{done.stdout[-2000:]}")
    return Measured(told["seconds"], told["memory"] * UNIT / 1024**2, told["processor"])
