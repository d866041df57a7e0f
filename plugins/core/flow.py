"""The flow of a build: which features take part, in the order of PLUGINS.

Gives   Feature: what one plugin adds at each stage of a build; join(), called in register()
Stages  read (kinds) -> check -> pages -> page_values, files -> inspect
        Each knows what the ones before it made, never what comes after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.core.problems import Problem
from plugins.core.site import File, Kind, Page, Site


def nothing(*_: Any) -> tuple[Any, ...]:
    return ()


def no_values(*_: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Feature:
    """One plugin's part in a build; every stage is optional.

    kinds        the folders of content that it reads
    check        problems in what was read: the model is complete, nothing is written yet
    pages        pages to write
    page_values  what the template of every page gets from this feature
    files        text files to write beside the pages
    inspect      problems in the finished files, before the exchange
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    check: Callable[[Site], Iterable[Problem]] = nothing
    pages: Callable[[Site], Iterable[Page]] = nothing
    page_values: Callable[[Site, Page], Mapping[str, Any]] = no_values
    files: Callable[[Site, tuple[Page, ...]], Iterable[File]] = nothing
    inspect: Callable[[Site, tuple[Page, ...], Path], Iterable[Problem]] = nothing


_joined: dict[str, Feature] = {}


def join(feature: Feature) -> None:
    """Take part in the builds of this process; Pelican calls register() once a line of PLUGINS."""
    _joined[feature.name] = feature


def start() -> None:
    """Forget who took part before: PLUGINS is about to be loaded anew."""
    _joined.clear()


def features() -> tuple[Feature, ...]:
    return tuple(_joined.values())
