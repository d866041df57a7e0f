"""What is kept between builds has a name that changes with all that it depends on."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from plugins.brand.icons import pictured
from plugins.core.design import font
from plugins.images import renditions
from plugins.social_cards import png
from tests.core.cache.cached_work import OTHER, Change, Kept, kept_things
from tests.sites import ROOT

STORES = {
    "pickle",
    "_pickle",
    "cPickle",
    "marshal",
    "shelve",
    "dill",
    "cloudpickle",
    "joblib",
    "dbm",
}
# How things are kept, whatever they are.
STORED = {ROOT / "plugins/core/cache" / name for name in ("store.py", "memo.py")}
# What may be used of them by a module that keeps nothing.
NOT_KEPT = {"sweep", "ROOT"}
PLUGINS = sorted((ROOT / "plugins").rglob("*.py"))
# Packages from npm: what is kept is what the pinned hash says, whatever made it.
PINNED = {ROOT / "plugins/editor/packages.py"}


class AskedError(Exception):
    """The name of an entry; raised in place of looking it up."""


@pytest.fixture
def every(tmp_path: Path) -> dict[str, Kept]:
    return kept_things(tmp_path)


def name(one: Kept, ask: Callable[[], object], *changes: Change) -> str:
    """The name under which something is asked for, after some changes."""
    with pytest.MonkeyPatch.context() as patch:
        for change in changes:
            change(patch)
        for remembered in (font.depends, font.cut, font.metrics, renditions.makers, png.fonts):
            remembered.cache_clear()
        pictured.cache_clear()
        try:
            if hasattr(one.module, "cached"):
                patch.setattr(one.module, "cached", asked)
                ask()
            else:
                patch.setattr("plugins.core.cache.store.read", asked)
                ask()
        except AskedError as error:
            return str(error)
        finally:
            for remembered in (font.depends, font.cut, font.metrics, renditions.makers):
                remembered.cache_clear()
            png.fonts.cache_clear()
    raise AssertionError("nothing was asked for")


def asked(*place: object) -> bytes:
    raise AskedError(*(part for part in place if not callable(part)))


def elsewhere(module: ModuleType) -> Change:
    """Other code."""
    return lambda patch: patch.setattr(module, "__file__", OTHER)


def test_all_that_a_value_depends_on_changes_its_name(every: dict[str, Kept]) -> None:
    """Else a build shows what another program made of something else."""
    for what, one in every.items():
        usual = name(one, one.ask)
        assert name(one, one.ask) == usual, what
        changes = [*map(elsewhere, one.code), *one.libraries.values(), *one.more]
        names = [
            usual,
            *(name(one, one.ask, change) for change in changes),
            *(name(one, ask) for ask in one.others),
        ]
        same = [number for number, other in enumerate(names) if names.index(other) != number]
        assert same == [], f"{what}: {same} of code, libraries, more, others change nothing"


def test_every_module_that_keeps_something_is_tested_here(every: dict[str, Kept]) -> None:
    """A new cache needs its line in kept.py."""
    known = {Path(str(one.module.__file__)) for one in every.values()}
    others = [path for path in PLUGINS if path not in STORED | PINNED]
    found = {path for path in others if used_of_the_cache(path) - NOT_KEPT}
    assert found == known


def used_of_the_cache(path: Path) -> set[str]:
    """What a file uses of the modules that keep things."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    homes = {one.stem for one in STORED}
    named = {
        one.name
        for node in nodes
        if (node.module or "").removeprefix("plugins.core.cache.") in homes
        for one in node.names
    }
    modules = {
        one.asname or one.name
        for node in nodes
        if node.module == "plugins.core.cache"
        for one in node.names
        if one.name in homes
    }
    return named | {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in modules
    }


def test_the_version_of_every_library_is_in_the_name(every: dict[str, Kept]) -> None:
    """An update may draw, pack or read otherwise; the old result must not stay."""
    for what, one in every.items():
        libraries = {name for module in one.code for name in foreign(Path(str(module.__file__)))}
        assert libraries <= set(one.libraries), what


def foreign(path: Path) -> Iterator[str]:
    """Modules of others that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
        for top in (name.partition(".")[0] for name in names):
            if top not in sys.stdlib_module_names and top != "plugins":
                yield top


def test_nothing_is_stored_as_a_program() -> None:
    """What pickle reads can run code: whoever can write the cache could change the site."""
    for path in PLUGINS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (str(getattr(node, "module", "")), *(one.name for one in node.names))
        }
        assert {one.partition(".")[0] for one in names} & STORES == set(), path
