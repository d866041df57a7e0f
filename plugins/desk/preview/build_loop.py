"""Build loop: builds again as long as files are saved.

Reads   saves, from the watcher
Gives   the outcome of each build, to the browser and to the console
Stops   nothing; all saves during a build lead to one more build
How     after a save of one file, a build of its page comes first when the file affects that page
        alone; a full build follows, and is reported only when it changed something else
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from pathlib import Path

from plugins.build.report.outcome import Outcome
from plugins.desk.console import say
from plugins.desk.preview.events import BuildEvents
from plugins.desk.preview.fixes import Fixes
from plugins.desk.preview.supervisor import Supervisor

SLOW = 0.5  # seconds after which the console says that a build runs


class BuildLoop:
    """Builds at the start and after each save."""

    def __init__(self, supervisor: Supervisor, events: BuildEvents, fixes: Fixes) -> None:
        self.supervisor, self.events, self.fixes = supervisor, events, fixes
        self._due = asyncio.Event()
        self._due.set()
        self._saved: set[str] = set()

    def file_saved(self, code: bool, paths: Collection[str] = ()) -> None:
        """Ask for a build. No paths: any file may have changed; code: the worker must load it."""
        if code:
            self.supervisor.stop()
        self._saved.update(paths or {""})
        self._due.set()

    async def run(self) -> None:
        """Build until cancelled."""
        while await self._due.wait():
            self._due.clear()
            file, saved = self.single_file(), self._saved
            self._saved = set()
            message = asyncio.get_running_loop().call_later(SLOW, say, "Building…")
            try:
                outcome = await self.supervisor.build(file)
            finally:
                message.cancel()
            if outcome and outcome.partly:
                self._due.set()
            if outcome:
                waiting = waits(outcome, saved)
                if self.is_news(outcome) or waiting != self.events.status.waiting:
                    self.announce(outcome, waiting)

    def single_file(self) -> str:
        """The only saved file, unless the last build failed; else an empty string."""
        single = len(self._saved) == 1 and not self.events.status.problems
        return next(iter(self._saved)) if single else ""

    def is_news(self, outcome: Outcome) -> bool:
        """Whether the browser shows anything else than after a build that ended so."""
        status = self.events.status
        texts = [problem.text for problem in status.shown]
        other = not outcome.partly and texts != list(map(str, outcome.problems))
        return bool(outcome.changed or outcome.code or status.problems or other)

    def announce(self, outcome: Outcome, waiting: str) -> None:
        """Tell the browser and the person at the console."""
        status = self.events.status
        # A look at one page alone knows nothing of the others' warnings.
        shown = status.shown if outcome.partly else self.fixes.of(outcome.problems)
        self.events.publish(outcome.text if outcome.code else None, shown, waiting)
        if outcome.text:
            say(outcome.text)
        pages = "1 page" if outcome.pages == 1 else f"{outcome.pages} pages"
        if not outcome.code:
            say(f"Built in {outcome.seconds:.2f} s · {pages}")


def waits(outcome: Outcome, saved: Collection[str]) -> str:
    """Until when the files that were saved do not show."""
    paths = {Path(file).absolute() for file in saved if file}
    rows = (row for row in outcome.waiting if Path(row.source).absolute() in paths)
    return "\n".join(map(str, rows))
