"""The projects of tests/build, and the site of tests/audit, published for each host."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path

import pytest

from pelicanconf import PLUGINS
from plugins.hosting.headers import ERRORS
from plugins.hosting.hidden_files import is_hidden
from tests.audit.conftest import SITES, published
from tests.build.conftest import bare, full, live, project

__all__ = ["bare", "full", "live", "project"]


@dataclass(frozen=True)
class Folder:
    """A published folder."""

    path: Path
    now: datetime

    @cached_property
    def files(self) -> list[str]:
        """Every file that visitors may ask for, without the copies that are packed."""
        written = (path for path in sorted(self.path.rglob("*")) if path.is_file())
        names = (path.relative_to(self.path).as_posix() for path in written)
        return [one for one in names if not is_hidden(one) and not one.endswith((".gz", ".br"))]

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of every file but the page of errors, which has none of its own."""
        return {address_of(name): name for name in self.files if name != ERRORS}


def address_of(name: str) -> str:
    """The address of a file: a page is the folder that it lies in."""
    folder = re.sub(r"(^|/)index\.html$", r"\1", name)
    return f"/{folder}"


PublishedFor = Callable[[str, str], Folder]


@pytest.fixture(scope="session")
def published_for(tmp_path_factory: pytest.TempPathFactory) -> PublishedFor:
    """A site of tests/audit, some of whose addresses moved, built once for each host."""

    @cache
    def build(site: str, host: str) -> Folder:
        content, now = SITES[site]
        output = tmp_path_factory.mktemp(f"{site}-{host}") / "output"
        plugins = [*PLUGINS, "tests.hosting.moved_addresses"]
        return Folder(published(content, output, now, HOST=host, PLUGINS=plugins), now)

    return build
