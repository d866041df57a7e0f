"""Builds of what nobody should write: nothing outside output/ changes, nothing falls over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.build.conftest import Project
from tests.core.conftest import steady
from tests.sites import FULL, tree, write
from tests.torture.counts import tell, times
from tests.torture.fuzz.inputs import bodies, changed
from tests.torture.fuzz.sane import PYTHON

pytestmark = pytest.mark.counts

FILES = {
    path.relative_to(FULL).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(FULL.rglob("*.*"))
    if path.suffix in (".md", ".yaml")
}
CANARIES = {
    "x/.env": "SECRET=canary",
    ".env": "SECRET=canary",
    "output-live/index.html": "canary",
    "outputs/index.html": "canary",
    "canary.md": "---\ntitle: canary\nsummary: canary\n---\n",
}
# What a build of its own keeps beside output/.
OWN = ("output/", ".output.building/", ".cache/", "content/")


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the practice with every fact, and what stands in it now."""
    name = draw(st.sampled_from(sorted(FILES)))
    text = draw(changed([FILES[name]]))
    return name, text + draw(bodies()) if draw(st.booleans()) else text


def around(folder: Path) -> dict[str, str]:
    return {name: value for name, value in tree(folder).items() if not name.startswith(OWN)}


def test_a_build_of_anything_writes_nothing_outside_its_output(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Who pastes something strange must find the rest of the computer as it was, and an old site
    in place of half a new one."""
    project = Project(tmp_path)
    shutil.copytree(FULL, project.content)
    write(project.folder, CANARIES)
    project.built(live=False)
    before = around(project.folder)
    codes: list[int] = []

    @settings(steady(times(14, 500)), suppress_health_check=list(HealthCheck))
    @given(cases())
    def attempt(case: tuple[str, str]) -> None:
        name, text = case
        project.content.joinpath(name).write_bytes(text.encode(errors="surrogatepass"))
        old = tree(project.output)
        outcome = project.build(live=False)
        project.content.joinpath(name).write_text(FILES[name], encoding="utf-8")
        codes.append(outcome.code)
        assert outcome.code in (0, 2), outcome.text
        assert outcome.code == 0 or tree(project.output) == old
        assert [word for word in PYTHON.findall(outcome.text) if word not in text] == []
        assert around(project.folder) == before
        assert b"canary" not in b"".join(
            path.read_bytes() for path in project.output.rglob("*.html")
        )

    attempt()
    tell(
        request,
        f"{len(codes):,} builds: {codes.count(0):,} sites, {codes.count(2):,} refused in words, "
        "0 files outside output/",
    )
