"""Ctrl-C: exit code 130 at any moment, one sentence, and one whole site: the old or the new."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from pelicanconf import PLUGINS
from plugins.build.output import atomic, staging
from plugins.build.output.staging import Stage
from plugins.build.read.links import Links
from plugins.core.feature import Feature
from tests.build.conftest import MARK, Project, plugin
from tests.sites import FULL, ROOT, tree, write
from tests.torture.counts import first

STAGES = ["site_problems", "pages", "page_values", "files", "output_problems"]
STOPPED = "Stopped. The site is whole: as it was, or already the new one."
WITH_IT = ("-e", f"PLUGINS={json.dumps([*PLUGINS, 'interrupting'])}")
BEFORE = {"index.html": MARK, "kept.txt": "kept"}
# A plugin that presses Ctrl-C at the moment that STAGE names, and holds the build before the
# exchange while there is a file named wait.
INTERRUPTING = """
import os, signal, time
from pathlib import Path
from plugins.core.feature import Feature

class Pressing:
    def __set_name__(self, owner, name):
        at("naming")()

def at(stage):
    def act(*_):
        if os.environ["STAGE"] == stage:
            os.kill(os.getpid(), signal.SIGINT)
        while stage == "inspect" and Path("wait").exists():
            time.sleep(0.01)
        return ()
    return act

at("import")()
exec("at('text')()")

class Named:
    pressing = Pressing()

def another_error(*_):
    try:
        at("another error")()
    except KeyboardInterrupt:
        raise RuntimeError("a model that cannot be built")

checks = {
    "check": at("check"),
    "text later": lambda *_: exec("at('text later')()") or (),
    "another error": another_error,
}
check = checks.get(os.environ["STAGE"], lambda *_: ())
FEATURE = Feature("interrupting", site_problems=check, output_problems=at("inspect"))
"""
# Settings that press Ctrl-C while a module of ours is being loaded.
EARLY = """
import os, signal, sys
sys.path.insert(0, ROOT)

class Press:
    def find_spec(self, name, *_):
        if name == os.environ["STAGE"]:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Press())
from pelicanconf import *
THEME = ROOT + "/theme"
"""


def press(*_: object, **__: object) -> tuple[()]:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)  # it comes within this
    return ()


def replaced_and_pressed(*paths: Path) -> None:
    atomic.replace(*paths)
    os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize(
    "stage", ["site_problems", "pages", "page_values", "files", "output_problems"]
)
def test_ctrl_c_at_a_stage_changes_nothing(bare: Project, stage: str) -> None:
    """Reading, planning, rendering, checking: nothing of it is the site yet."""
    pressing = Feature("pressing", **{stage: press})  # type: ignore[arg-type]
    write(bare.output, BEFORE)
    outcome = bare.build(PLUGINS=[*PLUGINS, plugin(pressing)])
    assert (outcome.code, outcome.text) == (130, STOPPED)
    assert tree(bare.output).keys() == BEFORE.keys()


def test_ctrl_c_inside_the_sanitizer_is_not_lost(
    bare: Project, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A call from C swallows it; without care the build goes on and a link is gone."""
    monkeypatch.setattr(Links, "published", press)
    write(bare.output, BEFORE)
    outcome = bare.build()
    assert (outcome.code, outcome.text) == (130, STOPPED)
    assert tree(bare.output).keys() == BEFORE.keys()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "step", ["plugins.build.output.staging._tidy", "plugins.build.report.build_notes.write"]
)
def test_ctrl_c_after_the_exchange_leaves_the_new_site(
    bare: Project, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever follows the exchange is no longer the site."""
    change_places = Stage.exchange

    def exchange_and_press(stage: Stage) -> None:
        change_places(stage)
        monkeypatch.setattr(step, press)

    monkeypatch.setattr(Stage, "exchange", exchange_and_press)
    write(bare.output, BEFORE)
    outcome = bare.build()
    monkeypatch.undo()
    assert (outcome.code, outcome.text) == (130, STOPPED)
    assert "404.html" in bare.files()
    assert bare.built(live=False).text == ""


@pytest.mark.parametrize(
    "stage", ["import", "text", "naming", "check", "text later", "another error"]
)
def test_ctrl_c_ends_the_command_with_130(bare: Project, stage: str) -> None:
    """Pelican exits with 0, and whoever uploads next takes the old site for the new one; Python
    makes a call stack of one where a class names its parts, and ends by the signal for one that
    came in a text that is run, as all dataclasses have it; pydantic makes an error of its own."""
    (bare.folder / "interrupting.py").write_text(INTERRUPTING)
    write(bare.output, BEFORE)
    done = bare.pelican(*WITH_IT, STAGE=stage)
    assert (done.returncode, done.stdout) == (130, f"{STOPPED}\n")
    assert tree(bare.output).keys() == BEFORE.keys()


@pytest.mark.parametrize("stage", ["pelican", "plugins.core.schema.practice", "plugins.news"])
def test_ctrl_c_while_loading_ends_the_command_with_130(bare: Project, stage: str) -> None:
    """The first half second of every build: who mistyped presses it right away."""
    settings = bare.folder / "early.py"
    settings.write_text(f"ROOT = {str(ROOT)!r}\n{EARLY}")
    write(bare.output, BEFORE)
    done = bare.pelican(settings=settings, STAGE=stage)
    assert (done.returncode, done.stdout) == (130, f"{STOPPED}\n")
    assert tree(bare.output).keys() == BEFORE.keys()


def test_ctrl_c_in_the_exchange_waits_for_its_end(
    bare: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system without a single step for it must not be left between two."""
    monkeypatch.setattr(staging, "replace", replaced_and_pressed)
    write(bare.output, BEFORE)
    outcome = bare.build()
    monkeypatch.undo()
    assert (outcome.code, outcome.text) == (130, STOPPED)
    assert "404.html" in bare.files()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site that nobody stopped."""
    project = Project(tmp_path_factory.mktemp("whole"))
    shutil.copytree(FULL, project.content)
    assert started(project).wait(timeout=60) == 0
    return tree(project.output)


@pytest.mark.parametrize("seconds", first(1, [0.2, 0.05, 0.4, 0.6, 0.8, 1.0]))
def test_ctrl_c_at_any_moment_leaves_one_whole_site(
    full: Project, whole: dict[str, str], seconds: float
) -> None:
    """The next build clears away what was being built."""
    write(full.output, BEFORE)
    before = tree(full.output)
    process = started(full)
    state = full.folder / ".output.building"
    while process.poll() is None and not state.exists():
        time.sleep(0.001)
    time.sleep(seconds)  # a build takes less than one
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[0]
    files = tree(full.output)
    assert files in (before, whole)
    assert (process.returncode, said) == (130, f"{STOPPED}\n") or (
        process.returncode == 0 and files == whole and "\nBuilt output/: 24 pages in " in said
    )
    assert started(full).wait(timeout=60) == 0
    assert (tree(full.output), list(state.glob("site-*"))) == (whole, [])


def started(project: Project, *words: str, **environment: str) -> subprocess.Popen[str]:
    """The command, while it runs."""
    return subprocess.Popen(
        project.command(*words),
        cwd=project.folder,
        env=project.environment | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def test_a_second_build_says_so_and_stops(bare: Project) -> None:
    """The preview server and a command in another window, on the same output/."""
    (bare.folder / "interrupting.py").write_text(INTERRUPTING)
    (bare.folder / "wait").touch()
    first = started(bare, *WITH_IT, STAGE="")
    while first.poll() is None and not list(bare.folder.glob(".output.building/site-*/404.html")):
        time.sleep(0.005)
    second = bare.build()
    (bare.folder / "wait").unlink()
    said = first.communicate(timeout=60)[0]
    assert (second.code, second.text) == (
        2,
        """\
output
  Found   another build of it, still running
  Needed  one build at a time
  To fix  wait until it has finished, then build again

Nothing was changed: the site is as it was.""",
    )
    assert first.returncode == 0, said
    assert said.startswith("Built output/: 4 pages in ")
