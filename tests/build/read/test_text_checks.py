"""Looks: what was found in no word of a file before is not looked for again, and only then."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from plugins.build.read import text_checks
from plugins.core.cache import store
from plugins.core.markdown import render
from tests.build.conftest import Project
from tests.sites import PAGE

CALL = f"{PAGE}\nCall [303-555-0199](tel:+13035550199).\n"


@pytest.fixture
def looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """At how many files each build looks."""
    counts: list[int] = []

    def parallel_map(make: Any, things: Sequence[object]) -> list[object]:
        counts.append(len(things))
        return [make(one) for one in things]

    monkeypatch.setattr(store, "ROOT", tmp_path / "cache")
    monkeypatch.setattr(text_checks, "parallel_map", parallel_map)
    return counts


def test_only_what_changed_is_looked_at_again(bare: Project, looked_at: list[int]) -> None:
    """A thousand texts take longer to look through than to read."""
    bare.built()
    bare.write({"pages/404.md": f"{PAGE}\nOther words.\n"})
    bare.built()
    assert looked_at[0] > 1
    assert looked_at[1:] == [1]


def test_what_is_wrong_is_said_again(bare: Project, looked_at: list[int]) -> None:
    """Until somebody has corrected it."""
    bare.write({"pages/404.md": f"{PAGE}\nWe see patients.\n"})
    said = {bare.built().text for _ in range(3)}
    assert "patients" in said.pop()
    assert not said
    assert looked_at[1:] == [1, 1]


def test_what_the_practice_states_decides_anew(bare: Project, looked_at: list[int]) -> None:
    """Its number has changed, and a text still has the old one."""
    bare.replace("practice.yaml", "telephone: 303-555-0142", "telephone: 303-555-0199")
    bare.write({"pages/404.md": CALL})
    bare.built()
    bare.replace("practice.yaml", "telephone: 303-555-0199", "telephone: 303-555-0142")
    assert "303-555-0199" in bare.refused()
    assert looked_at[1] == looked_at[0]


def test_a_build_makes_room(bare: Project, tmp_path: Path, looked_at: list[int]) -> None:
    """Nobody has to think of it."""
    bare.built()
    old = tmp_path / "cache/text_checks/old"
    old.write_bytes(b"content")
    os.utime(old, (0, 0))
    bare.write({"pages/404.md": f"{PAGE}\nOther words.\n"})
    bare.built()
    assert not old.exists()
    assert looked_at


def test_words_that_take_long_to_look_through_are_told(
    bare: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for a text that takes long to read, with the same words."""
    monkeypatch.setattr(render, "SLOW", -1)
    # Words that no build has found clean before.
    bare.write({"pages/about.md": f"{PAGE}\n{uuid4()}\n"})
    problems = bare.built(live=False).problems
    assert "content/pages/about.md" in {
        one.path for one in problems if "seconds to read" in one.found
    }
