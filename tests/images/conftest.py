"""A practice with photographs, and a cache of its own to keep what they become."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from plugins.images import renditions
from plugins.images.formats import AVIF, Format, encoded
from tests.build.conftest import Project, bare, project
from tests.images.photographs import photograph
from tests.sites import BARE, tree

__all__ = ["Studio", "bare", "china", "flower", "project", "slow_studio", "studio"]

ROOT = "plugins.core.cache.store.ROOT"
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


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What builds of the smallest practice keep: no picture, but all else that takes time."""
    project = Project(tmp_path_factory.mktemp("warm"))
    shutil.copytree(BARE, project.content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ROOT, project.folder / ".cache")
        project.built()
        project.built(live=False)
    return project.folder / ".cache"


def encoded_quickly(image: Image.Image, form: Format) -> bytes:
    """A picture whose AVIF took a tenth of the time, for what asks neither bytes nor pixels."""
    speed = (("speed", 10),) if form.type == AVIF.type else ()
    return encoded(image, replace(form, options=form.options + speed))


@pytest.fixture
def studio(bare: Project, warm_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    cache = bare.folder / ".cache"
    shutil.copytree(warm_cache, cache)
    monkeypatch.setattr(ROOT, cache)
    monkeypatch.setattr(renditions, "encoded", encoded_quickly)
    return Studio(bare, cache)


@pytest.fixture
def slow_studio(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """One that writes the formats as they are published."""
    monkeypatch.setattr(renditions, "encoded", encoded)
    return studio


@pytest.fixture(scope="session")
def china() -> bytes:
    return photograph("china.jpg")


@pytest.fixture(scope="session")
def flower() -> bytes:
    return photograph("flower.jpg")
