"""rsync: a web server of your own, or a folder.

Reads   TO: user@server:/folder, rsync://server/module, or a folder of this machine
Gives   Rsync, a Target. Each file gets its name once it is whole; changed pages get theirs all in
        one moment
Stops   ContentError with rsync's message; ssh asks for passwords, or RSYNC_PASSWORD has them
Source  rsync(1): --checksum, since a build writes every file anew; --delay-updates; a filter
        protects from --delete what it does not name
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import RECORD, HostState, Record, is_page
from plugins.desk.deploy.subprocesses import run
from plugins.desk.deploy.target import all_files, read_record

# No times: the content decides, and an unchanged file keeps its time.
SEND = ("--checksum", "--perms", "--chmod=D755,F644", "--8-bit-output")
CHANGED = re.compile(r"[<>ch]f(\S{9}) (.+)")
DELETING = re.compile(r"\*deleting +(.+[^/])")
# Temporary files of a killed receiver: incomplete ones, and whole ones that wait for their name.
INCOMPLETE = re.compile(r"(.*/)?\.(.+)\.[A-Za-z0-9]{6}")
WAITING = re.compile(r"(.*/)?\.~tmp~/[^/]+")
SPECIAL, LITERAL = re.compile(r"([*?[\\])"), r"\\\1"  # for a filter
NO_RSYNC = Problem(
    "rsync",
    found="no such program on this machine",
    needed="rsync 3.1 or newer, here and on the server",
    fix="install it (on Debian or Ubuntu: sudo apt-get install rsync)",
)


class Rsync:
    """A folder that rsync can write."""

    def __init__(self, output: Path, to: str, environment: Mapping[str, str]) -> None:
        self.output, self.to, self.folder = output, to, f"{to.rstrip('/')}/"
        self.environment = dict(environment)

    def local_files(self) -> list[str]:
        return all_files(self.output)

    def state(self) -> HostState:
        output = self.rsync(
            *("--recursive", "--dry-run", "--delete", *SEND, "--out-format=%i %n"),
            *(f"{self.output}/", self.folder),
        )
        local = set(all_files(self.output))
        changes = [match.groups() for match in map(CHANGED.fullmatch, output.splitlines()) if match]
        new = {name for flags, name in changes if flags == "+" * 9}
        foreign = {match[1] for match in map(DELETING.fullmatch, output.splitlines()) if match}
        record = self.record() if RECORD in foreign else {}
        foreign.discard(RECORD)
        temporary = temporary_files(foreign, {*local, *record, RECORD})
        return HostState(
            names=frozenset(local - new | foreign),
            new=frozenset(new),
            changed=frozenset(name for _, name in changes) - new,
            record={**record, **dict.fromkeys(sorted(temporary))},
        )

    def record(self) -> Record:
        with TemporaryDirectory() as folder:
            self.rsync(f"{self.folder}{RECORD}", f"{folder}/")
            return read_record((Path(folder) / RECORD).read_text(encoding="utf-8"))

    def put(self, names: Sequence[str]) -> None:
        at_once = ["--delay-updates"] if any(map(is_page, names)) else []
        self.rsync(
            *SEND,
            *at_once,
            "--files-from=-",
            f"{self.output}/",
            self.folder,
            text="\n".join(names),
        )

    def put_record(self, text: str) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / RECORD
            path.write_text(text, encoding="utf-8")
            self.rsync(*SEND, str(path), self.folder)

    def remove(self, names: Sequence[str]) -> None:
        """Delete these files and the folders that become empty, and nothing else."""
        self.rsync(
            *("--recursive", "--delete", "--existing", "--ignore-existing", "--include-from=-"),
            *(f"{self.output}/", self.folder),
            text="\n".join(filters(names)),
        )

    def finish(self) -> None:
        """Nothing to do."""

    def rsync(self, *words: str, text: str = "") -> str:
        """The output of rsync. Raises ContentError."""
        result = run(["rsync", *words], environment=self.environment, missing=NO_RSYNC, text=text)
        if result.returncode:
            raise ContentError([rejection(self.to, result.returncode, result.stderr)])
        return result.stdout


def filters(names: Iterable[str]) -> list[str]:
    """Filters that match these files and their folders, and nothing else."""
    paths = {f"/{name}" for name in names}
    for name in names:
        paths |= {f"/{folder}/" for folder in list(PurePosixPath(name).parents)[:-1]}
    return [*(f"+ {SPECIAL.sub(LITERAL, path)}" for path in sorted(paths)), "- *"]


def temporary_files(foreign: Iterable[str], ours: set[str]) -> set[str]:
    """What killed uploads left behind."""
    matches = ((name, INCOMPLETE.fullmatch(name)) for name in foreign)
    incomplete = {name for name, m in matches if m and f"{m[1] or ''}{m[2]}" in ours}
    return incomplete | {name for name in foreign if WAITING.fullmatch(name)}


def rejection(to: str, code: int, output: str) -> Problem:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return Problem(
        f"TO={to}",
        found=f"rsync gave up: {lines[0] if lines else f'exit code {code}'}",
        needed="a folder that rsync may write, as user@server:/folder",
        fix="mend what it says, and run the command again; what is there is whole",
    )
