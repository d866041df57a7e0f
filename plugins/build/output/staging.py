"""Staging: a site is built beside output/ and takes its place in one step.

Gives   locked(output): the output folder, which no other build changes meanwhile; its
        replace_file() replaces one file
        staging(output): an empty folder to build into, and its exchange() with output
Keeps   .<output>.building/ beside output: the lock, what is being built, what is thrown away.
        The lock file stays: deleting it would let two builds lock two files of one name
Stops   ExchangeError, whose words are for staff; what the block raises passes through as it is.
        Both leave output as it was, as does a kill; the next build sweeps what a kill left
"""

from __future__ import annotations

import errno
import fcntl
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.build.output.atomic import flush, flush_all, replace
from plugins.build.output.guard import check, check_is_folder, is_our_site
from plugins.build.output.os_errors import ExchangeError, in_plain_words, plain_words
from plugins.core.paths import state_of
from plugins.core.reading.source_files import display_path
from plugins.core.system.interrupts import held_back

__all__ = ["ExchangeError", "LockedOutput", "Stage", "is_our_site", "locked", "staging", "state_of"]

LEFT_OVER = "site-????????"
FILE_MODE, FOLDER_MODE = 0o644, 0o755
# What a disk refuses while pages are written and pictures are copied.
DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}


@contextmanager
def staging(output: LockedOutput, *, durable: bool = False) -> Iterator[Stage]:
    """A new empty folder beside `output`. A block that ends without exchange() changes nothing.

    durable  the new site survives a power cut right after the exchange
    """
    stage = Stage(_free_name(output.state), output, durable)
    try:
        with plain_words(output.output):
            stage.folder.mkdir(mode=0o755)
        with disk_errors(output.output, stage.folder):
            yield stage
    finally:
        with suppress(OSError):  # the next build tries again
            _tidy(output.state, output.real)


@contextmanager
def disk_errors(output: Path, folder: Path) -> Iterator[None]:
    """What the disk refuses to a block that writes into a folder, in words for staff."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK and not Path(str(error.filename)).is_relative_to(folder):
            raise
        raise in_plain_words(error.errno or 0, display_path(output)) from error


@dataclass(frozen=True)
class LockedOutput:
    """The folder of a site, which this build alone may change.

    output   as it was named; `real` without links
    state    the folder beside it that builds keep
    protect  folders that output must neither hold nor lie in: content, theme, plugins
    """

    output: Path
    real: Path
    state: Path
    protect: tuple[Path, ...]

    def replace_file(self, name: str, content: bytes) -> None:
        """Replace one file of the site, in one step. Raises OSError, with the site as it was."""
        with self.scratch() as beside:
            (beside / "file").write_bytes(content)
            (beside / "file").chmod(FILE_MODE)
            with held_back():
                (beside / "file").replace(self.real / name)

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """An empty folder on the disk of the site, which goes when the block ends."""
        folder = _free_name(self.state)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def locked(output: Path, protect: Iterable[Path] = ()) -> Iterator[LockedOutput]:
    """The folder of a site, which no other build changes while the block runs."""
    # A build may change the current folder.
    output, protect = output.absolute(), tuple(folder.absolute() for folder in protect)
    with plain_words(output):
        real = check(output, protect)
        state = state_of(real)
        check_is_folder(state)
        state.mkdir(parents=True, exist_ok=True)
    with _locked(state, output):
        with plain_words(output):
            _tidy(state, real)
        yield LockedOutput(output, real, state, protect)


@dataclass
class Stage:
    """A build under way: build into `folder`, then exchange()."""

    folder: Path
    output: LockedOutput
    durable: bool = False
    exchanged: bool = False

    def exchange(self) -> None:
        """`folder` and output change places; the old site is deleted when the block ends."""
        if self.exchanged:
            raise RuntimeError("a second exchange would bring the old site back")
        with plain_words(self.output.output):
            self._check_home_page()
            make_readable(self.folder)
            if self.durable:
                flush_all(self.folder)
            # again: a build takes time
            real = check(self.output.output, self.output.protect)
            aside = _aside(self.output.state)
            with held_back():
                replace(self.folder, real, aside)
                if self.durable:
                    try:
                        flush(real.parent)
                    except OSError:
                        replace(self.folder, real, aside)  # the message says that nothing changed
                        raise
                self.exchanged = True

    def _check_home_page(self) -> None:
        """A site without the mark is one that no later build would replace."""
        if not is_our_site(self.folder):
            raise ExchangeError(
                "index.html",
                "no home page with the mark by which a build knows its own site",
                'a page with <meta name="generator" content="Handbill"> in its first 4096 bytes',
                "put that line first in the head of the base template",
            )


def make_readable(folder: Path) -> None:
    """Let everybody read the site, as web servers must, whatever the umask of whoever builds and
    the rights of the theme's files. Raises OSError."""
    folder.chmod(FOLDER_MODE)
    for path in folder.rglob("*"):
        mode = FOLDER_MODE if path.is_dir() else FILE_MODE
        if stat.S_IMODE(path.stat().st_mode) != mode:
            path.chmod(mode)


@contextmanager
def _locked(state: Path, output: Path) -> Iterator[None]:
    with plain_words(output):
        lock = (state / "lock").open("ab")
    try:
        with plain_words(output):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        # Whatever the disk says to this, the site is what it is; the system lets go in any case.
        with suppress(OSError):
            # Closing is not enough: a process that the build started may have the file open too.
            fcntl.flock(lock, fcntl.LOCK_UN)
        with suppress(OSError):
            lock.close()


def _tidy(state: Path, output: Path) -> None:
    """Put back an old site that a kill left aside; sweep what builds left behind."""
    aside = _aside(state)
    if aside.exists():
        aside.rename(_free_name(state) if os.path.lexists(output) else output)
    for left_over in state.glob(LEFT_OVER):
        shutil.rmtree(left_over, ignore_errors=True)


def _aside(state: Path) -> Path:
    return state / "aside"


def _free_name(state: Path) -> Path:
    return state / f"site-{secrets.token_hex(4)}"
