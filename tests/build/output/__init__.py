"""Builds of a site by hand, for tests of what changes output/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.build.output import staging as stages
from plugins.build.output.staging import Stage, locked


@contextmanager
def staging(
    output: Path, *, protect: Iterable[Path] = (), durable: bool = False
) -> Iterator[Stage]:
    """A stage beside an output folder, locked as the pipeline does."""
    with locked(output, protect) as folder, stages.staging(folder, durable=durable) as stage:
        yield stage
