"""Examine: one input of a fuzzer through the reading path of a build, and what must hold of it.

Gives   Bench.practice(), Bench.document(), Bench.prose(): reading as a build does it, one file long
Stops   FaultError, with the rule that is broken; whatever else is raised is a fault as well
Units   SECONDS of a processor an input; lines count from 1, 0 stands for a file as a whole
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.build.read.links import Links
from plugins.build.read.reader import Reading, Render
from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.model.documents import Document, Kind
from plugins.core.paths import THEME
from plugins.core.problems import ContentError, Problem
from tests.sites import BARE, FEATURES
from tests.torture.fuzz.sane import FaultError, allowed, sane

SECONDS = 2
HEAD = "---\ntitle: A page\nsummary: What it is about.\n---\n"
KINDS: dict[str, Kind] = {kind.folder: kind for feature in FEATURES for kind in feature.kinds}
DENVER = ZoneInfo("America/Denver")


def uncached(renderer: MarkdownRenderer) -> Render:
    """Renders each text, whether it was rendered before or not."""
    return lambda texts: [
        renderer.render(text.body, text.path, text.first_line, text.resolve) for text in texts
    ]


class Bench:
    """A content folder, one file of which changes with each input."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        shutil.copytree(BARE, self.content, dirs_exist_ok=True)
        for name in KINDS:
            (self.content / name).mkdir(exist_ok=True)
        pictures = {"a.jpg": self.content / "images/a.jpg"}
        self.links = Links.of({}, [], pictures, self.content)
        self.reused = MarkdownRenderer()
        self.began = self.seconds = self.slowest = 0.0
        self.refused = 0

    def practice(self, data: bytes) -> list[Problem]:
        """What a build says about these bytes as practice.yaml."""
        (self.content / "practice.yaml").write_bytes(data)
        with self.examining(data) as problems:
            reading = Reading(self.content, KINDS, THEME / "words")
            reading.practice()
            problems.extend(reading.problems)
        return problems

    def document(self, folder: str, data: bytes) -> list[Problem]:
        """The same of one Markdown file, its prose included."""
        path = self.content / folder / "fuzzed.md"
        path.write_bytes(data)
        with self.examining(data) as problems:
            reading = Reading(self.content, KINDS, THEME / "words")
            document = reading.document(path, KINDS[folder], {"zone": DENVER})
            self.rendered(document, reading)
            problems.extend(reading.problems)
        return problems

    def prose(self, body: str) -> list[Problem]:
        """The same of a page with this body."""
        return self.document("pages", f"{HEAD}{body}".encode(errors="surrogatepass"))

    def rendered(self, document: Document, reading: Reading) -> None:
        """The prose by the converter of all inputs, once more by it, and by a new one: the same
        each time, and clean."""
        (made,) = reading.rendered([document], self.links, uncached(self.reused))
        self.stop()
        for prose in (self.reused, MarkdownRenderer()):
            again = Reading(self.content, KINDS, THEME / "words")
            (other,) = again.rendered([document], self.links, uncached(prose))
            if made.prose != other.prose or reading.problems != again.problems:
                raise FaultError(f"once {made.prose!r}, once {other.prose!r}")
        if strange := allowed(str(made.prose)):
            raise FaultError(f"{strange} in {made.prose!r}")

    def stop(self) -> None:
        """The product's part of this input is over; what checks it takes its own time."""
        if not self.seconds:
            self.seconds = time.process_time() - self.began
            self.slowest = max(self.slowest, self.seconds)

    @contextmanager
    def examining(self, data: bytes) -> Iterator[list[Problem]]:
        """Collects problems, each of which must be sane, and takes the time."""
        problems: list[Problem] = []
        self.began, self.seconds = time.process_time(), 0.0
        try:
            yield problems
        except ContentError as error:
            problems += error.problems
        self.stop()
        self.refused += bool(problems)
        if self.seconds > SECONDS:
            raise FaultError(f"{self.seconds:.1f} seconds")
        for problem in problems:
            sane(problem, data)
