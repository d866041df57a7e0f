"""Pelican class: Pelican, whose run() is the pipeline.

Gives   Handbill, for PELICAN_CLASS
Stops   exit code 2 with problems for staff; 1 with one sentence when the fault is ours; output/
        stays as it was
Source  Pelican 4.12: PELICAN_CLASS
"""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined
from pelican import Pelican
from pelican.plugins._utils import get_plugin_name

from plugins.build import cli, pipeline
from plugins.build.plugin_loading import load
from plugins.build.render.compiled_templates import compiled_templates
from plugins.build.render.pelican_adapter import DocumentReader
from plugins.build.report.outcome import Outcome
from plugins.build.settings import BuildSettings
from plugins.core.problems import raise_for_errors

# Nothing reaches a page unescaped, and a name that a template misspells stops the build. Jinja does
# not ask the disk, each time a template is used, whether its file has changed.
TEMPLATES = {"autoescape": True, "undefined": StrictUndefined, "auto_reload": False}


class Handbill(Pelican):  # type: ignore[misc]
    """Pelican, all or nothing."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.listed = list(settings["PLUGINS"])
        # Fixed for every site: what reads files, and how templates treat what they are given.
        settings["READERS"] = {"rst": None, "html": None, "htm": None, "md": DocumentReader}
        options = settings["JINJA_ENVIRONMENT"] | TEMPLATES
        cache = {"bytecode_cache": compiled_templates(options)}
        settings["JINJA_ENVIRONMENT"] = options | cache
        super().__init__(settings)

    def init_plugins(self) -> None:
        """Load the plugins, each of them or none; Pelican calls this from its __init__."""
        plugins = load(self.listed, self.settings)
        self.plugins, self.features = plugins.loaded, plugins.features
        self.plugin_problems = plugins.problems
        self.settings["PLUGINS"] = [get_plugin_name(plugin) for plugin in self.plugins]

    def build_settings(self, fingerprint: str = "") -> BuildSettings:
        """What this build is asked for. Raises ContentError."""
        raise_for_errors(self.plugin_problems)
        return BuildSettings.of(self.settings, self.features, fingerprint)

    def build(self, fingerprint: str = "") -> Outcome:
        """Raises ContentError, ExchangeError, OSError."""
        return pipeline.build(self.build_settings(fingerprint), self)

    def run(self) -> None:
        """Build everything, and say how it went; Pelican's command calls this."""
        cli.report(self.build, self.settings)
