"""Uploads that are killed, each a little later than the one before.

`make torture` asks for more of them than `make test` does.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins.desk.deploy.plan import waves
from tests.desk.deploy.example_site import VERSIONS, Read, faults, put, reading, site
from tests.torture.counts import times

ROOT = Path(__file__).parents[3]
KILLS = times(8, 120)
ONCE = (".html", ".ics")  # files that may not outlive their version


class Uploads:
    """Uploads to one place, one at a time."""

    def __init__(self, process: subprocess.Popen[str], kind: str, where: Sequence[str]) -> None:
        self.process, self.kind, self.where = process, kind, where

    def begin(self, output: Path) -> int:
        """Start one; its process."""
        assert self.process.stdin
        words = [self.kind, str(output), *self.where]
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self) -> int:
        assert self.process.stdout
        return int(self.process.stdout.readline())

    def finish(self, output: Path) -> None:
        """One from its beginning to its end."""
        self.begin(output)
        assert self.answer() == 0

    def kill(self, output: Path, moment: Callable[[float], bool]) -> None:
        """One that is ended at a moment, given the seconds so far, with all that it started."""
        process, started = self.begin(output), time.monotonic()
        with suppress(ProcessLookupError):
            while not moment(time.monotonic() - started):
                os.kill(process, 0)
            os.killpg(process, signal.SIGKILL)
        self.answer()


@contextmanager
def uploads(kind: str, *where: str, **environment: str) -> Iterator[Uploads]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.desk.deploy.upload_process"],
        cwd=ROOT,
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield Uploads(process, kind, where)
    process.communicate()


def campaign(
    folder: Path, to: Uploads, read: Read, listed: Callable[[], Mapping[str, bytes]]
) -> Sequence[str]:
    """Upload one version over the other, kill it, look, upload it to its end. How each kill met
    the site: "old", "new" or "between"."""
    outputs = {version: put(folder, version) for version in VERSIONS}
    to.finish(outputs["one"])
    started = time.monotonic()
    to.finish(outputs["two"])
    whole = time.monotonic() - started
    now, then, met = "two", "one", []
    with reading(read) as wrong:
        for number in range(KILLS):
            late = number / KILLS
            seconds, shows = after(whole * late), shown(read, now, then, late)
            to.kill(outputs[then], shows if number % 2 else seconds)
            assert faults(read) == [], f"after kill {number}"
            met.append(where(read, now, then))
            to.finish(outputs[then])
            healed(listed(), site(then))
            now, then = then, now
    assert wrong == []
    return met


def after(seconds: float) -> Callable[[float], bool]:
    """The moment so many seconds after the beginning, also before anything was done."""
    return lambda elapsed: elapsed >= seconds


def shown(read: Read, old: str, new: str, late: float) -> Callable[[float], bool]:
    """The moment at which visitors see a certain file of the new version, from the first to the
    last: whatever the machine is busy with, the upload is under way."""
    fresh = [name for name in site(new) if read(name) is None]
    changed = [n for n in site(new) if n in site(old) and site(old)[n] != site(new)[n]]
    order = [name for wave in waves(fresh, changed) for name in wave]
    name = order[int(late * len(order))]
    return lambda _: read(name) == site(new)[name]


def healed(there: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> None:
    """Everything of the version is there, and no page of another."""
    assert {name: there.get(name) for name in wanted} == wanted
    assert {n for n in there if n.endswith(ONCE)} == {n for n in wanted if n.endswith(ONCE)}


def where(read: Read, old: str, new: str) -> str:
    """How far an upload got, by what visitors can see of it."""
    names = {*site(old), *site(new)}
    seen = {name: read(name) for name in names if not name.startswith("assets/")}
    for how, version in (("old", old), ("new", new)):
        if all(content == site(version).get(name) for name, content in seen.items()):
            return how
    return "between"
