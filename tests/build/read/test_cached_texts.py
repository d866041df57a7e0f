"""Texts that a build before has converted: read from the cache, and true in the site of today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plugins.build.read import markdown_cache
from plugins.core.cache import store
from tests.build.conftest import Project
from tests.sites import PAGE, tree

LEADS_ON = f"{PAGE}\nAsk about [stones](../modalities/stones.md).\n"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Caches by name; the one that builds use from now on."""

    def use(name: str) -> None:
        monkeypatch.setattr(store, "ROOT", tmp_path / name)

    use("cache")
    return use


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many texts each build converts, of those that convert any."""
    counts: list[int] = []

    def parallel_map(make: Callable[[object], object], things: Sequence[object]) -> list[object]:
        counts.append(len(things))
        return [make(one) for one in things]

    monkeypatch.setattr(markdown_cache, "parallel_map", parallel_map)
    return counts


def test_a_later_build_converts_the_texts_that_changed(bare: Project, converted: list[int]) -> None:
    """A new telephone number stands on every page, and in no text."""
    bare.write({"pages/about.md": f"{PAGE}\nWords.\n"})
    bare.built()
    everything = [len(list(bare.content.rglob("*.md")))]
    assert converted == everything
    bare.replace("practice.yaml", "303-555-0142", "303-555-0143")
    bare.built()
    assert converted == everything
    bare.replace("pages/about.md", "Words.", "Other words.")
    bare.built()
    assert converted == [*everything, 1]
    assert "Other words." in bare.page("/about/").main.get_text()  # type: ignore[union-attr]


def test_a_link_ends_with_its_page_though_nobody_touched_the_text(
    bare: Project, kept: Callable[[str], None]
) -> None:
    """The preview shows a page that the practice has yet to confirm, and links to it; the site to
    publish must not, and says neither more nor less than one that was built without a cache."""
    starter = PAGE.replace("summary", "starter: yes\nsummary")
    bare.write(
        {
            "pages/about.md": LEADS_ON,
            "pages/modalities.md": PAGE,
            "modalities/stones.md": starter,
        }
    )
    bare.built(live=False)
    assert bare.page("/about/").select_one("main a[href='/modalities/stones/']")
    bare.built()
    later = tree(bare.output)
    assert not bare.page("/about/").select_one("main a[href='/modalities/stones/']")
    kept("another cache")
    bare.built()
    assert tree(bare.output) == later
