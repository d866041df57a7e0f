"""Features: which take part in a build, in which order."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from plugins.core.feature import Feature
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from tests.core.model.test_site import PRACTICE

SITE = Site(Path("content"), PRACTICE, datetime(2026, 12, 1, tzinfo=UTC))


def test_a_feature_may_leave_out_every_stage() -> None:
    """A page type of twenty lines says what it does and nothing else."""
    feature, page = Feature("quiet"), Page("/", "A", "", "page")
    assert feature.kinds == ()
    made = [feature.site_problems(SITE), feature.pages(SITE), feature.files(SITE, (page,))]
    made += [
        feature.redirect_pages(SITE, (page,)),
        feature.path_problems(SITE, {"index.html": "a.md"}),
    ]
    assert [len(list(one)) for one in made] == [0, 0, 0, 0, 0]
    assert dict(feature.page_values(SITE, page)) == {}
    assert feature.complete_pages(SITE, (page,)) == (page,)
    assert list(feature.output_problems(SITE, (page,), Path())) == []
