"""Builds in processes of their own, under faults, and what they leave behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.output import staging

ROOT = Path(__file__).parents[3]
# Importing plugins.build brings in Pelican, which takes longer than all of a build here.
WITHOUT_PELICAN = f"""
import runpy, sys, types
package = sys.modules["plugins.build"] = types.ModuleType("plugins.build")
package.__path__ = [{str(ROOT / "plugins" / "build")!r}]
runpy.run_module("tests.build.output.builder", run_name="__main__", alter_sys=True)
"""
BUILDER = [sys.executable, "-S", "-c", WITHOUT_PELICAN]
# Bytecode is written by renaming, too, which would be counted as a step of the build.
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}

# What a build asks of the disk. A name with "?" does not exist on every processor.
MKDIR, RENAME, DELETE = "?mkdir,mkdirat", "?rename,?renameat", "?unlink,unlinkat,?rmdir"
NO_EXCHANGE = "renameat2:error=ENOSYS"
TRACE = ["strace", "-f", "-qq"]


def needs_strace() -> None:
    probe = [*TRACE, "-o", "/dev/null", "true"]
    if not shutil.which("strace") or subprocess.run(probe, check=False).returncode:
        pytest.skip("strace, which makes the disk fail, is missing or not allowed here")


def faulty(*faults: str) -> list[str]:
    """A command before a command, which makes system calls fail, or kill it."""
    needs_strace()
    calls = ",".join(fault.partition(":")[0] for fault in faults)
    injected = [word for fault in faults for word in ("-e", f"inject={fault}")]
    # The fast way to trace forgets the signals (strace 6.1).
    fast = [] if "signal" in str(faults) else ["--seccomp-bpf"]
    return [*TRACE, *fast, "-o", "/dev/null", "-e", f"trace={calls}", *injected]


def killing(calls: str, when: int) -> str:
    """The fault that ends a build before the call of that number, from 1."""
    return f"{calls}:signal=SIGKILL:when={when}"


def run(
    output: Path, version: str, mode: str = "", under: list[str] | None = None
) -> tuple[int, str]:
    """The exit code and the output of a build in a process of its own."""
    done = subprocess.run(
        [*(under or []), *BUILDER, str(output), version, *([mode] if mode else [])],
        env=ENVIRONMENT,
        cwd=output.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip() or done.stderr.strip().rpartition("\n")[2]


def popen(output: Path, version: str, mode: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*BUILDER, str(output), version, mode],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def start(output: Path, version: str, mode: str) -> tuple[subprocess.Popen[str], str]:
    """A build that goes on, and the first line it says."""
    process = popen(output, version, mode)
    assert process.stdout
    return process, process.stdout.readline().strip()


def left_over(output: Path) -> list[str]:
    """What the hidden folder beside output holds besides the lock."""
    state = output.parent / f".{output.name}.building"
    return sorted(path.name for path in state.iterdir() if path.name != "lock")


def swept(output: Path) -> list[str]:
    """What the hidden folder still holds after a build that changes nothing."""
    with staging(output):
        pass
    return left_over(output)
