"""Points of a build: each system call by which its first process changes something on the disk.

Gives   points(): those of one build of a copy, in order; spread(): some, over all of it
        held(), stopped(): a build that waits at one; under(): what makes a command fail at one
        start(), end(): a build as a group of processes
Units   `when` counts the calls of that name in a process, from 1, as strace does
Needs   strace
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.build.output.builds import TRACE, needs_strace
from tests.tools import FAULTS
from tests.torture.copies import Copy

# A name with "?" does not exist on every processor.
CALLS = (
    "?open,openat,?creat,write,writev,pwrite64,?rename,?renameat,renameat2,?unlink,unlinkat,?rmdir,"
    "?mkdir,mkdirat,?link,linkat,?symlink,symlinkat,fsync,fdatasync,syncfs,copy_file_range,sendfile,"
    "?truncate,ftruncate,?chmod,fchmod,fchmodat,utimensat,flock,close"
)
T = TypeVar("T")
STEPS = ("rename", "link", "sync", "flock")  # the few that a site changes by
LINE = re.compile(r"\d+ +(\w+)\((.*)")
READING = re.compile(r"O_RDONLY(?!\|O_CREAT)")


@dataclass(frozen=True)
class Point:
    """One call: its name, its number among those of that name, what it was about."""

    call: str
    when: int
    about: str

    @property
    def step(self) -> bool:
        return any(name in self.call for name in STEPS)


def points(copy: Copy) -> list[Point]:
    """Every call of a build of `copy` that changes something, or closes what was written.

    The content must have changed since the last build, in the way that matters: how long a build
    takes is known from this one, too.
    """
    FAULTS.ready()
    needs_strace()
    with tempfile.NamedTemporaryFile("r", suffix=".log") as log:
        strace = [*TRACE, "-y", "--seccomp-bpf", "-o", log.name, "-e", f"trace={CALLS}"]
        begun = time.monotonic()
        done = copy.run([*strace, *copy.command()])
        copy.seconds = 0.8 * (time.monotonic() - begun)  # strace costs a fifth
        assert done.returncode == 0, done.stdout
        lines = log.readlines()
    first = lines[0].split()[0]
    found, counts = [], dict[str, int]()
    for line in lines:
        match = LINE.match(line)
        if match and line.split()[0] == first:
            call, about = match.groups()
            counts[call] = counts.get(call, 0) + 1
            if not READING.search(about):
                found.append(Point(call, counts[call], about))
    return found


def spread(found: Sequence[T], count: int) -> list[T]:
    """So many of them, evenly over all, each in its turn when there are fewer."""
    return [found[index * len(found) // count] for index in range(count)]


def under(point: Point, blow: str, log: Path, *, on: bool = False) -> list[str]:
    """Words before a command; on: the blow falls at every later call of that name, too."""
    when = f"{point.when}{'+' if on else ''}"
    inject = ["-e", f"trace={point.call}", "-e", f"inject={point.call}:{blow}:when={when}"]
    return [*TRACE, "-y", "--seccomp-bpf", "-o", str(log), *inject]


@contextmanager
def held(copy: Copy, point: Point) -> Iterator[subprocess.Popen[str]]:
    """A build that waits at a call, or has ended without it; afterwards all of it is killed.

    A signal of strace itself would come as surely, and needs three times as long: strace 6.1
    forgets signals unless it stops at every call of any name.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        log.touch()
        process = start(copy, under(point, "delay_enter=300s", log))
        try:
            before, text = None, ""
            while process.poll() is None and (text != before or not waiting(text, point)):
                time.sleep(0.004)
                before, text = text, log.read_text()
            yield process
        finally:
            end(process)


@contextmanager
def stopped(copy: Copy, point: Point) -> Iterator[subprocess.Popen[str]]:
    """A build that was stopped after a call, as a machine is that sleeps; woken() wakes it."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        log.touch()
        words = under(point, "signal=SIGSTOP", log)
        words.remove("--seccomp-bpf")
        process = start(copy, words)
        try:
            while process.poll() is None and "--- stopped by SIGSTOP ---" not in log.read_text():
                time.sleep(0.01)
            yield process
        finally:
            end(process)


def woken(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code and the words of a build that was stopped. Each of its processes stops at its
    own call of that number, so they are woken until all have ended."""
    while True:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGCONT)
        with suppress(subprocess.TimeoutExpired):
            said = process.communicate(timeout=0.2)[0]
            return process.returncode, said


def waiting(log: str, point: Point) -> bool:
    """Whether calls of that number were begun, and one has not come back; strace cuts its line in
    two when another process says something meanwhile."""
    if log.count(f"{point.call}(") < point.when:
        return False
    return not log.endswith("\n") or log.count("<unfinished ...>") > log.count(" resumed>")


def start(copy: Copy, under: Sequence[str] = ()) -> subprocess.Popen[str]:
    """A build in a group of its own."""
    return subprocess.Popen(
        [*under, *copy.command()],
        cwd=copy.folder,
        env=copy.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )


def end(process: subprocess.Popen[str]) -> None:
    """kill -9 a build with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
