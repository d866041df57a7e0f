"""Plugin loading: the plugins that PLUGINS lists, each there and working.

Gives   load(): Plugins, found by Pelican's own rules, with one problem for each that fails.
        Pelican alone prints why, leaves the plugin out, and builds a site without its part
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pelican.plugins._utils import load_plugins

from plugins.build.report.pelican_log import logged_errors
from plugins.core.feature import Feature
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path


@dataclass(frozen=True)
class Plugins:
    """The plugins that work, their features, and one problem for each plugin that fails."""

    loaded: list[Any]
    features: tuple[Feature, ...]
    problems: list[Problem]


def load(listed: Iterable[object], settings: Mapping[str, Any]) -> Plugins:
    """Import the plugins of a list. One without a feature is of Pelican's kind: it registers."""
    loaded: list[Any] = []
    problems = []
    for entry in listed:
        with logged_errors() as errors:
            try:
                for plugin in load_plugins({**settings, "PLUGINS": [entry]}):
                    if not hasattr(plugin, "FEATURE"):
                        plugin.register()
                    loaded.append(plugin)
            except Exception as error:  # a plugin may fail in any way
                errors.append(reason(error))
        name = entry.__name__ if isinstance(entry, ModuleType) else str(entry)
        problems += [broken(name, error) for error in errors]
    # One that is listed twice takes part once.
    features = (plugin.FEATURE for plugin in loaded if hasattr(plugin, "FEATURE"))
    by_name = {feature.name: feature for feature in features}
    return Plugins(loaded, tuple(by_name.values()), problems)


def reason(error: Exception) -> str:
    """Where it failed, and why."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{display_path(Path(error.filename))}:{error.lineno or 0}, {error.msg}"
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{display_path(Path(frame.filename))}:{frame.lineno}, {error or type(error).__name__}"


def broken(name: str, error: str) -> Problem:
    """error: what Pelican logged, or where and why the plugin failed."""
    why = error.removeprefix(f"Cannot load plugin `{name}` ")
    absent = why == f"Cannot import plugin `{name}`"
    found = f'"{name}", which is not there' if absent else f'"{name}", which fails: {why}'
    fix = "restore its folder" if absent else "show this to a developer"
    needed = "plugins that are there and work"
    return Problem("pelicanconf.py", 0, "PLUGINS", found, needed, f"{fix}, or delete its line")
