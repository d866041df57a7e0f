"""A practice with photographs, and a cache of its own to keep what they become."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.build.conftest import Project, bare, project
from tests.images.photographs import photograph
from tests.sites import tree

__all__ = ["Studio", "bare", "china", "flower", "project", "studio"]

ALT = "A temple behind a garden"
# A page of each way to show a picture: on top, in the text, as a link.
SHOWN = {
    "pages/home.md": "---\ntitle: Home\nsummary: S.\npicture:\n  file: {name}\n"
    f"  alt: {ALT}\n---\n\nText.\n",
    "pages/about.md": "---\ntitle: About\nsummary: S.\n---\n\n"
    f'Before. ![{ALT}](../images/{{name}} "In spring")\n\n[Larger](/images/{{name}})\n',
}


@dataclass
class Studio:
    """A project whose home page and about page show one picture."""

    project: Project
    cache: Path

    @property
    def kept(self) -> list[Path]:
        """What the cache holds."""
        return sorted((self.cache / "images").iterdir())

    def show(self, data: bytes, name: str = "temple.jpg") -> None:
        pages = {page: text.replace("{name}", name) for page, text in SHOWN.items()}
        self.project.write({f"images/{name}": data, **pages})

    def published(self, *, live: bool = True) -> dict[str, Path]:
        """Build, which must go well; every picture of the site by its name."""
        self.project.built(live=live)
        return {path.name: path for path in sorted((self.project.output / "images").glob("*"))}

    def tree(self) -> dict[str, str]:
        return tree(self.project.output)

    def refused(self) -> str:
        return self.project.refused()


@pytest.fixture
def studio(bare: Project, monkeypatch: pytest.MonkeyPatch) -> Studio:
    monkeypatch.setattr("plugins.core.cache.store.ROOT", bare.folder / ".cache")
    return Studio(bare, bare.folder / ".cache")


@pytest.fixture(scope="session")
def china() -> bytes:
    return photograph("china.jpg")


@pytest.fixture(scope="session")
def flower() -> bytes:
    return photograph("flower.jpg")
