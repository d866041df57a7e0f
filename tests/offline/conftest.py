"""A published practice with offers, on a host that can be gone, in a browser that was there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.small_sites import content
from tests.build.conftest import Project, bare, full, project
from tests.offline.host import Host
from tests.sites import NOW

__all__ = ["bare", "full", "project"]

OFFER = "headline: Ten dollars off\nends: 2030-05-20\nterms: New clients."
HOURS = "hours:\n  monday: closed\n  tuesday: closed\n  wednesday: 09:00-18:00\n"
READY = "navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small practice, published once for all tests of a file."""
    made = Project(tmp_path_factory.mktemp("made"))
    content(made.content, {"ten": OFFER})
    with (made.content / "practice.yaml").open("a") as facts:
        facts.write(HOURS)
    made.built()
    return made


@pytest.fixture
def published(made: Project, tmp_path: Path) -> Project:
    """A copy of it, which a test may build again."""
    shutil.copytree(made.folder, tmp_path / "site")
    return Project(tmp_path / "site")


@pytest.fixture
def host(published: Project) -> Iterator[Host]:
    host = Host(published.output)
    yield host
    host.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser that was never here; its clock runs from the instant of the build on."""
    context = browser.new_context()
    context.clock.install(time=NOW)
    yield context.new_page()
    context.close()


@pytest.fixture
def visited(page: Page, host: Host) -> Page:
    """The same after a first visit: the worker is there."""
    visit(page, host)
    return page


def visit(page: Page, host: Host) -> None:
    page.goto(f"{host.address}/")
    assert page.evaluate(READY) == f"{host.address}/sw.js"


def until(page: Page, expression: str) -> None:
    """Wait until a promise has something true in it; the page's own clock may stand."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")
