"""Features: which take part in a build, in which order."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from plugins.core.feature import Feature, join, joining
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from tests.core.model.test_site import PRACTICE

SITE = Site(Path("content"), PRACTICE, datetime(2026, 12, 1, tzinfo=UTC))


def test_features_take_part_in_the_order_in_which_they_join() -> None:
    """The order of PLUGINS: later features see the work of earlier ones."""
    with joining() as features:
        for name in ("practice", "offers", "checks"):
            join(Feature(name))
    assert list(features) == ["practice", "offers", "checks"]


def test_a_feature_that_joins_twice_takes_part_once() -> None:
    """A plugin that is listed twice must not write its pages twice."""
    again = Feature("offers", site_problems=lambda _site: [Problem("a.md")])
    with joining() as features:
        for feature in (Feature("offers"), Feature("checks"), again):
            join(feature)
    assert list(features.values()) == [again, Feature("checks")]


def test_two_builds_do_not_share_their_features() -> None:
    """A plugin that is taken off the list is gone with the next build of the same process."""
    with joining() as first:
        join(Feature("offers"))
    with joining() as second:
        join(Feature("checks"))
    join(Feature("nobody builds"))
    assert (list(first), list(second)) == (["offers"], ["checks"])


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
