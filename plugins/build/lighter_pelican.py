"""Lighter Pelican: Pelican without docutils, which takes longer to load than the rest of it.

Gives   lighten(): from now on, Pelican loads without it
Why     a tenth of a small build: 100 ms of processor time. Only the reader of reStructuredText
        needs it, and Handbill turns that off (pelican_class.py)
Except  a program that has loaded Pelican before, such as its own command
Source  Pelican 4.12: pelican.readers
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

READERS = "pelican.readers"
UNUSED = (
    *("docutils", "docutils.core", "docutils.io", "docutils.parsers", "docutils.parsers.rst"),
    *("docutils.parsers.rst.languages", "docutils.writers", "docutils.writers.html4css1"),
    "pelican.rstdirectives",
)


class Unused(ModuleType):
    """Stands for a module from which classes are derived that nobody uses."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class Finder:
    """Finds pelican.readers, and has it loaded without what is not used of it."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != READERS:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            load = spec.loader.exec_module
            spec.loader.exec_module = lambda module: without_unused(load, module)  # type: ignore[method-assign]
        return spec


def without_unused(load: Any, module: ModuleType) -> None:
    """Load a module as if the others were there; whoever needs those later gets the true ones."""
    absent = {name: Unused(name) for name in UNUSED if name not in sys.modules}
    sys.modules.update(absent)
    try:
        load(module)
    finally:
        for name in absent:
            del sys.modules[name]


def lighten() -> None:
    if READERS not in sys.modules and Finder not in sys.meta_path:
        sys.meta_path.insert(0, Finder)
