"""Loading: the plugins that PLUGINS lists, each there and working.

Gives   load(): the plugins by Pelican's own rules, and one problem for each that fails. Pelican
        prints why, leaves the plugin out, and builds a site without its part
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from pelican.plugins._utils import load_plugins

from plugins.build.report.pelican_log import logged_errors
from plugins.core.problems import Problem
from plugins.core.reading.source_files import shown


def load(wanted: Iterable[object], settings: Mapping[str, Any]) -> tuple[list[Any], list[Problem]]:
    """The registered plugins, and what is wrong with the others."""
    loaded: list[Any] = []
    problems = []
    for one in wanted:
        with logged_errors() as errors:
            try:
                for plugin in load_plugins({**settings, "PLUGINS": [one]}):
                    plugin.register()
                    loaded.append(plugin)
            except Exception as error:  # a plugin may fail in any way
                errors.append(reason(error))
        name = one.__name__ if isinstance(one, ModuleType) else str(one)
        problems += [broken(name, said) for said in errors]
    return loaded, problems


def reason(error: Exception) -> str:
    """Where it failed, and why."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{shown(Path(error.filename))}:{error.lineno or 0}, {error.msg}"
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{shown(Path(frame.filename))}:{frame.lineno}, {error or type(error).__name__}"


def broken(name: str, said: str) -> Problem:
    """said: what Pelican logged, or where and why the plugin failed."""
    why = said.removeprefix(f"Cannot load plugin `{name}` ")
    absent = why == f"Cannot import plugin `{name}`"
    found = f'"{name}", which is not there' if absent else f'"{name}", which fails: {why}'
    fix = "restore its folder" if absent else "show this to a developer"
    needed = "plugins that are there and work"
    return Problem("pelicanconf.py", 0, "PLUGINS", found, needed, f"{fix}, or delete its line")
