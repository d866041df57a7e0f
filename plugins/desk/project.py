"""Project: the site that the settings describe, for commands that read it and build nothing.

Gives   project(): the build, its plugins loaded, nothing read yet
Stops   ContentError: no content folder, a plugin that does not work
"""

from __future__ import annotations

from pathlib import Path

from pelican.settings import read_settings

from plugins.build.build import Handbill
from plugins.build.read.folders import no_content
from plugins.core.problems import ContentError


def project(settings: str, content: Path) -> Handbill:
    if not content.is_dir():
        raise no_content(content)
    configured = read_settings(settings, override={"PATH": str(content.absolute())})
    handbill: Handbill = configured["PELICAN_CLASS"](configured)
    if handbill.broken:
        raise ContentError(handbill.broken)
    return handbill
