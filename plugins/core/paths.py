"""Paths: where the folders of the project lie.

Gives   PROJECT, PLUGINS, THEME, WORDS, CACHE: absolute paths
"""

from pathlib import Path

PROJECT = Path(__file__).parents[2]
PLUGINS = PROJECT / "plugins"
THEME = PROJECT / "theme"
WORDS = THEME / "words"
CACHE = PROJECT / ".cache"
