"""Exchange: a site is built beside output/ and takes its place in one step.

Gives   staging(output): a lock, an empty folder to build into, and its exchange() with output
        locked(output): the lock alone, and put(), which replaces one file
Keeps   .<output>.building/ beside output: the lock, what is being built, what is thrown away.
        The lock file stays: deleting it would let two builds lock two files of one name
Stops   ExchangeError, whose words are for staff; what the block raises passes through as it is.
        Both leave output as it was, as does a kill; the next build sweeps what a kill left
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.build.output.atomic import replace
from plugins.build.output.flush import flush, flush_all
from plugins.build.output.guard import check, check_is_folder, is_our_site
from plugins.build.output.os_errors import ExchangeError, plain_words
from plugins.core.system.interrupts import held_back, too_late

__all__ = ["ExchangeError", "Place", "Stage", "is_our_site", "locked", "staging", "state_of"]

LEFT_OVER = "site-????????"


@contextmanager
def staging(
    output: Path, *, protect: Iterable[Path] = (), durable: bool = False
) -> Iterator[Stage]:
    """A new empty folder beside `output`. A block that ends without exchange() changes nothing.

    protect  folders that output must neither hold nor lie in: content, theme, plugins
    durable  the new site survives a power cut right after the exchange
    """
    with locked(output, protect) as place:
        stage = Stage(_free_name(place.state), place, durable)
        try:
            with plain_words(output):
                stage.folder.mkdir(mode=0o755)
            yield stage
        finally:
            with suppress(OSError):  # the next build tries again
                _tidy(place.state, place.real)


@dataclass(frozen=True)
class Place:
    """Where a site is, and what this build alone may change.

    output  as it was named; `real` without links
    state   the folder beside it that builds keep
    """

    output: Path
    real: Path
    state: Path
    protect: tuple[Path, ...]

    def put(self, name: str, content: bytes) -> None:
        """Replace one file of the site, in one step. Raises OSError, with the site as it was."""
        beside = _free_name(self.state)
        beside.mkdir()
        try:
            (beside / "file").write_bytes(content)
            with held_back():
                (beside / "file").replace(self.real / name)
                too_late()
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def locked(output: Path, protect: Iterable[Path] = ()) -> Iterator[Place]:
    """The place of a site, which no other build changes while the block runs."""
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
        yield Place(output, real, state, protect)


def state_of(real: Path) -> Path:
    """The folder that builds keep beside a site."""
    return real.parent / f".{real.name}.building"


@dataclass
class Stage:
    """A build under way: build into `folder`, then exchange()."""

    folder: Path
    place: Place
    durable: bool = False
    exchanged: bool = False

    def exchange(self) -> None:
        """`folder` and output change places; the old site is deleted when the block ends."""
        if self.exchanged:
            raise RuntimeError("a second exchange would bring the old site back")
        with plain_words(self.place.output):
            self._check_home_page()
            if self.durable:
                flush_all(self.folder)
            # again: a build takes time
            real = check(self.place.output, self.place.protect)
            aside = _aside(self.place.state)
            with held_back():
                replace(self.folder, real, aside)
                if self.durable:
                    try:
                        flush(real.parent)
                    except OSError:
                        replace(self.folder, real, aside)  # what was said to be unchanged is
                        raise
                self.exchanged = True
                too_late()

    def _check_home_page(self) -> None:
        """A site without the mark is one that no later build would replace."""
        if not is_our_site(self.folder):
            raise ExchangeError(
                "index.html",
                "no home page with the mark by which a build knows its own site",
                'a page with <meta name="generator" content="Handbill"> in its first 4096 bytes',
                "put that line first in the head of the base template",
            )


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
