"""A project to build in: content that a test may break, and an output that must survive it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from bs4 import BeautifulSoup

from plugins.build.api import build
from plugins.build.report.outcome import Outcome
from plugins.core.feature import Feature
from plugins.core.model.fingerprints import ASSETS, CARDS
from plugins.core.model.pages import save_as
from tests.sites import BARE, FULL, LIVE, NOW, ROOT, tree, write

SIGNPOST = 'meta[http-equiv="refresh"]'
MARK = '<meta name="generator" content="Handbill">'


@dataclass
class Project:
    """A folder with content/ and output/; commands and builds run inside it."""

    folder: Path
    now: datetime = NOW
    out: str = "output"
    patience: float = 60  # seconds for a command

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / self.out

    def write(self, files: Mapping[str, str | bytes]) -> None:
        write(self.content, files)

    def replace(self, name: str, old: str, new: str) -> None:
        """Change one place of a content file."""
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    def build(self, *, live: bool = False, **overrides: object) -> Outcome:
        """Build in this process, the preview or the live site."""
        settings = ROOT / ("publishconf.py" if live else "pelicanconf.py")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", str(int(self.now.timestamp())))
            patch.chdir(self.folder)
            return build(
                settings=str(settings),
                content=str(self.content),
                output=str(self.output),
                overrides={"SITEURL": LIVE} | overrides,
            )

    def built(self, *, live: bool = True, **overrides: object) -> Outcome:
        """Build, which must go well."""
        outcome = self.build(live=live, **overrides)
        assert outcome.code == 0, outcome.text
        return outcome

    def refused(self, *, live: bool = False, **overrides: object) -> str:
        """Build, which must be refused and leave output/ as it was; the words that it gives."""
        write(self.output, {"index.html": MARK, "kept.txt": "kept"})
        before = tree(self.output)
        outcome = self.build(live=live, **overrides)
        assert (outcome.code, tree(self.output)) == (2, before), outcome.text
        assert "Traceback" not in outcome.text
        return outcome.text

    def command(self, *words: str, live: bool = False, settings: Path | None = None) -> list[str]:
        """The command of `make html` or `make publish`, with some more words."""
        settings = settings or ROOT / ("publishconf.py" if live else "pelicanconf.py")
        asked = ["content", "-o", self.out, "-s", str(settings), *words]
        return [sys.executable, "-m", "plugins.build", *asked]

    def pelican(
        self,
        *words: str,
        live: bool = False,
        settings: Path | None = None,
        **environment: str,
    ) -> subprocess.CompletedProcess[str]:
        """Run that command; its output and errors together."""
        return self.run(self.command(*words, live=live, settings=settings), **environment)

    def run(self, command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=self.patience,
            check=False,
        )

    @property
    def environment(self) -> dict[str, str]:
        now = str(int(self.now.timestamp()))
        return os.environ | {
            "SOURCE_DATE_EPOCH": now, "COLUMNS": "200", "PYTHONPATH": str(ROOT)
        }  # fmt: skip

    def files(self) -> set[str]:
        """Every file of the site but those that it is made of, and the cards."""
        folders = tuple(f"{name}/" for name in ("theme", ASSETS, CARDS))
        return {name for name in tree(self.output) if not name.startswith(folders)}

    def page(self, address: str) -> BeautifulSoup:
        """The page at an address of the built site."""
        html = (self.output / save_as(address)).read_text(encoding="utf-8")
        return BeautifulSoup(html, "html.parser")

    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page of the built site, by its file, but signposts."""
        every = self.every_page()
        return {name: page for name, page in every.items() if not page.select_one(SIGNPOST)}

    def signposts(self) -> dict[str, BeautifulSoup]:
        """Every page that only leads on to another, by its file."""
        return {name: page for name, page in self.every_page().items() if page.select_one(SIGNPOST)}

    def every_page(self) -> dict[str, BeautifulSoup]:
        names = sorted(name for name in self.files() if name.endswith(".html"))
        return {name: self.page(f"/{name}") for name in names}


def plugin(feature: Feature) -> ModuleType:
    """A plugin for PLUGINS that adds one feature to a build."""
    module = ModuleType(feature.name)
    module.FEATURE = feature  # type: ignore[attr-defined]
    return module


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with nothing in content/."""
    (tmp_path / "content").mkdir()
    return Project(tmp_path)


@pytest.fixture
def bare(project: Project) -> Project:
    """A project of the smallest practice."""
    shutil.copytree(BARE, project.content, dirs_exist_ok=True)
    return project


@pytest.fixture
def full(project: Project) -> Project:
    """A project of the practice with every fact."""
    shutil.copytree(FULL, project.content, dirs_exist_ok=True)
    return project


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The practice with every fact, published once for all tests, which only read it."""
    return published_once(tmp_path_factory.getbasetemp() / "live")


@cache
def published_once(folder: Path) -> Project:
    """Each folder that imports the fixture has one of its own; all of them share this site."""
    made = Project(folder)
    shutil.copytree(FULL, made.content)
    made.built()
    return made
