"""Watcher: reports saved files.

Reads   changes in content/, theme/, plugins/ and the two settings files, from the system
Gives   one call for each burst of saves: whether it contains code, and the files, as real paths,
        when they are known
Units   a burst ends when nothing came for STEP milliseconds, and lasts BURST at most
Stops   nothing; ignores hidden files, byte code and the temporary files of editors
Source  an editor saves by renaming: a file is watched through its folder. A replaced folder (git
        switch) is a new one to the system, so it is watched again
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, awatch

STEP, BURST = 10, 50
IGNORED = re.compile(
    r"\..*|__pycache__|.*\.py[co]"  # hidden; byte code
    r"|.*~|~\$.*|#.*#|.*\.(sw[a-z]|tmp|bak|part|crdownload)|4913|.*___jb_(tmp|old)___"  # editors
)
OnSave = Callable[[bool, Collection[str]], None]


@dataclass(frozen=True)
class WatchedPaths:
    """Real paths; a worker loads `code` only once."""

    folders: tuple[Path, ...]
    code: tuple[Path, ...]

    @classmethod
    def of(cls, content: Path, settings: Path) -> WatchedPaths:
        """The paths of the site with these settings."""
        settings = settings.resolve()
        base = settings.parent
        folders = (content.resolve(), base / "theme", base / "plugins")
        return cls(folders, (base / "plugins", settings, base / "publishconf.py"))

    def is_code(self, path: str) -> bool:
        return any(Path(path).is_relative_to(code) for code in self.code)

    def is_save(self, _change: Change, path: str) -> bool:
        """Whether a person made a change within the folders."""
        folders = (folder for folder in self.folders if Path(path).is_relative_to(folder))
        parts = Path(path).relative_to(next(folders, Path("/"))).parts
        return not any(map(IGNORED.fullmatch, parts))

    def is_entry(self, _change: Change, path: str) -> bool:
        """Whether a change concerns a watched path itself."""
        return Path(path) in {*self.folders, *self.code}


async def watch(watched: WatchedPaths, on_save: OnSave) -> None:
    """Call `on_save` after each burst of saves, until cancelled."""
    replaced = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(watch_entries(watched, on_save, replaced))
        group.create_task(watch_folders(watched, on_save, replaced))


async def watch_entries(watched: WatchedPaths, on_save: OnSave, replaced: asyncio.Event) -> None:
    """Watch the settings files, and folders that appear, disappear or are replaced."""
    parents = {path.parent for path in (*watched.folders, *watched.code)}
    parents = {parent for parent in parents if parent.is_dir()}
    changes = awatch(
        *parents, watch_filter=watched.is_entry, step=STEP, debounce=BURST, recursive=False
    )
    async for burst in changes:
        if any(Path(path) in watched.folders for _, path in burst):
            replaced.set()
        on_save(any(watched.is_code(path) for _, path in burst), ())


async def watch_folders(watched: WatchedPaths, on_save: OnSave, replaced: asyncio.Event) -> None:
    """Watch the content of the folders that exist."""
    while True:
        folders = [folder for folder in watched.folders if folder.is_dir()]
        changes = awatch(
            *folders, watch_filter=watched.is_save, step=STEP, debounce=BURST, stop_event=replaced
        )
        async for burst in changes:
            paths = {path for _, path in burst}
            on_save(any(map(watched.is_code, paths)), paths)
        await replaced.wait()
        replaced.clear()
        # Once the next watch runs: report what was saved in between.
        asyncio.get_running_loop().call_soon(on_save, False, ())
