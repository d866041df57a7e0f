"""rsync: a web server of your own, or a folder.

Reads   TO: user@server:/folder, rsync://server/module, or a folder of this machine
Gives   Rsync, a Target. Each file gets its name once it is whole; changed pages get theirs all in
        one moment. Until then files lie in a folder whose name only uploads of this site have, so
        that what a killed one left is told from files of others. Folders keep their mode
Stops   ContentError with rsync's message; ssh asks for passwords, or RSYNC_PASSWORD has them
Source  rsync(1): --checksum, since a build writes every file anew; --delay-updates; --temp-dir;
        --no-implied-dirs leaves folders as they are, but follows links; a filter protects from
        --delete what it does not name
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import NOBODY, RECORD, HostState, Owner, is_page
from plugins.desk.deploy.subprocesses import run
from plugins.desk.deploy.target import (
    DAMAGED,
    LARGEST,
    all_files,
    folders_of,
    in_the_way,
    read_record,
)

# No times: the content decides, and an unchanged file keeps its time.
SEND = ("--checksum", "--perms", "--chmod=D755,F644", "--8-bit-output")
CHANGED = re.compile(r"[<>ch]f(\S{9}) (.+)")
# What a folder holds, as if it were fetched: its type, its size, its name.
LIST = ("--recursive", "--links", "-D", "--dry-run", "--8-bit-output", "--out-format=%i %l %n")
LISTED = re.compile(r"[>c.](\w)\S{9} (\d+) (.+?)/?")
NO_FOLDER = "cd+++++++++ ./"
SPECIAL, LITERAL = re.compile(r"([*?[\\])"), r"\\\1"  # for a filter
NO_RSYNC = Problem(
    "rsync",
    found="no such program on this machine",
    needed="rsync 3.1 or newer, here and on the server",
    fix="install it (on Debian or Ubuntu: sudo apt-get install rsync)",
)


class Rsync:
    """A folder that rsync can write."""

    def __init__(
        self, output: Path, to: str, environment: Mapping[str, str], owner: Owner = NOBODY
    ) -> None:
        self.output, self.to, self.folder = output.absolute(), to, f"{to.rstrip('/')}/"
        self.environment = dict(environment)
        self.owner, self.parts = owner, parts_folder(owner)
        self.receiving = f"{self.parts}/new"
        self.folders: set[str] = set()  # those that are there
        self.is_new = False  # nothing is there, not even the folder itself

    def local_files(self) -> list[str]:
        return all_files(self.output)

    def state(self) -> HostState:
        output = self.rsync(
            *("--recursive", "--dry-run", *SEND, "--out-format=%i %n"),
            *(f"{self.output}/", self.folder),
        ).splitlines()
        self.is_new = NO_FOLDER in output
        there = {} if self.is_new else self.listing()
        files, self.folders, others = (
            {name for name, (kind, _) in there.items() if kind in kinds}
            for kinds in ("f", "d", "LDS")
        )
        if RECORD in others | self.folders or there.get(RECORD, ("", 0))[1] > LARGEST:
            raise ContentError([DAMAGED])
        parts = {name for name in files if self.parts in name.split("/")[:-1]}
        # Only an upload of this site leaves parts without a record: one that was killed at once.
        nobody = self.owner if parts else NOBODY
        record, owner = read_record(self.read(RECORD)) if RECORD in files else ({}, nobody)
        local = set(self.local_files())
        sent = {match[2] for match in map(CHANGED.fullmatch, output) if match} & local
        return HostState(
            names=frozenset((files | others) - {RECORD}),
            new=frozenset(sent - files - others),
            changed=frozenset(sent & (files | others)),
            record={**record, **dict.fromkeys(sorted(parts))},
            owner=owner,
            in_the_way=in_the_way(local, files, self.folders, others),
        )

    def listing(self) -> dict[str, tuple[str, int]]:
        """Everything that is there: its type and its size."""
        with TemporaryDirectory() as empty:
            lines = self.rsync(*LIST, self.folder, f"{empty}/").splitlines()
        matches = (match for match in map(LISTED.fullmatch, lines) if match)
        return {match[3]: (match[1], int(match[2])) for match in matches if match[3] != "."}

    def read(self, name: str) -> bytes:
        with TemporaryDirectory() as folder:
            self.rsync(f"{self.folder}{name}", f"{folder}/")
            return (Path(folder) / name).read_bytes()

    def put(self, names: Sequence[str]) -> None:
        self.make_folders(folders_of(names) - self.folders)
        at_once = ["--delay-updates", f"--partial-dir={self.parts}"]
        self.send(self.output, names, *(at_once if any(map(is_page, names)) else ()))

    def write(self, name: str, text: str) -> None:
        with TemporaryDirectory() as folder:
            (Path(folder) / name).write_text(text, encoding="utf-8")
            self.send(Path(folder), [name])

    def send(self, source: Path, names: Iterable[str], *words: str) -> None:
        """Upload files into folders that are there."""
        self.make_folders({self.parts, self.receiving} - self.folders)
        words = (f"--temp-dir={self.receiving}", "--no-implied-dirs", *words)
        self.rsync(
            *(*SEND, *words, "--files-from=-", f"{source}/", self.folder), text="\n".join(names)
        )

    def make_folders(self, names: set[str]) -> None:
        """Make folders, each after the one that it lies in; they take the place of links."""
        if not names:
            return
        with TemporaryDirectory() as folder:
            if self.is_new:
                self.rsync("--dirs", *SEND, f"{folder}/", self.folder)
                self.is_new = False
            for name in names:
                (Path(folder) / name).mkdir(parents=True, exist_ok=True)
            self.rsync(
                *("--dirs", "--no-implied-dirs", *SEND, "--files-from=-"),
                *(f"{folder}/", self.folder),
                text="\n".join(sorted(names)),
            )
        self.folders |= names

    def remove(self, names: Sequence[str]) -> None:
        """Delete these files and the folders that become empty, and nothing else."""
        self.rsync(
            *("--recursive", "--delete", "--existing", "--ignore-existing", "--include-from=-"),
            *(f"{self.output}/", self.folder),
            text="\n".join(filters(names)),
        )
        self.folders -= {name for name in folders_of(names) if self.parts in name.split("/")}

    def finish(self) -> None:
        """Remove the folder for what is incomplete."""
        if self.parts in self.folders:
            self.remove([f"{self.receiving}/"])

    def rsync(self, *words: str, text: str = "") -> str:
        """The output of rsync. Raises ContentError."""
        result = run(["rsync", *words], environment=self.environment, missing=NO_RSYNC, text=text)
        if result.returncode:
            raise ContentError([rejection(self.to, result.returncode, result.stderr)])
        return result.stdout


def filters(names: Iterable[str]) -> list[str]:
    """Filters that match these files and their folders, and nothing else."""
    paths = {f"/{name}" for name in names} | {f"/{folder}/" for folder in folders_of(names)}
    return [*(f"+ {SPECIAL.sub(LITERAL, path)}" for path in sorted(paths)), "- *"]


def parts_folder(owner: Owner) -> str:
    """The folder for incomplete files, which nobody else has by chance."""
    return f".upload-{sha256(f'{owner.url} {owner.practice}'.encode()).hexdigest()[:8]}"


def rejection(to: str, code: int, output: str) -> Problem:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return Problem(
        f"TO={to}",
        found=f"rsync gave up: {lines[0] if lines else f'exit code {code}'}",
        needed="a folder that rsync may write, as user@server:/folder",
        fix="mend what it says, and run the command again; what is there is whole",
    )
