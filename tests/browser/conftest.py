"""The preview of the practice with every fact, built once and served by a plain file host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.build.api import build
from tests.conftest import serving_folder
from tests.sites import FULL, NOW, ROOT


def built(content: Path, output: Path, settings: str = "pelicanconf.py") -> Path:
    overrides = {"BUILD_NOTES": ""}  # nothing beside the output of a test
    outcome = build(
        settings=str(ROOT / settings),
        content=str(content),
        output=str(output),
        overrides=overrides,
    )
    assert outcome.code == 0, outcome.text
    return output


def built_at_now(content: Path, output: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        return built(content, output)


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_at_now(FULL, tmp_path_factory.mktemp("site") / "output")


@pytest.fixture(scope="session")
def address(output: Path) -> Iterator[str]:
    with serving_folder(output) as found:
        yield found
