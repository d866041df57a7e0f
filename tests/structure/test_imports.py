"""Who may import whom: one direction, and features never each other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pelicanconf import PLUGINS

ROOT = Path(__file__).parents[2]
FEATURES = [str(name).removeprefix("plugins.") for name in PLUGINS]
ALWAYS = {"core"}
# Pelican's own classes are subclassed here and nowhere else.
MAY_KNOW_PELICAN = {"build", "desk"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def folder_of(path: Path) -> str:
    return path.relative_to(ROOT / "plugins").parts[0]


MODULES = [
    path for path in sorted((ROOT / "plugins").rglob("*.py")) if path.parent.name != "plugins"
]


def of_ours(path: Path) -> set[str]:
    """The folders of plugins/ that a module imports from, its own left out."""
    found = {name.split(".")[1] for name in imports(path) if name.startswith("plugins.")}
    return found - {folder_of(path)}


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_imports_core_and_no_other_feature(name: str) -> None:
    """Removing a feature is one folder and one line; an import from elsewhere would break."""
    modules = [path for path in MODULES if folder_of(path) == name]
    assert modules
    assert {other for path in modules for other in of_ours(path)} <= ALWAYS


def test_core_imports_neither_pelican_nor_a_feature() -> None:
    """Core is the vocabulary: it can be read, and tested, by itself."""
    core = [path for path in MODULES if folder_of(path) == "core"]
    assert {other for path in core for other in of_ours(path)} == set()


def test_the_build_knows_no_feature() -> None:
    """What features add reaches the build through the flow alone."""
    build = [path for path in MODULES if folder_of(path) == "build"]
    assert {other for path in build for other in of_ours(path)} == ALWAYS


def test_only_the_build_and_the_desk_know_pelican() -> None:
    """When Pelican changes, one folder changes."""
    knowing = {
        folder_of(path)
        for path in MODULES
        if any(name.split(".")[0] == "pelican" for name in imports(path))
    }
    assert knowing <= MAY_KNOW_PELICAN


def test_every_folder_of_plugins_is_listed_or_part_of_the_ground() -> None:
    """A plugin that nobody lists does nothing, and nobody notices."""
    folders = {path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py")}
    assert folders == {*FEATURES, "core", "build", "desk"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_says_what_it_is(path: Path) -> None:
    """The docstring is the contract that the next developer reads first."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_markup_is_made_by_the_sanitizer_the_styles_and_the_phrases_alone() -> None:
    """Autoescape protects only while nobody else declares text to be safe; the guide gives back
    what a template made, with other ids."""
    makers = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if "Markup(" in path.read_text(encoding="utf-8")
    ]
    assert makers == [
        "plugins/assets/__init__.py",
        "plugins/core/i18n/phrases.py",
        "plugins/core/markdown/render.py",
        "plugins/core/model/documents.py",
        "plugins/guide/unique_ids.py",
    ]
    documents = (ROOT / "plugins/core/model/documents.py").read_text(encoding="utf-8")
    assert documents.count("Markup(") == 1
    assert "EMPTY = Markup()\n" in documents


def test_nothing_is_pickled() -> None:
    """A pickle from a cache or a stranger runs code."""
    assert [path for path in MODULES if {"pickle", "shelve", "marshal"} & set(imports(path))] == []


def test_one_test_module_alone_reads_the_project_s_content() -> None:
    """Staff change it every day; the workflow runs the tests before it publishes."""
    names = re.compile(r"(?:ROOT|parents\[\d\]) / \"content\"")
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("*.py")
        if names.search(path.read_text(encoding="utf-8"))
    }
    # Pictures for people are no test.
    assert readers == {"tests/content/test_our_site.py", "tests/browser/pictures.py"}


SUITES = {"audit", "bench", "browser", "content", "sites", "structure", "torture"}


def test_the_folders_of_tests_mirror_those_of_plugins() -> None:
    """Whoever changes a module finds its tests."""
    ours = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    folders = {path.relative_to(ROOT / "tests") for path in ours}
    mirrored = {path for path in folders if path.parts and path.parts[0] not in SUITES}
    assert [path for path in sorted(mirrored) if not (ROOT / "plugins" / path).is_dir()] == []
