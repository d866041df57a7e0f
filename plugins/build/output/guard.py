"""Guard: what a build never replaces.

Gives   check(output, protect): the real path of output, when a build may replace it
        is_our_site(folder): whether this generator made it
Stops   ExchangeError, before anything is touched
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plugins.build.output.os_errors import ELSEWHERE, ExchangeError, in_plain_words
from plugins.core.cache import store
from plugins.core.reading.source_files import display_path

MARK = b'<meta name="generator" content="Handbill'
MARK_WITHIN = 4096


def is_our_site(folder: Path) -> bool:
    home_page = folder / "index.html"
    if not home_page.is_file():
        return False
    with home_page.open("rb") as file:
        return MARK in file.read(MARK_WITHIN)


def check(output: Path, protect: Iterable[Path] = ()) -> Path:
    """The real path of `output`, which is nothing yet, an empty folder, a site of ours, or a
    folder in our cache, of which somebody may delete whatever they like."""
    check_is_folder(output)
    # Path.resolve() raises RuntimeError where links run in a circle.
    real, place = Path(os.path.realpath(output)), display_path(output)
    protected = [(folder, f'"{display_path(folder)}"') for folder in protect]
    for folder, words in protected + _own_places():
        if _same(folder, real):
            raise _needs_own_folder(place, words)
        if _inside(folder, real):
            raise _needs_own_folder(place, f"a folder that holds {words}")
    for folder, words in protected:
        if _inside(real, folder):
            raise _needs_own_folder(place, f"a folder inside {words}")
    if real.is_mount():
        raise in_plain_words(errno.EBUSY, place)
    ours = not real.is_dir() or is_our_site(real) or _inside(real.parent, store.ROOT)
    if not ours and (stranger := min(real.iterdir(), default=None)):
        raise ExchangeError(
            place,
            f'files that Handbill did not make, such as "{stranger.name}"',
            "an empty folder, or a site that Handbill made: a build replaces all of it",
            f"{ELSEWHERE}, or move these files to another place",
        )
    return real


def check_is_folder(path: Path) -> None:
    """Refuse a link and a file; nothing at all may become a folder."""
    needed = "a folder, or nothing yet"
    if path.is_symlink():
        found = f'a link to "{os.path.realpath(path)}"'
        fix = "delete the link, or choose the folder that it leads to as output folder"
        raise ExchangeError(display_path(path), found, needed, fix)
    if path.exists() and not path.is_dir():
        raise ExchangeError(display_path(path), "a file", needed, f"move the file, or {ELSEWHERE}")


def _needs_own_folder(place: str, found: str) -> ExchangeError:
    needed = "a folder of its own: a build replaces all of it"
    return ExchangeError(place, found, needed, f'{ELSEWHERE}, such as "output"')


def _own_places() -> list[tuple[Path, str]]:
    places = [(Path.cwd(), "the folder in which you work")]
    with suppress(RuntimeError):  # an account without a home, as in a container
        places.append((Path.home(), "your home folder"))
    return places


def _inside(inner: Path, outer: Path) -> bool:
    inner = Path(os.path.realpath(inner))
    return any(_same(folder, outer) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    """Asks the disk, not the names: macOS takes Content and content for one folder."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
