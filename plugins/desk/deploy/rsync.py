"""rsync: a web server of your own, or a folder.

Reads   TO: user@server:/folder, rsync://server/module, or a folder of this machine
Gives   Rsync, a Place. Each file gets its name once it is whole; pages that changed get theirs
        all in one moment
Stops   ContentError with what rsync says; passwords are ssh's own business, or RSYNC_PASSWORD
Source  rsync(1): --checksum, since a build writes every file anew; --delay-updates; a filter
        protects from --delete what it does not name
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import RECORD, Record, There, page
from plugins.desk.deploy.record import read
from plugins.desk.deploy.subprocesses import run
from plugins.desk.deploy.target import listing

# No times: the content decides, and a file that did not change keeps the time that it had.
SEND = ("--checksum", "--perms", "--chmod=D755,F644", "--8-bit-output")
CHANGED = re.compile(r"[<>ch]f(\S{9}) (.+)")
DELETING = re.compile(r"\*deleting +(.+[^/])")
# What a receiver that was killed leaves: a file under way, or whole and waiting for its name.
UNDER_WAY = re.compile(r"(.*/)?\.(.+)\.[A-Za-z0-9]{6}")
WAITING = re.compile(r"(.*/)?\.~tmp~/[^/]+")
SPECIAL, LITERAL = re.compile(r"([*?[\\])"), r"\\\1"  # what means more than itself in a filter
NO_RSYNC = Problem(
    "rsync",
    found="no such program on this machine",
    needed="rsync 3.1 or newer, here and on the server",
    fix="install it (on Debian or Ubuntu: sudo apt-get install rsync)",
)


class Rsync:
    """A folder that rsync reaches."""

    def __init__(self, output: Path, to: str, environment: Mapping[str, str]) -> None:
        self.output, self.to, self.folder = output, to, f"{to.rstrip('/')}/"
        self.environment = dict(environment)

    def here(self) -> list[str]:
        return listing(self.output)

    def look(self) -> There:
        said = self.rsync(
            *("--recursive", "--dry-run", "--delete", *SEND, "--out-format=%i %n"),
            *(f"{self.output}/", self.folder),
        )
        here = set(listing(self.output))
        found = [match.groups() for match in map(CHANGED.fullmatch, said.splitlines()) if match]
        new = {name for how, name in found if how == "+" * 9}
        foreign = {match[1] for match in map(DELETING.fullmatch, said.splitlines()) if match}
        record = self.record() if RECORD in foreign else {}
        foreign.discard(RECORD)
        crumbs = left_over(foreign, {*here, *record, RECORD})
        return There(
            names=frozenset(here - new | foreign),
            new=frozenset(new),
            changed=frozenset(name for _, name in found) - new,
            record={**record, **dict.fromkeys(sorted(crumbs))},
        )

    def record(self) -> Record:
        with TemporaryDirectory() as folder:
            self.rsync(f"{self.folder}{RECORD}", f"{folder}/")
            return read((Path(folder) / RECORD).read_text(encoding="utf-8"))

    def put(self, names: Sequence[str]) -> None:
        together = ["--delay-updates"] if any(map(page, names)) else []
        self.rsync(
            *SEND,
            *together,
            "--files-from=-",
            f"{self.output}/",
            self.folder,
            given="\n".join(names),
        )

    def note(self, text: str) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / RECORD
            path.write_text(text, encoding="utf-8")
            self.rsync(*SEND, str(path), self.folder)

    def remove(self, names: Sequence[str]) -> None:
        """Delete these files and the folders that become empty, whatever else is there."""
        self.rsync(
            *("--recursive", "--delete", "--existing", "--ignore-existing", "--include-from=-"),
            *(f"{self.output}/", self.folder),
            given="\n".join(only(names)),
        )

    def finish(self) -> None:
        """Nothing is left to do."""

    def rsync(self, *words: str, given: str = "") -> str:
        """What rsync says. Raises ContentError."""
        done = run(["rsync", *words], environment=self.environment, missing=NO_RSYNC, given=given)
        if done.returncode:
            raise ContentError([refused(self.to, done.returncode, done.stderr)])
        return done.stdout


def only(names: Iterable[str]) -> list[str]:
    """Filters that name these files and the folders on the way to them, and nothing else."""
    wanted = {f"/{name}" for name in names}
    for name in names:
        folders = [str(one) for one in PurePosixPath(name).parents][:-1]
        wanted |= {f"/{folder}/" for folder in folders}
    return [*(f"+ {SPECIAL.sub(LITERAL, one)}" for one in sorted(wanted)), "- *"]


def left_over(foreign: Iterable[str], ours: set[str]) -> set[str]:
    """What uploads that were killed left lying there."""
    under_way = ((name, UNDER_WAY.fullmatch(name)) for name in foreign)
    found = {name for name, match in under_way if match and f"{match[1] or ''}{match[2]}" in ours}
    return found | {name for name in foreign if WAITING.fullmatch(name)}


def refused(to: str, code: int, said: str) -> Problem:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return Problem(
        f"TO={to}",
        found=f"rsync gave up: {lines[0] if lines else f'exit code {code}'}",
        needed="a folder that rsync may write, as user@server:/folder",
        fix="mend what it says, and run the command again; what is there is whole",
    )
