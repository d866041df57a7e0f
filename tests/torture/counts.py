"""Counts: how often a test tries what must never go wrong, and what came of it.

Gives   times(): a few in `make test` and `make torture SHORT=1`, all of them in `make torture`
        first(): parameters, most of them left to `make torture`
        tell(): a line below the results of the run: "1,000 kills: 412 old sites, 588 new ones"
Units   TORTURE in the environment, not empty, asks for all
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

COUNTED = "counted"


def times(few: int, many: int) -> int:
    """How often this run tries."""
    return many if os.environ.get("TORTURE") else few


def first(few: int, parameters: Iterable[Any]) -> list[Any]:
    """Parameters of a test: `make test` tries the first ones, `make torture` without SHORT=1 all.

    A tuple is a value for each of several names, as in pytest.mark.parametrize().
    """
    given = [one if isinstance(one, tuple) else (one,) for one in parameters]
    later = (pytest.param(*values, marks=pytest.mark.long) for values in given[few:])
    return [*(pytest.param(*values) for values in given[:few]), *later]


def tell(request: pytest.FixtureRequest, line: str) -> None:
    """Show a line at the end of the run, also of one in several processes."""
    request.node.user_properties.append((COUNTED, line))
