"""Place: a copy of the whole project, with its own code, theme, content and .cache/.

Gives   Place: build(), by Pelican's command or in a process that stays; site(), what it wrote
        Moment: what a build depends on beside the files
        mold(): a place that was built once, for copies that need not begin at nothing
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.sites import LIVE, NOW, ROOT, write
from tests.torture.editing.practice import files

PARTS = ("plugins", "theme", "pelicanconf.py", "publishconf.py")
SOURCES = ("content", *PARTS)
HERE = Path(__file__).parent
SECONDS = re.compile(r" in [0-9]+\.[0-9] s\.$", re.MULTILINE)
SITEURL = {"preview": "http://127.0.0.1:8000", "live": LIVE}
LIMIT = 120  # seconds a build


@dataclass(frozen=True)
class Moment:
    """What a build depends on beside the files: settings, instant, host, processors."""

    live: bool = False
    at: int = int(NOW.timestamp())
    host: str = ""
    processors: int = 2

    @property
    def settings(self) -> str:
        return "publishconf.py" if self.live else "pelicanconf.py"

    @property
    def output(self) -> str:
        """Where `make devserver` and `make publish` build."""
        return "output" if self.live else ".cache/preview"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "SOURCE_DATE_EPOCH": str(self.at),
            "SITEURL": LIVE if self.live else "http://127.0.0.1:8000",
            "HOST": self.host if self.live else "",
            "PROCESSORS": str(self.processors),
            "PYTHONPATH": str(HERE / "processors"),
            "COLUMNS": "200",
        }


@dataclass
class Place:
    """One project.

    stays        builds are made by a process that stays
    environment  what a build gets besides that of its moment
    mask         of the modes of new files
    python       the interpreter of the command, with all that a build needs
    """

    folder: Path
    stays: bool = False
    environment: dict[str, str] = field(default_factory=dict)
    mask: int = 0o022
    python: str = sys.executable
    resident: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def cache(self) -> Path:
        return self.folder / ".cache"

    def at_once(self, moment: Moment, name: str) -> bool:
        """Whether a process that stays built the page of a file that was saved alone, as the
        preview has it do before it builds the rest."""
        return self.stays and self.ask(moment, str(self.folder / name))[2]

    def build(self, moment: Moment) -> tuple[int, str]:
        """The exit code, and what was said but for the seconds."""
        code, said = self.ask(moment)[:2] if self.stays else self.command(moment)
        return code, SECONDS.sub("", said)

    def command(self, moment: Moment) -> tuple[int, str]:
        """The command, as the Makefile types it."""
        asked = ["content", "-o", moment.output, "-s", moment.settings]
        done = subprocess.run(
            [self.python, "-m", "plugins.build", *asked],
            cwd=self.folder,
            env=os.environ | moment.environment | self.environment,
            umask=self.mask,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=LIMIT,
            check=False,
        )
        return done.returncode, done.stdout

    def ask(self, moment: Moment, saved: str = "") -> tuple[int, str, bool]:
        """The process that stays, started when there is none: its exit code, its words, whether
        it built a part only."""
        if self.resident is None:
            self.resident = subprocess.Popen(
                [sys.executable, str(HERE / "resident.py"), str(self.folder)],
                cwd=self.folder,
                env=os.environ | moment.environment | self.environment,
                umask=self.mask,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        request = {
            "environment": moment.environment,
            "settings": moment.settings,
            "content": "content",
            "output": moment.output,
            "overrides": {"SITEURL": moment.environment["SITEURL"]},
            "saved": saved,
        }
        assert self.resident.stdin
        assert self.resident.stdout
        self.resident.stdin.write(json.dumps(request) + "\n")
        self.resident.stdin.flush()
        code, said, partly = json.loads(self.resident.stdout.readline())
        return code, said, partly

    def end(self) -> None:
        """End the process that stays; the next build starts another, with fresh code."""
        if self.resident is not None:
            self.resident.communicate(timeout=LIMIT)  # which closes what it reads
            self.resident = None

    def site(self, moment: Moment) -> dict[str, str]:
        """Every folder and file of the output: its mode, and the hash of what is in it; the notes
        for whoever starts the next build, too."""
        output = self.folder / moment.output
        found = {
            path.relative_to(output).as_posix() or ".": described(path)
            for path in (output, *output.rglob("*"))
            if output.exists()
        }
        folder = self.cache if moment.live else self.cache / ".preview.building"
        notes = folder / "build-notes.json"
        return found | ({"(notes)": described(notes)} if notes.exists() else {})

    def empty(self) -> None:
        """Nothing is left of any build."""
        for name in ("output", ".cache", ".output.building"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def follow(self, other: Place) -> None:
        """Have the same sources; what is the same stays untouched."""
        theirs, ours = other.sources(), self.sources()
        for name in ours.keys() - theirs.keys():
            (self.folder / name).unlink()
        for name in (name for name, data in theirs.items() if ours.get(name) != data):
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(other.folder / name, path)

    def sources(self) -> dict[str, bytes]:
        """Every file that a build may read, by its name."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for part in SOURCES
            for path in sorted(found(self.folder / part))
        }

    def copy(self, folder: Path) -> Place:
        shutil.copytree(self.folder, folder, symlinks=True)
        return replace(self, folder=folder, resident=None)


def found(part: Path) -> list[Path]:
    if part.is_file():
        return [part]
    return [path for path in part.rglob("*") if path.is_file() and path.suffix != ".pyc"]


def described(path: Path) -> str:
    what = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return f"{path.lstat().st_mode:o} {what}"


def mold(folder: Path, *moments: Moment) -> Place:
    """A place with warm caches, to be copied."""
    folder.mkdir(parents=True)
    for part in PARTS:
        if (ROOT / part).is_file():
            shutil.copy2(ROOT / part, folder)
        else:
            ignored = shutil.ignore_patterns("screenshot*.png", "*.pyc")
            shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    write(folder / "content", files())
    place = Place(folder)
    for moment in moments:
        code, said = place.build(moment)
        assert code == 0, said
    return place
