"""The content of this repository passes every check, and what it has yet to say is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.core.model.site import Site
from tests.sites import FEATURES, ROOT, model


@pytest.fixture(scope="module", params=["preview", "live"])
def site(request: pytest.FixtureRequest) -> Site:
    now = datetime(2026, 12, 1, tzinfo=UTC)
    return model(ROOT / "content", now=now, preview=request.param == "preview")


def test_our_content_has_no_error(site: Site) -> None:
    """It is what visitors read."""
    problems = [one for feature in FEATURES for one in feature.site_problems(site)]
    assert [str(one) for one in problems if one.level == "error"] == []


def test_our_content_has_these_warnings(site: Site) -> None:
    """Each waits for a fact that the practice alone knows."""
    problems = [one for feature in FEATURES for one in feature.site_problems(site)]
    warnings = [(one.path, one.field, one.found) for one in problems if one.level == "warning"]
    assert [(one[0].endswith("content/offers/acupuncture.md"), *one[1:]) for one in warnings] == [
        (True, "ends", "an offer without an end"),
        (True, "terms", "an offer without terms"),
        (True, "saving", "$25 to save, and no regular price"),
    ]
