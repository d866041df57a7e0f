"""What the tests of this folder share: references, and a copy of the project to break."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.torture.copies import Copy, References

NewCopy = Callable[[bool], Copy]


@pytest.fixture(scope="session")
def references(tmp_path_factory: pytest.TempPathFactory) -> References:
    base = tmp_path_factory.getbasetemp()
    # The processes of one run share what is above their own folders.
    return References((base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "torture")


@pytest.fixture
def new_copy(references: References, tmp_path: Path) -> NewCopy:
    """Makes a copy of the project, built for the preview, or (True) to publish."""
    return lambda live: references.copy(tmp_path / "project", live=live)
