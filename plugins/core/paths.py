"""Paths: where the folders of the project lie, and what is kept for each site.

Gives   PROJECT, PLUGINS, THEME, WORDS, CACHE: absolute paths
        NOTES: the build notes of the project's own site; notes_of(): those of any site
        state_of(): the folder that builds keep beside a site
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
NOTES = CACHE / "build-notes.json"


def notes_of(content: Path, output: Path) -> Path:
    """NOTES for content/ built into output/; beside the output for any other pair."""
    suffix, real = suffix_of(content), Path(os.path.realpath(output))
    if not suffix and within_project(real) == "output":
        return NOTES
    return state_of(real) / f"build-notes{suffix}.json"


def state_of(real: Path) -> Path:
    """The folder that builds keep beside a site."""
    return real.parent / f".{real.name}.building"


def preview_folder(content: Path) -> Path:
    """`.cache/preview` for content/, and a folder of its own for each other content."""
    return CACHE / f"preview{suffix_of(content)}"


def suffix_of(content: Path) -> str:
    """Nothing for content/; like "-other-1a2b3c4d" for another folder."""
    place = within_project(content)
    if place == "content":
        return ""
    name = re.sub(r"[^A-Za-z0-9]+", "-", Path(place).name).strip("-")
    return f"-{name}-{sha256(place.encode()).hexdigest()[:8]}"


def within_project(folder: Path) -> str:
    """A folder as it is named from the project, so that a project may move; else its path."""
    real, project = os.path.realpath(folder), os.path.realpath(PROJECT)
    return os.path.relpath(real, project) if Path(real).is_relative_to(project) else real
