"""The flow: who takes part in a build, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.core.feature import Feature, features, join, start
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from tests.core.model.test_site import PRACTICE

SITE = Site(Path("content"), PRACTICE, datetime(2026, 12, 1, tzinfo=UTC))


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    """A process in which nobody has joined; afterwards those are back who had."""
    before = features()
    start()
    yield
    start()
    for one in before:
        join(one)


def test_features_take_part_in_the_order_in_which_they_join() -> None:
    """That of PLUGINS: later ones see what earlier ones made."""
    for name in ("practice", "offers", "checks"):
        join(Feature(name))
    assert [one.name for one in features()] == ["practice", "offers", "checks"]


def test_a_feature_that_joins_again_takes_its_place_once() -> None:
    """The preview loads the settings before every build, in one process."""
    join(Feature("offers"))
    join(Feature("checks"))
    again = Feature("offers", check=lambda _site: [Problem("a.md")])
    join(again)
    assert features() == (again, Feature("checks"))


def test_a_new_start_forgets_who_took_part() -> None:
    """A plugin that was taken off the list is gone with the next build."""
    join(Feature("offers"))
    start()
    assert features() == ()


def test_a_feature_may_leave_out_every_stage() -> None:
    """A page type of twenty lines says what it does and nothing else."""
    feature, page = Feature("quiet"), Page("/", "A", "", "page")
    assert feature.kinds == ()
    made = [feature.check(SITE), feature.pages(SITE), feature.files(SITE, (page,))]
    made += [feature.signposts(SITE, (page,)), feature.claimed(SITE, {"index.html": "a.md"})]
    assert [len(list(one)) for one in made] == [0, 0, 0, 0, 0]
    assert dict(feature.page_values(SITE, page)) == {}
    assert feature.complete(SITE, (page,)) == (page,)
    assert list(feature.inspect(SITE, (page,), Path())) == []
