"""Fragments: what a component says alike on many pages is made once a build.

Gives   Once, for templates: {{ once(action_bar, contact_links) }} in place of
        {{ action_bar(contact_links) }}
Needs   a macro without text of documents: which page shows one is noted while it is made, see
        plugins.core.model.text_usage
Units   values are the same when they are the same objects
"""

from __future__ import annotations

from typing import Any

from jinja2.runtime import Macro


class Once:
    """What macros made of their values."""

    def __init__(self) -> None:
        # The values stay, too: no others can be taken for them.
        self.made: dict[tuple[object, ...], tuple[str, tuple[object, ...]]] = {}

    def __call__(self, macro: Macro, *values: Any) -> str:
        key = macro.name, *map(id, values)
        if key not in self.made:
            self.made[key] = macro(*values), values
        return self.made[key][0]
