"""Watcher: what was saved.

Reads   the folders content/, theme/, plugins/ and the two settings files, as the system tells
Gives   one call for each burst of saves: whether code is among them, and which files, as real
        paths, when that is known
Units   a burst ends when nothing came for STEP milliseconds, and lasts BURST at most
Stops   nothing; hidden files, byte code and what editors keep beside a file are not saves
Source  an editor saves by renaming: a file is seen by watching its folder. A folder that is
        exchanged (git switch) is another one to the system and is looked up anew
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, awatch

STEP, BURST = 10, 50
NOT_SAVED = re.compile(
    r"\..*|__pycache__|.*\.py[co]"  # hidden; byte code
    r"|.*~|~\$.*|#.*#|.*\.(sw[a-z]|tmp|bak|part|crdownload)|4913|.*___jb_(tmp|old)___"  # editors
)
Saved = Callable[[bool, Collection[str]], None]


@dataclass(frozen=True)
class Places:
    """What is watched, as real paths; `code` is what a worker loads once."""

    folders: tuple[Path, ...]
    code: tuple[Path, ...]

    @classmethod
    def of(cls, content: Path, settings: Path) -> Places:
        """The places of the site whose settings these are."""
        settings = settings.resolve()
        base = settings.parent
        folders = (content.resolve(), base / "theme", base / "plugins")
        return cls(folders, (base / "plugins", settings, base / "publishconf.py"))

    def is_code(self, path: str) -> bool:
        return any(Path(path).is_relative_to(place) for place in self.code)

    def is_save(self, _change: Change, path: str) -> bool:
        """Whether a change within the folders is one that a person made."""
        folder = next((one for one in self.folders if Path(path).is_relative_to(one)), Path("/"))
        return not any(map(NOT_SAVED.fullmatch, Path(path).relative_to(folder).parts))

    def is_entry(self, _change: Change, path: str) -> bool:
        """Whether a change is one of a place itself."""
        return Path(path) in {*self.folders, *self.code}


async def watch(places: Places, saved: Saved) -> None:
    """Call `saved` after each burst of saves, until cancelled."""
    renewed = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(watch_entries(places, saved, renewed))
        group.create_task(watch_folders(places, saved, renewed))


async def watch_entries(places: Places, saved: Saved, renewed: asyncio.Event) -> None:
    """The settings files, and whether a folder comes, goes or is another one."""
    above = {place.parent for place in (*places.folders, *places.code) if place.parent.is_dir()}
    changes = awatch(
        *above, watch_filter=places.is_entry, step=STEP, debounce=BURST, recursive=False
    )
    async for burst in changes:
        if any(Path(path) in places.folders for _, path in burst):
            renewed.set()
        saved(any(places.is_code(path) for _, path in burst), ())


async def watch_folders(places: Places, saved: Saved, renewed: asyncio.Event) -> None:
    """What stands in the folders that there are."""
    while True:
        there = [folder for folder in places.folders if folder.is_dir()]
        changes = awatch(
            *there, watch_filter=places.is_save, step=STEP, debounce=BURST, stop_event=renewed
        )
        async for burst in changes:
            paths = {path for _, path in burst}
            saved(any(map(places.is_code, paths)), paths)
        await renewed.wait()
        renewed.clear()
        # Once the next watch stands, for what was saved while there was none.
        asyncio.get_running_loop().call_soon(saved, False, ())
