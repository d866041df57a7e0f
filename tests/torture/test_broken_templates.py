"""A fault in any template, with warm caches: no page of it, and no page made before it."""

from __future__ import annotations

import pytest

from tests.sites import ROOT
from tests.torture.conftest import NewCopy
from tests.torture.copies import FIRST, References
from tests.torture.counts import tell, times
from tests.torture.points import spread
from tests.torture.rules import faults

pytestmark = pytest.mark.torture

TEMPLATES = [
    path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("theme/templates/**/*.html"))
]
BROKEN = "\n{% if %}\n"


def test_a_template_that_breaks_stops_the_build_and_is_named(
    new_copy: NewCopy, references: References, request: pytest.FixtureRequest
) -> None:
    """Nothing of the content changed, so every page could come from a cache."""
    copy = new_copy(False)
    site = references.of(FIRST, live=False)
    names = spread(TEMPLATES, times(4, len(TEMPLATES)))
    for name in names:
        template = copy.folder / name
        text = template.read_text(encoding="utf-8")
        template.write_text(f"{text}{BROKEN}", encoding="utf-8")
        done = copy.pelican()
        assert done.returncode == 1, name
        assert done.stdout.startswith(f"theme/{name.removeprefix('theme/')}:"), done.stdout
        assert faults(done.returncode, done.stdout, copy.site(), site, site) == []
        template.write_text(text, encoding="utf-8")
    assert copy.rebuilt(site) == ""
    tell(request, f"{len(names)} templates broken one after the other: {len(names)} old sites")
