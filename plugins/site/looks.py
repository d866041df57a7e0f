"""Looks: what features find in the words of each content file by itself.

Gives   looked(): their problems; looks(): the functions that look
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import astuple
from typing import Any

from plugins.core import flow
from plugins.core.documents import Document
from plugins.core.front_matter import Parsed
from plugins.core.parallel import spread
from plugins.core.problems import Problem
from plugins.core.site import Site
from plugins.core.stated import Stated

Look = Callable[[Stated, Parsed], Iterable[Problem]]


def looks() -> list[Look]:
    return [one.look for one in flow.features() if one.look is not flow.nothing]


def looked(site: Site) -> list[Problem]:
    """What they find in everything that was read, published or not."""
    stated, every = site.practice.stated, looks()

    def seen(document: Document) -> list[tuple[Any, ...]]:
        parsed = document.parsed
        return [astuple(problem) for look in every for problem in look(stated, parsed)]

    found = spread(seen, list(site.everything)) if every else []
    return [Problem(*one) for problems in found for one in problems]
