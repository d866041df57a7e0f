"""Paths: where the folders of the project lie, and what it keeps for each site.

Gives   PROJECT, PLUGINS, THEME, WORDS, CACHE: absolute paths
        site_suffix(): what tells the sites of one project apart in the names of their files;
        preview_folder(): where the preview of some content is built
"""

import os
import re
from hashlib import sha256
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PLUGINS = PROJECT / "plugins"
THEME = PROJECT / "theme"
WORDS = THEME / "words"
CACHE = PROJECT / ".cache"
OWN = ("content", "output")


def site_suffix(content: Path, output: Path) -> str:
    """ "" for content/ built into output/; like "-other-output-1a2b3c4d" for another pair."""
    places = tuple(within_project(folder) for folder in (content, output))
    if places == OWN:
        return ""
    names = [re.sub(r"[^A-Za-z0-9]+", "-", Path(place).name).strip("-") for place in places]
    return "-".join(["", *names, sha256("\0".join(places).encode()).hexdigest()[:8]])


def preview_folder(content: Path) -> Path:
    """`.cache/preview` for content/, and a folder of its own for each other content."""
    return CACHE / f"preview{site_suffix(content, PROJECT / OWN[1])}"


def within_project(folder: Path) -> str:
    """A folder as it is named from the project, so that a project may move; else its path."""
    real, project = os.path.realpath(folder), os.path.realpath(PROJECT)
    return os.path.relpath(real, project) if Path(real).is_relative_to(project) else real
