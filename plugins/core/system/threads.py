"""Threads: the same work on many things, by several threads of this process.

Gives   thread_map(): what a function makes of each, in their order
Stops   what the function raises; KeyboardInterrupt. Whatever it is, no other thing is begun, and
        what is in work is waited for
Why     for what waits for others, or works in C and lets Python run meanwhile. A Ctrl-C that is
        raised while Python's pool hands work out can leave a lock of the pool taken for ever
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from plugins.core.system.interrupts import held_back

One = TypeVar("One")
Made = TypeVar("Made")


def thread_map(
    make: Callable[[One], Made], things: Sequence[One], number: int | None = None
) -> list[Made]:
    """What `make` makes of each thing; number: how many at once, as many as cores if None."""
    with held_back() as heard, ThreadPoolExecutor(number or os.cpu_count()) as pool:

        def begin(thing: One) -> Made:
            if heard:
                raise KeyboardInterrupt
            return make(thing)

        try:
            return list(pool.map(begin, things))
        finally:
            pool.shutdown(cancel_futures=True)
