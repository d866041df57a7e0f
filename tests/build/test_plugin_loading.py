"""Plugins: one that is listed and does not work stops the build; one that is not is not missed."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from pelicanconf import PLUGINS
from tests.build.conftest import Project
from tests.sites import ROOT, tree
from tests.torture.counts import first

OPTIONAL = (
    "modalities",
    "symptoms",
    "offers",
    "news",
    "sharing",
    "newsletter",
    "addresses",
    "typeface",
    "brand",
    "social_cards",
    "checks",
    "guide",
    "drawings",
    "qr_codes",
    "hosting",
    "search",
    "structured_data",
    "exports",
    "offline",
)
# What a feature writes, where that is not the folder of its name.
WRITTEN = {
    **{"addresses": "sitemap.xml", "brand": "site.webmanifest", "guide": "style-guide/"},
    **{"exports": "practice.vcf", "typeface": "assets/fraunces.", "hosting": "_headers"},
    **{"drawings": "assets/drawings.", "qr_codes": "qr.svg"},
}
# What of the full practice speaks of a feature, and goes with it.
CONTENT: dict[str, tuple[str, ...]] = {
    "modalities": ("modalities", "pages/modalities.md"),
    "symptoms": ("symptoms", "pages/symptoms.md"),
    "offers": ("offers",),
    "news": ("news", "pages/news.md"),
    **{name: (name,) for name in ("people", "voices", "notices")},
}
FOLDERS = {kind.folder for name in PLUGINS for kind in import_module(name).FEATURE.kinds}


def without(name: str) -> list[str]:
    return [plugin for plugin in PLUGINS if plugin != f"plugins.{name}"]


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_listed_plugin_that_is_not_there_stops_the_build(
    bare: Project, plugin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pelican says so in passing, builds without it, and exits with 0."""
    monkeypatch.setitem(sys.modules, plugin, None)
    assert (
        bare.refused()
        == f"""\
pelicanconf.py, PLUGINS
  Found   "{plugin}", which is not there
  Needed  plugins that are there and work
  To fix  restore its folder, or delete its line

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_a_build_goes_without_the_plugins_that_its_settings_leave_out(bare: Project) -> None:
    """The preview makes no style guide until somebody opens it."""
    bare.built(live=False, WITHOUT_PLUGINS=("plugins.guide",))
    assert not (bare.output / "style-guide").exists()
    bare.built(live=False)
    assert (bare.output / "style-guide").is_dir()


def plugin(register: Callable[[], None]) -> ModuleType:
    """A plugin that PLUGINS holds itself, as Pelican allows."""
    made = ModuleType("broken_plugin")
    made.register = register  # type: ignore[attr-defined]
    return made


def test_a_plugin_that_fails_to_register_stops_the_build(bare: Project) -> None:
    """Pelican prints a call stack, builds without it, and exits with 0."""

    def register() -> None:
        raise ValueError("no such provider")

    line = register.__code__.co_firstlineno + 1
    place = Path(__file__)
    assert (
        bare.refused(PLUGINS=[*PLUGINS, plugin(register)])
        == f"""\
pelicanconf.py, PLUGINS
  Found   "broken_plugin", which fails: {place}:{line}, no such provider
  Needed  plugins that are there and work
  To fix  show this to a developer, or delete its line

1 problem to fix. Nothing was changed: the site is as it was."""
    )


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import not_installed\n", "No module named 'not_installed'"),
        ("def register(:\n", "{path}:1, invalid syntax"),
        ("x = 1 / 0\n", "{path}:1, division by zero"),
        ("", "module 'broken_file' has no attribute 'register'"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_stops_the_build(
    bare: Project, code: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong with it, in one line and without a call stack."""
    path = bare.folder / "broken_file.py"
    path.write_text(code)
    monkeypatch.syspath_prepend(bare.folder)
    monkeypatch.delitem(sys.modules, "broken_file", raising=False)
    text = bare.refused(PLUGINS=[*PLUGINS, "broken_file"])
    monkeypatch.delitem(sys.modules, "broken_file", raising=False)
    assert text.count("\n") == 5
    assert text.startswith('pelicanconf.py, PLUGINS\n  Found   "broken_file", which fails: ')
    assert reason.format(path="broken_file.py") in text


def test_a_plugin_that_is_listed_twice_takes_part_once(bare: Project) -> None:
    """Its pages would claim each address twice."""
    bare.built(PLUGINS=[*PLUGINS, "plugins.pages"])


def test_the_feature_in_the_guide_works(bare: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Developers begin with a copy of it."""
    guide = (ROOT / "plugins/README.md").read_text(encoding="utf-8")
    code = guide[guide.index('    """Humans:') : guide.index("\n1. Put it into")]
    (bare.folder / "humans.py").write_text(dedent(code))
    monkeypatch.syspath_prepend(bare.folder)
    bare.built(PLUGINS=[*PLUGINS, "humans"])
    assert (bare.output / "humans.txt").read_text() == "Bare Hands\n"


@pytest.mark.parametrize("name", first(2, OPTIONAL))
def test_a_feature_goes_with_its_folder_its_line_and_its_content(full: Project, name: str) -> None:
    """Nothing else knows of it: no other feature, no template."""
    for gone in CONTENT.get(name, ()):
        path = full.content / gone
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    unlink_texts(full)
    full.built(PLUGINS=without(name))
    folder = WRITTEN.get(name, f"{name}/")
    left = {file for file in tree(full.output) if file.startswith(folder)}
    page_of_its_own = {"offers/index.html", "offers/qr.svg"}
    assert left == (page_of_its_own if name == "offers" else set())


def unlink_texts(project: Project) -> None:
    """Texts and fields that name a modality or a symptom, without their links."""
    project.write({"pages/home.md": "---\ntitle: A\nsummary: B.\n---\n"})
    for path in project.content.rglob("*.md"):
        if path.parent.name != "pages":
            path.write_text(re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", path.read_text()))
    if not (project.content / "modalities").exists() and (project.content / "offers").exists():
        project.replace("offers/deep-week.md", "  - /modalities/deep-tissue-massage/\n", "")


@pytest.mark.parametrize("name", first(2, sorted(FOLDERS - {"pages"})))
def test_content_that_no_feature_reads_is_told(full: Project, name: str) -> None:
    """Taken away by mistake, a feature would leave its pages unpublished without a word."""
    *most, last = sorted({"drawings", "files", "images", "practice.yaml", *FOLDERS} - {name})
    assert f"""\
content/{name}
  Found   "{name}"
  Needed  only {", ".join(most)} and {last} in content/
  To fix  move it out of the content folder, or delete it
""" in full.refused(PLUGINS=without(name))


def test_a_plugin_whose_folder_was_deleted_stops_the_command(bare: Project) -> None:
    """The whole way: a project without plugins/news, and Pelican's own command."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, bare.folder / name, ignore=shutil.ignore_patterns("__pyc*"))
    shutil.copy(ROOT / "pelicanconf.py", bare.folder)
    shutil.rmtree(bare.folder / "plugins/news")
    done = bare.pelican(settings=bare.folder / "pelicanconf.py")
    assert (done.returncode, done.stdout) == (
        2,
        """\
pelicanconf.py, PLUGINS
  Found   "plugins.news", which is not there
  Needed  plugins that are there and work
  To fix  restore its folder, or delete its line

1 problem to fix. Nothing was changed: the site is as it was.
""",
    )
    assert not bare.output.exists()
