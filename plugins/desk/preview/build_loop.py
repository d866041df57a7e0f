"""Rebuilds: one build after another, as long as something was saved.

Reads   saves, from the watcher
Gives   each build's outcome, to the board and in words to the console
Stops   nothing; a save during a build is followed by one more build, however many there were
How     when one file was saved, its page comes first, if it stands on that page alone; a build of
        everything that changed follows, of which nobody hears unless it made something else
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from plugins.desk.console import say
from plugins.desk.preview.events import Board
from plugins.desk.preview.supervisor import Builder
from plugins.desk.preview.worker import Report

SLOW = 0.5  # seconds after which the person is told that it is building


class Rebuilds:
    """Builds at the start, and when something was saved."""

    def __init__(self, builder: Builder, board: Board) -> None:
        self.builder, self.board = builder, board
        self._due = asyncio.Event()
        self._due.set()
        self._saved: set[str] = set()

    def saved(self, code: bool, paths: Collection[str] = ()) -> None:
        """Something was saved, maybe more than `paths`, when those are none; code needs a worker
        that has not loaded it yet."""
        if code:
            self.builder.stop()
        self._saved.update(paths or {""})
        self._due.set()

    async def run(self) -> None:
        """Build until cancelled."""
        while await self._due.wait():
            self._due.clear()
            first, self._saved = self.alone(), set()
            telling = asyncio.get_running_loop().call_later(SLOW, say, "Building…")
            try:
                report = await self.builder.build(first)
            finally:
                telling.cancel()
            if report and report.partly:
                self._due.set()
            if report and (report.changed or report.code or self.board.state.problems):
                self.announce(report)

    def alone(self) -> str:
        """The file that was saved, when it was one, and nothing is known to be wrong elsewhere."""
        known = len(self._saved) == 1 and not self.board.state.problems
        return next(iter(self._saved)) if known else ""

    def announce(self, report: Report) -> None:
        """Tell the pages and the person."""
        self.board.post(report.text if report.code else None)
        if report.text:
            say(report.text)
        pages = "1 page" if report.pages == 1 else f"{report.pages} pages"
        built = f"Built in {report.seconds:.2f} s · {pages}"
        if not report.code:
            say(built)
