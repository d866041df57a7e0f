"""The service worker as a file: what it keeps, and when it is another one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

from plugins.offline.service_worker import worker
from tests.build.conftest import Project

PAGE = '<p>Call us</p><script>import("/assets/site.0123456789.js")</script>'


def text(project: Project) -> str:
    return (project.output / "sw.js").read_text()


def test_it_keeps_the_page_and_its_script_under_their_hash() -> None:
    """The page names its script by hash, so one hash stands for both."""
    digest = hashlib.sha256(PAGE.encode()).hexdigest()[:10]
    assert worker("/offline/", PAGE).split("\n")[0] == (
        f'const CACHE="offline-{digest}",PAGE="/offline/",SCRIPT="/assets/site.0123456789.js";'
    )


def test_it_is_small() -> None:
    """Browsers look at least once a day whether it has changed."""
    assert len(worker("/offline/", PAGE)) < 1024


def test_a_later_build_of_the_same_practice_has_the_same_worker(bare: Project) -> None:
    """Nothing is fetched again because somebody has built."""
    bare.built()
    first = text(bare)
    replace(bare, now=bare.now + timedelta(days=100)).built()
    assert text(bare) == first


def test_another_number_is_another_worker(bare: Project) -> None:
    """Otherwise visitors would be shown the old number for years."""
    bare.built()
    first = text(bare)
    bare.replace("practice.yaml", "0142", "0199")
    bare.built()
    assert text(bare) != first


def test_the_preview_has_no_worker(bare: Project) -> None:
    """It would stay behind on 127.0.0.1, for whatever is developed there next."""
    bare.built(live=False)
    assert not (bare.output / "sw.js").exists()
    assert bare.page("/").select("[data-worker]") == []
